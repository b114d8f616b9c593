import { gramMatrix } from '../linalg/gram-matrix.ts';
import type { Run } from './run.ts';

/** G = U Uᵀ, K×K, from the features themselves. */
export const gramOf = ({ start: { features, dim, squaredNorms } }: Run): Float64Array =>
  gramMatrix(features, squaredNorms.length, dim);

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
