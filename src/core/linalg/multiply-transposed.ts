/**
 * out ← A Bᵀ for some rows: out[r·bRows + k] = Σ_c a[r·cols + c]·b[k·cols + c], rowFrom ≤ r < rowTo, 0 ≤ k < bRows.
 * Every entry is one sum in the order of c, whatever the tiles: the bits do not depend on how the rows are sliced.
 *
 * @param a at least rowTo×cols, row-major
 * @param b bRows×cols, row-major
 * @param out at least rowTo×bRows, row-major
 */
export function multiplyTransposed(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  rowFrom: number,
  rowTo: number,
  cols: number,
  bRows: number,
): void {
  rowProducts(a, b, out, rowFrom, rowTo, cols, bRows, bRows);
}

/** The same for the first `count` rows of B; `stride` is the distance between rows of out. */
export function rowProducts(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  rowFrom: number,
  rowTo: number,
  cols: number,
  count: number,
  stride: number,
): void {
  let r = rowFrom;
  for (; r < rowTo - 1; r += 2) twoRows(a, b, out, r, cols, count, stride);
  if (r < rowTo) oneRow(a, b, out, r, cols, count, stride);
}

/** A tile of 2×4 sums at a time: eight multiplications and additions for six loads. */
function twoRows(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  r: number,
  cols: number,
  count: number,
  stride: number,
): void {
  const a0 = r * cols;
  const a1 = a0 + cols;
  const o0 = r * stride;
  const o1 = o0 + stride;
  let k = 0;
  for (; k < count - 3; k += 4) {
    const b0 = k * cols;
    const b1 = b0 + cols;
    const b2 = b1 + cols;
    const b3 = b2 + cols;
    let s00 = 0;
    let s01 = 0;
    let s02 = 0;
    let s03 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    let s13 = 0;
    for (let c = 0; c < cols; c++) {
      const x0 = a[a0 + c]!;
      const x1 = a[a1 + c]!;
      const y0 = b[b0 + c]!;
      const y1 = b[b1 + c]!;
      const y2 = b[b2 + c]!;
      const y3 = b[b3 + c]!;
      s00 += x0 * y0;
      s01 += x0 * y1;
      s02 += x0 * y2;
      s03 += x0 * y3;
      s10 += x1 * y0;
      s11 += x1 * y1;
      s12 += x1 * y2;
      s13 += x1 * y3;
    }
    out[o0 + k] = s00;
    out[o0 + k + 1] = s01;
    out[o0 + k + 2] = s02;
    out[o0 + k + 3] = s03;
    out[o1 + k] = s10;
    out[o1 + k + 1] = s11;
    out[o1 + k + 2] = s12;
    out[o1 + k + 3] = s13;
  }
  for (; k < count; k++) {
    const b0 = k * cols;
    let s0 = 0;
    let s1 = 0;
    for (let c = 0; c < cols; c++) {
      const y = b[b0 + c]!;
      s0 += a[a0 + c]! * y;
      s1 += a[a1 + c]! * y;
    }
    out[o0 + k] = s0;
    out[o1 + k] = s1;
  }
}

function oneRow(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  r: number,
  cols: number,
  count: number,
  stride: number,
): void {
  const a0 = r * cols;
  const o0 = r * stride;
  let k = 0;
  for (; k < count - 3; k += 4) {
    const b0 = k * cols;
    const b1 = b0 + cols;
    const b2 = b1 + cols;
    const b3 = b2 + cols;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let c = 0; c < cols; c++) {
      const x = a[a0 + c]!;
      s0 += x * b[b0 + c]!;
      s1 += x * b[b1 + c]!;
      s2 += x * b[b2 + c]!;
      s3 += x * b[b3 + c]!;
    }
    out[o0 + k] = s0;
    out[o0 + k + 1] = s1;
    out[o0 + k + 2] = s2;
    out[o0 + k + 3] = s3;
  }
  for (; k < count; k++) {
    const b0 = k * cols;
    let s = 0;
    for (let c = 0; c < cols; c++) s += a[a0 + c]! * b[b0 + c]!;
    out[o0 + k] = s;
  }
}
