import { dot } from '../linalg/dot.ts';
import type { Samples } from '../problem/problem.ts';

/**
 * ⟨∇f_i, ∇f_k⟩ = Σ_r a_r² Σ_{p,p'} φ′_{r,ip} φ′_{r,kp'} ⟨s u_{k(i,p)}, s′ u_{k(k,p')}⟩ of all samples, n×n.
 */
export class GradientGram {
  readonly matrix: Float64Array;
  /** Inner products of all patches, sign included: nP×nP. */
  private readonly inner: Float64Array;

  constructor(
    private readonly samples: Samples,
    private readonly neurons: number,
  ) {
    const n = samples.y.length;
    this.matrix = new Float64Array(n * n);
    this.inner = patchProducts(samples);
  }

  /** @param weighted a_r φ′(s z), a row of 2m for each patch: nP×2m */
  update(weighted: Float64Array): void {
    const { samples, neurons, matrix, inner } = this;
    const { patches: P, y } = samples;
    const n = y.length;
    const width = n * P;
    for (let i = 0; i < n; i++) {
      for (let k = 0; k <= i; k++) {
        let sum = 0;
        for (let p = i * P; p < (i + 1) * P; p++) {
          for (let q = k * P; q < (k + 1) * P; q++) {
            const product = inner[p * width + q]!;
            if (product !== 0) sum += product * dot(weighted, p * neurons, weighted, q * neurons, neurons);
          }
        }
        matrix[i * n + k] = matrix[k * n + i] = sum;
      }
    }
  }
}

function patchProducts({ features, dim, patchFeature, patchSign }: Samples): Float64Array {
  const width = patchFeature.length;
  const out = new Float64Array(width * width);
  for (let p = 0; p < width; p++) {
    for (let q = 0; q <= p; q++) {
      const product = dot(features, patchFeature[p]! * dim, features, patchFeature[q]! * dim, dim);
      out[p * width + q] = out[q * width + p] = patchSign[p]! * patchSign[q]! * product;
    }
  }
  return out;
}
