import type { Batch } from '../../objective.ts';

/** What a flow reads of its network and data; nothing of it moves. */
export interface FlowNetwork {
  /** All samples. */
  readonly full: Batch;
  /** G = UUᵀ, K×K. */
  readonly gram: Float64Array;
  /** a_r, 2m entries of one magnitude. */
  readonly a: Float64Array;
  /** Z(0) = W(0)Uᵀ, 2m×K. */
  readonly z0: Float64Array;
}

/**
 * What the patches of each feature add to the row of −D of a neuron, in units of a_r/n, where it fires for the feature
 * (`plus`: φ′(s) of its signed patch) and where it does not (`minus`): Σ y_i s φ′(±s) x_i over the patches s·u_k of all x_i.
 */
export function sidesOf(
  { n, patches, patchFeature, patchSign, y }: Batch,
  gamma: number,
  x: Float64Array,
  plus: Float64Array,
  minus: Float64Array,
): void {
  plus.fill(0);
  minus.fill(0);
  for (let i = 0, at = 0; i < n; i++) {
    const weight = y[i]! * x[i]!;
    for (let p = 0; p < patches; p++, at++) {
      const k = patchFeature[at]!;
      const s = patchSign[at]!;
      const along = s * weight;
      plus[k] = plus[k]! + (s > 0 ? along : gamma * along);
      minus[k] = minus[k]! + (s > 0 ? gamma * along : along);
    }
  }
}
