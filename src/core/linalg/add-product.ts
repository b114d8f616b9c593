/**
 * out ← out + α A B for some rows: out[r·cols + c] += α Σ_k a[r·inner + k]·b[k·cols + c], rowFrom ≤ r < rowTo. Every
 * entry is one sum in the order of k, times α, whatever the tiles: the bits do not depend on how the rows are sliced.
 *
 * @param a at least rowTo×inner, row-major
 * @param b inner×cols, row-major
 * @param out at least rowTo×cols, row-major, apart from a and b
 */
export function addProduct(
  alpha: number,
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  rowFrom: number,
  rowTo: number,
  inner: number,
  cols: number,
): void {
  let r = rowFrom;
  for (; r < rowTo - 1; r += 2) twoRows(alpha, a, b, out, r, inner, cols);
  if (r < rowTo) oneRow(alpha, a, b, out, r, inner, cols);
}

/** A tile of 2×4 sums at a time: eight multiplications and additions for six loads. */
function twoRows(
  alpha: number,
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  r: number,
  inner: number,
  cols: number,
): void {
  const a0 = r * inner;
  const a1 = a0 + inner;
  let o0 = r * cols;
  let o1 = o0 + cols;
  let c = 0;
  for (; c < cols - 3; c += 4, o0 += 4, o1 += 4) {
    let s00 = 0;
    let s01 = 0;
    let s02 = 0;
    let s03 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    let s13 = 0;
    for (let k = 0, i = c; k < inner; k++, i += cols) {
      const x0 = a[a0 + k]!;
      const x1 = a[a1 + k]!;
      const y0 = b[i]!;
      const y1 = b[i + 1]!;
      const y2 = b[i + 2]!;
      const y3 = b[i + 3]!;
      s00 += x0 * y0;
      s01 += x0 * y1;
      s02 += x0 * y2;
      s03 += x0 * y3;
      s10 += x1 * y0;
      s11 += x1 * y1;
      s12 += x1 * y2;
      s13 += x1 * y3;
    }
    out[o0] = out[o0]! + alpha * s00;
    out[o0 + 1] = out[o0 + 1]! + alpha * s01;
    out[o0 + 2] = out[o0 + 2]! + alpha * s02;
    out[o0 + 3] = out[o0 + 3]! + alpha * s03;
    out[o1] = out[o1]! + alpha * s10;
    out[o1 + 1] = out[o1 + 1]! + alpha * s11;
    out[o1 + 2] = out[o1 + 2]! + alpha * s12;
    out[o1 + 3] = out[o1 + 3]! + alpha * s13;
  }
  for (; c < cols; c++, o0++, o1++) {
    let s0 = 0;
    let s1 = 0;
    for (let k = 0, i = c; k < inner; k++, i += cols) {
      const y = b[i]!;
      s0 += a[a0 + k]! * y;
      s1 += a[a1 + k]! * y;
    }
    out[o0] = out[o0]! + alpha * s0;
    out[o1] = out[o1]! + alpha * s1;
  }
}

function oneRow(
  alpha: number,
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  r: number,
  inner: number,
  cols: number,
): void {
  const a0 = r * inner;
  let o = r * cols;
  let c = 0;
  for (; c < cols - 3; c += 4, o += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0, i = c; k < inner; k++, i += cols) {
      const x = a[a0 + k]!;
      s0 += x * b[i]!;
      s1 += x * b[i + 1]!;
      s2 += x * b[i + 2]!;
      s3 += x * b[i + 3]!;
    }
    out[o] = out[o]! + alpha * s0;
    out[o + 1] = out[o + 1]! + alpha * s1;
    out[o + 2] = out[o + 2]! + alpha * s2;
    out[o + 3] = out[o + 3]! + alpha * s3;
  }
  for (; c < cols; c++, o++) {
    let s = 0;
    for (let k = 0, i = c; k < inner; k++, i += cols) s += a[a0 + k]! * b[i]!;
    out[o] = out[o]! + alpha * s;
  }
}
