import { dot } from '../linalg/dot.ts';
import type { Samples } from '../problem/problem.ts';
import type { FeatureFactor } from './feature-factor.ts';

/** What ∇²L is made of at an epoch; slopes and curvatures of φ are 2m×(nP), row-major. */
export interface HessianParts {
  /** a_r s φ′(s z) of each patch. */
  readonly slopes: Float64Array;
  /** a_r φ″(s z) of each patch. */
  readonly curvatures: Float64Array;
  /** ℓ″_i / n and y_i ℓ′_i / n. */
  readonly second: Float64Array;
  readonly first: Float64Array;
}

/**
 * ∇²L as an operator on V = X Q (Q orthonormal, U = R Q): with δZ = X Rᵀ,
 *
 *     X ↦ ( Σ_i (ℓ″_i/n) ⟨g_i, δZ⟩ g_i + B ⊙ δZ ) R,   B_rk = Σ_{(i,p) of feature k} (y_i ℓ′_i/n) a_r φ″(s z_rk)
 *
 * and plus `shift`, which makes it positive semidefinite. Orthogonal to the features ∇²L is 0.
 */
export class HessianOperator {
  readonly dimension: number;
  /** Multiply–adds of a product. */
  readonly work: number;
  /** −λ_min is at most this. */
  shift = 0;
  private parts: HessianParts | null = null;
  private readonly bends: Float64Array;
  private readonly moved: Float64Array;
  private readonly pulled: Float64Array;
  private readonly through: Float64Array;
  private readonly K: number;

  constructor(
    private readonly samples: Samples,
    private readonly factor: FeatureFactor,
    private readonly neurons: number,
  ) {
    this.K = factor.rows.length / factor.columns;
    this.dimension = neurons * factor.columns;
    this.work = 2 * this.dimension * this.K;
    this.bends = new Float64Array(neurons * this.K);
    this.moved = new Float64Array(neurons * this.K);
    this.pulled = new Float64Array(neurons * this.K);
    this.through = new Float64Array(samples.y.length);
  }

  update(parts: HessianParts): void {
    const { samples, neurons, K, bends, factor } = this;
    const { patches: P, patchFeature } = samples;
    const { rows, columns } = factor;
    const width = patchFeature.length;
    this.parts = parts;
    this.shift = 0;
    bends.fill(0);
    for (let r = 0; r < neurons; r++) {
      for (let at = 0; at < width; at++) {
        const k = r * K + patchFeature[at]!;
        bends[k] = bends[k]! + parts.first[Math.floor(at / P)]! * parts.curvatures[r * width + at]!;
      }
      let below = 0;
      for (let k = 0; k < K; k++) {
        const bend = bends[r * K + k]!;
        if (bend < 0) below -= bend * dot(rows, k * columns, rows, k * columns, columns);
      }
      this.shift = Math.max(this.shift, below);
    }
  }

  /** y ← (∇²L + shift) x */
  readonly apply = (x: Float64Array, y: Float64Array): void => {
    const { samples, neurons, K, bends, moved, pulled, through, shift, parts } = this;
    const { rows, columns } = this.factor;
    const { patches: P, patchFeature } = samples;
    const width = patchFeature.length;
    if (parts === null) throw new Error('the Hessian has no epoch yet: update() comes first');
    through.fill(0);
    for (let r = 0; r < neurons; r++) {
      for (let k = 0; k < K; k++) moved[r * K + k] = dot(x, r * columns, rows, k * columns, columns);
      for (let at = 0; at < width; at++) {
        const i = Math.floor(at / P);
        through[i] = through[i]! + parts.slopes[r * width + at]! * moved[r * K + patchFeature[at]!]!;
      }
    }
    for (let i = 0; i < through.length; i++) through[i] = through[i]! * parts.second[i]!;
    for (let r = 0; r < neurons; r++) {
      for (let k = r * K; k < (r + 1) * K; k++) pulled[k] = bends[k]! * moved[k]!;
      for (let at = 0; at < width; at++) {
        const k = r * K + patchFeature[at]!;
        pulled[k] = pulled[k]! + through[Math.floor(at / P)]! * parts.slopes[r * width + at]!;
      }
      for (let c = r * columns; c < (r + 1) * columns; c++) y[c] = shift * x[c]!;
      for (let k = 0; k < K; k++) {
        const pull = pulled[r * K + k]!;
        if (pull === 0) continue;
        for (let c = 0; c < columns; c++)
          y[r * columns + c] = y[r * columns + c]! + pull * rows[k * columns + c]!;
      }
    }
  };
}
