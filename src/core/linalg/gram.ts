import { rowProducts } from './multiply-transposed.ts';

/**
 * out ← A Aᵀ for some rows: out[i·rows + k] = out[k·rows + i] = Σ_c a[i·cols + c]·a[k·cols + c] for rowFrom ≤ i < rowTo
 * and k ≤ i. Once every slice up to rowTo = rows is done, both halves are filled.
 *
 * @param a rows×cols, row-major
 * @param out rows×rows
 */
export function gram(
  a: Float64Array,
  rows: number,
  cols: number,
  out: Float64Array,
  rowFrom: number,
  rowTo: number,
): void {
  // Rows in pairs, up to the diagonal's 2×2 tile; then each row's left part is copied to the column above it.
  for (let i = rowFrom; i < rowTo; i += 2) {
    const end = Math.min(i + 2, rowTo);
    rowProducts(a, a, out, i, end, cols, end, rows);
    for (let r = i; r < end; r++) for (let k = 0; k < r; k++) out[k * rows + r] = out[r * rows + k]!;
  }
}
