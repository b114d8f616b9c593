import { dot } from '../linalg/dot.ts';

/* Stable ranks of groups by means and nodes (observe/groups/node-rank.ts), whose letters these are. */

/**
 * Of p groups whose means were m_g when nodes were made (observe/groups/nodes.ts): Δs_g and Δt_g + ⟨m_g, u_k⟩ since then, and
 *
 *     square_gh ← √size_g √size_h (⟨m_g, m_h⟩ + ⟨Δs_g, ⟨m_h, u⟩⟩ + ⟨Δs_h, Δt_g + ⟨m_g, u⟩⟩),
 *
 * the image's part being one of the two that are equal.
 *
 * @param roots √size_g
 * @param ids rows of `moved` and `image` that are the groups'
 * @param movedThen,imageThen p×K, as `onFeatures`; `products` is p×p
 */
export function nodeMeans(
  ids: Int32Array,
  roots: Float64Array,
  moved: Float64Array,
  image: Float64Array,
  movedThen: Float64Array,
  imageThen: Float64Array,
  products: Float64Array,
  onFeatures: Float64Array,
  p: number,
  K: number,
  deltaS: Float64Array,
  deltaT: Float64Array,
  square: Float64Array,
): void {
  for (let g = 0; g < p; g++) {
    const from = ids[g]! * K;
    for (let k = 0, at = g * K; k < K; k++, at++) {
      deltaS[at] = moved[from + k]! - movedThen[at]!;
      deltaT[at] = image[from + k]! - imageThen[at]! + onFeatures[at]!;
    }
  }
  for (let g = 0; g < p; g++) {
    for (let h = 0; h <= g; h++) {
      const product =
        products[g * p + h]! +
        dot(deltaS, g * K, onFeatures, h * K, K) +
        dot(deltaS, h * K, deltaT, g * K, K);
      square[g * p + h] = roots[g]! * roots[h]! * product;
      square[h * p + g] = square[g * p + h]!;
    }
  }
}

/** shares_kg ← √size_g (weight_kg + Σ_l weight_k,p+l Δs_gl); weights are nodes×(p + K), shares nodes×p. */
export function nodeShares(
  weights: Float64Array,
  roots: Float64Array,
  deltaS: Float64Array,
  nodes: number,
  p: number,
  K: number,
  shares: Float64Array,
): void {
  for (let k = 0, at = 0; k < nodes; k++, at += p + K) {
    for (let g = 0; g < p; g++) {
      shares[k * p + g] = roots[g]! * (weights[at + g]! + dot(weights, at + p, deltaS, g * K, K));
    }
  }
}

/**
 * F ← M Mᵀ + Σ_k R_k R_kᵀ/(λ − θ_k), p×p, node after node.
 *
 * @param square M Mᵀ
 * @param shares R
 * @param values θ_k
 */
export function secularMatrix(
  square: Float64Array,
  shares: Float64Array,
  values: Float64Array,
  nodes: number,
  p: number,
  lambda: number,
  f: Float64Array,
): void {
  for (let g = 0; g < p * p; g++) f[g] = square[g]!;
  for (let k = 0, at = 0; k < nodes; k++, at += p) {
    const inverse = 1 / (lambda - values[k]!);
    for (let g = 0; g < p; g++) {
      const part = inverse * shares[at + g]!;
      for (let h = 0; h <= g; h++) f[g * p + h] = f[g * p + h]! + part * shares[at + h]!;
    }
  }
  for (let g = 0; g < p; g++) for (let h = 0; h < g; h++) f[h * p + g] = f[g * p + h]!;
}

/**
 * Along a unit vector a, with b_k = R_k a and c_k = b_k/(λ − θ_k): out ← Σ b_k c_k, 1 + Σ c_k² and Σ |c_k| residual_k.
 *
 * @param a p entries
 */
export function secularSums(
  shares: Float64Array,
  a: Float64Array,
  values: Float64Array,
  residuals: Float64Array,
  nodes: number,
  p: number,
  lambda: number,
  out: Float64Array,
): void {
  let added = 0;
  let slope = 1;
  let residual = 0;
  for (let k = 0, at = 0; k < nodes; k++) {
    let along = 0;
    for (let g = 0; g < p; g++, at++) along += shares[at]! * a[g]!;
    const share = along * (1 / (lambda - values[k]!));
    added += along * share;
    slope += share * share;
    residual += Math.abs(share) * residuals[k]!;
  }
  out[0] = added;
  out[1] = slope;
  out[2] = residual;
}
