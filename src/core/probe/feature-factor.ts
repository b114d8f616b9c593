import { dot } from '../linalg/dot.ts';
import type { Samples } from '../problem/problem.ts';

/** R with R Rᵀ = G = U Uᵀ: the features in as few coordinates as they need, K×columns, row-major. */
export interface FeatureFactor {
  readonly rows: Float64Array;
  readonly columns: number;
}

/** U itself without its last columns of zeros, or where it has fewer rows than columns a Cholesky factor of G. */
export function featureFactor({ features, dim, patchFeature }: Samples): FeatureFactor {
  const K = dim === 0 ? patchFeature.length : features.length / dim;
  const used = usedColumns(features, K, dim);
  if (used > K) return { rows: choleskyOf(features, K, dim), columns: K };
  const rows = new Float64Array(K * used);
  for (let k = 0; k < K; k++) rows.set(features.subarray(k * dim, k * dim + used), k * used);
  return { rows, columns: used };
}

/** How many columns there are up to the last that has an entry other than 0. */
function usedColumns(features: Float64Array, K: number, dim: number): number {
  let used = 1;
  for (let k = 0; k < K; k++) {
    for (let c = dim - 1; c >= used; c--) {
      if (features[k * dim + c] !== 0) used = c + 1;
    }
  }
  return Math.min(used, dim);
}

/** A pivot below this share of its diagonal entry is rounding: the feature is a combination of those before it. */
const DEPENDENT = 1e-13;

function choleskyOf(features: Float64Array, K: number, dim: number): Float64Array {
  const r = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    for (let k = 0; k < i; k++) {
      const pivot = r[k * K + k]!;
      if (pivot === 0) continue;
      const product = dot(features, i * dim, features, k * dim, dim);
      r[i * K + k] = (product - dot(r, i * K, r, k * K, k)) / pivot;
    }
    const square = dot(features, i * dim, features, i * dim, dim);
    const rest = square - dot(r, i * K, r, i * K, i);
    r[i * K + i] = rest > K * DEPENDENT * square ? Math.sqrt(rest) : 0;
  }
  return r;
}
