import { gramMatrix } from '../linalg/gram-matrix.ts';
import type { Run } from './run.ts';

/** G = U Uᵀ, K×K, from the features themselves. */
export const gramOf = ({ start: { features, dim, squaredNorms } }: Run): Float64Array =>
  gramMatrix(features, squaredNorms.length, dim);

/** ⟨w, u_k⟩ of a row w, `dim` entries, with all K features, into `out`. */
export const productsOf = ({ start: { features, squaredNorms } }: Run, w: Float64Array, out: Float64Array) =>
  productsInto(w, features, squaredNorms.length, out);

/**
 * Σ_e w_e rows_ke, k < count, into `out`. Four sums at a time: each is in the order of its entries, but one alone would wait for
 * every addition.
 *
 * @param rows count×dim, dim the entries of w
 */
export function productsInto(w: Float64Array, rows: Float64Array, count: number, out: Float64Array): void {
  const dim = w.length;
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let e = 0, at = k * dim; e < dim; e++, at++) {
      const entry = w[e]!;
      a += entry * rows[at]!;
      b += entry * rows[at + dim]!;
      c += entry * rows[at + 2 * dim]!;
      d += entry * rows[at + 3 * dim]!;
    }
    out[k] = a;
    out[k + 1] = b;
    out[k + 2] = c;
    out[k + 3] = d;
  }
  for (; k < count; k++) {
    let sum = 0;
    for (let e = 0, at = k * dim; e < dim; e++, at++) sum += w[e]! * rows[at]!;
    out[k] = sum;
  }
}

/** Above so many samples p is only known where the run has formed the Gram matrix. */
const MANY = 500;

/** p = max_{i≠k} |⟨u_i, u_k⟩|; NaN where it would be too dear to know. */
export function largestInner(run: Run): number {
  const { facts, squaredNorms } = run.start;
  const K = squaredNorms.length;
  if (facts.p !== null) return facts.p;
  if (K > MANY) return NaN;
  const gram = run.derive(gramOf);
  let most = 0;
  for (let i = 0; i < K; i++) for (let k = 0; k < i; k++) most = Math.max(most, Math.abs(gram[i * K + k]!));
  return most;
}

/** w_r(0), `dim` entries, into `out`. */
export function initialRow({ start }: Run, r: number, out: Float64Array): void {
  const { initialRows, initialScale, dim } = start;
  for (let c = 0; c < dim; c++) out[c] = initialScale * initialRows[r * dim + c]!;
}

/** w_r = w_r(0) + Σ_k C_rk u_k from the definition (K Def. 5.1), into `out`. */
export function rowOf(run: Run, c: Float64Array, r: number, out: Float64Array): void {
  const { features, dim, squaredNorms } = run.start;
  const K = squaredNorms.length;
  initialRow(run, r, out);
  for (let k = 0; k < K; k++) {
    const weight = c[r * K + k]!;
    if (weight === 0) continue;
    for (let e = 0; e < dim; e++) out[e] = out[e]! + weight * features[k * dim + e]!;
  }
}
