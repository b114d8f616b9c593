import { GrowingCholesky } from '../linalg/growing-cholesky.ts';

/** A multiple of a feature. */
export interface Entry {
  readonly feature: number;
  readonly value: number;
}

/**
 * Takes off a combination g of features what lies in the span of those that a neuron slides on, on whose kinks ⟨w_r, u_k⟩ = 0
 * it stays: Pg = g − Σ_{k∈S} β_k u_k with G_SS β = G_S g. Features that depend on others of S are of no account.
 *
 * @param gram G, K×K
 */
export class Projection {
  private readonly factor: GrowingCholesky;
  private readonly scale: Float64Array;

  constructor(
    private readonly features: readonly number[],
    private readonly gram: Float64Array,
    private readonly K: number,
  ) {
    const count = features.length;
    this.scale = Float64Array.from(features, (k) => {
      const square = gram[k * K + k]!;
      return square > 0 ? 1 / Math.sqrt(square) : 0;
    });
    const unit = new Float64Array(count * count);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        unit[a * count + b] =
          a === b ? 1 : gram[features[a]! * K + features[b]!]! * this.scale[a]! * this.scale[b]!;
      }
    }
    this.factor = new GrowingCholesky(unit, count);
    for (let a = 0; a < count; a++) {
      if (this.scale[a] === 0) continue;
      const reach = this.factor.reach(a);
      if (reach.schur > 0) this.factor.add(reach);
    }
  }

  of(entries: readonly Entry[]): readonly Entry[] {
    const { features, gram, K, scale } = this;
    const { members } = this.factor;
    const right = Float64Array.from(members, (a) => {
      const row = features[a]! * K;
      return scale[a]! * entries.reduce((sum, { feature, value }) => sum + value * gram[row + feature]!, 0);
    });
    const beta = this.factor.solve(right);
    return [
      ...entries,
      ...members.map((a, p): Entry => ({ feature: features[a]!, value: -beta[p]! * scale[a]! })),
    ];
  }
}
