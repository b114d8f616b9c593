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
  for (let r = rowFrom; r < rowTo; r++)
    rowOf(true, alpha, a, r * inner, 1, b, 0, cols, out, r * cols, inner, cols);
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
  for (let r = rowFrom; r < rowTo; r++)
    rowOf(false, 1, a, r * inner, 1, b, 0, cols, out, r * cols, inner, cols);
}

/** Rows that are summed before they are added. */
const BLOCK = 128;

/**
 * out ← out + Aᵀ B over some rows: out[i·q + j] += Σ_r a[r·p + i]·b[r·q + j], the sum over each block of 128 rows, counted
 * from rowFrom, in the order of r and then added.
 *
 * @param a at least rowTo×p, row-major
 * @param b at least rowTo×q, row-major
 * @param out p×q, apart from a and b
 * @param iFrom,iTo the rows i of out that are added to: iFrom a multiple of 4
 * @param lower only the entries (i, j) with i ≥ 4⌊j/4⌋: the lower half and the 4×4 tiles on the diagonal
 */
export function addTransposedProduct(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  rowFrom: number,
  rowTo: number,
  p: number,
  q: number,
  iFrom: number,
  iTo: number,
  lower: boolean,
): void {
  for (let from = rowFrom; from < rowTo; from += BLOCK) {
    const rows = Math.min(BLOCK, rowTo - from);
    for (let i = iFrom; i < iTo; i++) {
      const columns = lower ? Math.min(q, 4 * Math.floor(i / 4) + 4) : q;
      rowOf(true, 1, a, from * p + i, p, b, from * q, q, out, i * q, rows, columns);
    }
  }
}

/**
 * One row of a product, four sums at a time: of out from `to` on, of A every `step` entries from `from` on, of B rows that
 * are `bRow` apart.
 */
function rowOf(
  adds: boolean,
  alpha: number,
  a: Float64Array,
  from: number,
  step: number,
  b: Float64Array,
  bFrom: number,
  bRow: number,
  out: Float64Array,
  to: number,
  inner: number,
  cols: number,
): void {
  let c = 0;
  for (; c + 3 < cols; c += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0, x = from, y = bFrom + c; k < inner; k++, x += step, y += bRow) {
      const xk = a[x]!;
      s0 += xk * b[y]!;
      s1 += xk * b[y + 1]!;
      s2 += xk * b[y + 2]!;
      s3 += xk * b[y + 3]!;
    }
    const at = to + c;
    out[at] = adds ? out[at]! + alpha * s0 : s0;
    out[at + 1] = adds ? out[at + 1]! + alpha * s1 : s1;
    out[at + 2] = adds ? out[at + 2]! + alpha * s2 : s2;
    out[at + 3] = adds ? out[at + 3]! + alpha * s3 : s3;
  }
  for (; c < cols; c++) {
    let s = 0;
    for (let k = 0, x = from, y = bFrom + c; k < inner; k++, x += step, y += bRow) s += a[x]! * b[y]!;
    out[to + c] = adds ? out[to + c]! + alpha * s : s;
  }
}
