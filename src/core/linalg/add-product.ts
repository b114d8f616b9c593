/**
 * out ← out + α A B for some rows: out[r·cols + c] += α Σ_k a[r·inner + k]·b[k·cols + c], rowFrom ≤ r < rowTo. Every
 * entry is one sum in the order of k, times α: the bits do not depend on how the rows are sliced.
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
  for (let r = rowFrom; r < rowTo; r++) rowOf(true, alpha, a, b, out, r, inner, cols);
}

/** out ← A B for some rows: the same sums. */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  rowFrom: number,
  rowTo: number,
  inner: number,
  cols: number,
): void {
  for (let r = rowFrom; r < rowTo; r++) rowOf(false, 1, a, b, out, r, inner, cols);
}

/** One row of either, four sums at a time. */
function rowOf(
  adds: boolean,
  alpha: number,
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  r: number,
  inner: number,
  cols: number,
): void {
  const from = r * inner;
  let to = r * cols;
  let c = 0;
  for (; c + 3 < cols; c += 4, to += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0, i = c; k < inner; k++, i += cols) {
      const x = a[from + k]!;
      s0 += x * b[i]!;
      s1 += x * b[i + 1]!;
      s2 += x * b[i + 2]!;
      s3 += x * b[i + 3]!;
    }
    out[to] = adds ? out[to]! + alpha * s0 : s0;
    out[to + 1] = adds ? out[to + 1]! + alpha * s1 : s1;
    out[to + 2] = adds ? out[to + 2]! + alpha * s2 : s2;
    out[to + 3] = adds ? out[to + 3]! + alpha * s3 : s3;
  }
  for (; c < cols; c++, to++) {
    let s = 0;
    for (let k = 0, i = c; k < inner; k++, i += cols) s += a[from + k]! * b[i]!;
    out[to] = adds ? out[to]! + alpha * s : s;
  }
}
