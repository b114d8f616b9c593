import { rowProducts } from './row-products.ts';

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
  for (let i = rowFrom; i < rowTo; i++) {
    rowProducts(a, a, out, i, i + 1, cols, i + 1, rows);
    for (let k = 0; k < i; k++) out[k * rows + i] = out[i * rows + k]!;
  }
}
