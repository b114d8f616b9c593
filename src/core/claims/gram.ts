import type { Run } from './run.ts';

/** G = U Uᵀ, K×K, from the features themselves. */
export function gramOf({ start: { features, dim, squaredNorms } }: Run): Float64Array {
  const K = squaredNorms.length;
  const gram = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    for (let k = 0; k <= i; k++) {
      let sum = 0;
      for (let c = 0; c < dim; c++) sum += features[i * dim + c]! * features[k * dim + c]!;
      gram[i * K + k] = sum;
      gram[k * K + i] = sum;
    }
  }
  return gram;
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
