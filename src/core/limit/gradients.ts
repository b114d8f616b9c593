import type { FrozenNetwork, NeuronGroup } from './network.ts';

/** The one entry that a patch of a sample has in a group's gradient: ∂q_i/∂w_r = Σ_p `value` u_`feature`. */
interface Entry {
  readonly feature: number;
  readonly value: number;
}

/** y_i a_r φ′_r,ip s_ip for each patch s·u of a sample: the gradient of its margin by a neuron of the group. */
export function entriesOf(network: FrozenNetwork, group: NeuronGroup, i: number): readonly Entry[] {
  const { samples, scale } = network;
  const { patches, patchFeature, patchSign, y } = samples;
  return Array.from({ length: patches }, (_, p) => {
    const k = i * patches + p;
    return {
      feature: patchFeature[k]!,
      value: y[i]! * group.sign * scale * group.slopes[k]! * patchSign[k]!,
    };
  });
}

/** All entries of a group, a list a sample. */
export const entriesOfAll = (network: FrozenNetwork, group: NeuronGroup): readonly (readonly Entry[])[] =>
  Array.from({ length: network.samples.y.length }, (_, i) => entriesOf(network, group, i));

/**
 * M_ik = ⟨∇q_i, ∇q_k⟩ = y_i y_k Σ_r a_r² φ′_ri φ′_rk G_ik (DESIGN §2; with several patches summed over those), n×n.
 *
 * @param gram G = U Uᵀ, K×K
 */
export function gradientProducts(network: FrozenNetwork, gram: Float64Array): Float64Array {
  const n = network.samples.y.length;
  const K = network.samples.features.length / network.samples.dim;
  const products = new Float64Array(n * n);
  for (const group of network.groups) {
    const entries = entriesOfAll(network, group);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k <= i; k++) {
        let sum = 0;
        for (const a of entries[i]!) {
          for (const b of entries[k]!) sum += a.value * b.value * gram[a.feature * K + b.feature]!;
        }
        products[i * n + k]! += group.rows.length * sum;
      }
    }
  }
  for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) products[k * n + i] = products[i * n + k]!;
  return products;
}

/** Σ_i λ_i ∇q_i (F (6)) as multiples of the features: groups×K, a row for each neuron of a group. */
export function combination(network: FrozenNetwork, lambda: Float64Array): Float64Array {
  const K = network.samples.features.length / network.samples.dim;
  const coefficients = new Float64Array(network.groups.length * K);
  for (const [g, group] of network.groups.entries()) {
    for (const [i, entries] of entriesOfAll(network, group).entries()) {
      for (const { feature, value } of entries) coefficients[g * K + feature]! += lambda[i]! * value;
    }
  }
  return coefficients;
}
