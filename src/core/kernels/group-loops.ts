import { dot } from '../linalg/dot.ts';

/*
 * W by groups (space/groups/groups.ts), whose letters these are: K features, Q sites, `groups` rows of each, of which those
 * with `size` 0 are left out.
 */

/** out_q ← Σ_g gain_gq (Σ z̃ + size_g t_gk) with k the feature of site q: what each site adds to f. */
export function groupOutputs(
  size: Int32Array,
  feature: Int32Array,
  gain: Float64Array,
  sum: Float64Array,
  image: Float64Array,
  groups: number,
  K: number,
  Q: number,
  out: Float64Array,
): void {
  out.fill(0, 0, Q);
  for (let g = 0; g < groups; g++) {
    const count = size[g]!;
    if (count === 0) continue;
    for (let q = 0, at = g * Q; q < Q; q++, at++) {
      const k = g * K + feature[q]!;
      out[q] = out[q]! + gain[at]! * (sum[k]! + count * image[k]!);
    }
  }
}

/**
 * s_g ← s_g − η d_g with d_gk = Σ gain·e over the sites of feature k, summed with compensation (Kahan 1965), and t_g ← s_g G.
 * Each site's part is summed on its own: a feature has one site, or two.
 *
 * @param e Q entries
 * @param gram G, K×K, or its diagonal alone
 */
export function moveGroups(
  eta: number,
  e: Float64Array,
  size: Int32Array,
  feature: Int32Array,
  gain: Float64Array,
  gram: Float64Array,
  isDiagonal: boolean,
  groups: number,
  K: number,
  Q: number,
  moved: Float64Array,
  carry: Float64Array,
  image: Float64Array,
): void {
  for (let g = 0; g < groups; g++) {
    if (size[g] === 0) continue;
    const row = g * K;
    for (let q = 0, at = g * Q; q < Q; q++, at++) {
      const k = row + feature[q]!;
      const part = -eta * (gain[at]! * e[q]!) - carry[k]!;
      const before = moved[k]!;
      const after = before + part;
      carry[k] = after - before - part;
      moved[k] = after;
    }
    // G is symmetric, so that its rows do.
    if (isDiagonal) for (let k = 0; k < K; k++) image[row + k] = moved[row + k]! * gram[k]!;
    else for (let k = 0; k < K; k++) image[row + k] = dot(gram, k * K, moved, row, K);
  }
}

/**
 * Whether some neuron has crossed its kink. Rounding is monotone: where the one next to the kink (`edge`) has not, none has.
 *
 * @param fires 1 where a group fires at a site
 */
export function hasCrossed(
  size: Int32Array,
  feature: Int32Array,
  sign: Float64Array,
  edge: Float64Array,
  fires: Uint8Array,
  image: Float64Array,
  groups: number,
  K: number,
  Q: number,
): boolean {
  for (let g = 0; g < groups; g++) {
    if (size[g] === 0) continue;
    for (let q = 0, at = g * Q; q < Q; q++, at++) {
      if (sign[q]! * image[g * K + feature[q]!]! + edge[at]! >= 0 !== (fires[at] === 1)) return true;
    }
  }
  return false;
}

/** Σ_g size_g d_gᵀ G d_g, d_g as of {@link moveGroups}. @param d K entries to work in */
export function groupSquares(
  e: Float64Array,
  size: Int32Array,
  feature: Int32Array,
  gain: Float64Array,
  gram: Float64Array,
  groups: number,
  K: number,
  Q: number,
  d: Float64Array,
): number {
  let total = 0;
  for (let g = 0; g < groups; g++) {
    const count = size[g]!;
    if (count === 0) continue;
    d.fill(0, 0, K);
    for (let q = 0; q < Q; q++) d[feature[q]!] = d[feature[q]!]! + gain[g * Q + q]! * e[q]!;
    let square = 0;
    for (let k = 0; k < K; k++) square += d[k]! * dot(gram, k * K, d, 0, K);
    total += count * square;
  }
  return total;
}
