/**
 * Σ_r x_r x_rᵀ of the rows rowFrom ≤ r < rowTo, n×n: the inner products of the columns. Four rows at a time, so that an entry
 * is read and written once for all four.
 *
 * @param rows at least rowTo×n, row-major
 */
export function columnProducts(rows: Float64Array, rowFrom: number, rowTo: number, n: number): Float64Array {
  const out = new Float64Array(n * n);
  let r = rowFrom;
  for (; r + 4 <= rowTo; r += 4) addFour(rows, r * n, n, out);
  for (; r < rowTo; r++) addOne(rows, r * n, n, out);
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) out[k * n + i] = out[i * n + k]!;
  return out;
}

/** To the lower triangle. */
function addFour(rows: Float64Array, from: number, n: number, out: Float64Array): void {
  const [b, c, d] = [from + n, from + 2 * n, from + 3 * n];
  for (let i = 0; i < n; i++) {
    const [w, x, y, z] = [rows[from + i]!, rows[b + i]!, rows[c + i]!, rows[d + i]!];
    for (let k = 0, at = i * n; k <= i; k++, at++) {
      out[at] = out[at]! + (w * rows[from + k]! + x * rows[b + k]! + (y * rows[c + k]! + z * rows[d + k]!));
    }
  }
}

function addOne(rows: Float64Array, from: number, n: number, out: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const w = rows[from + i]!;
    for (let k = 0, at = i * n; k <= i; k++, at++) out[at] = out[at]! + w * rows[from + k]!;
  }
}
