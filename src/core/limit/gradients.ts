import { featureCount, type FrozenNetwork, type NeuronGroup } from './network.ts';
import { Projection, type Entry } from './sliding.ts';

/**
 * The gradient of every margin by a neuron of the group, in features: y_i a_r φ′_r,ip s_ip for each patch s·u of sample i, less
 * what lies along the features that the neuron slides on. A list a sample.
 *
 * @param gram G = U Uᵀ, K×K
 */
export function gradientsOf(
  network: FrozenNetwork,
  group: NeuronGroup,
  gram: Float64Array,
): readonly (readonly Entry[])[] {
  const { samples, scale } = network;
  const { patches, patchFeature, patchSign, y } = samples;
  const { slides } = group;
  const isHeld = new Set(slides);
  const own = Array.from(y, (label, i): readonly Entry[] =>
    Array.from({ length: patches }, (_, p) => {
      const k = i * patches + p;
      const feature = patchFeature[k]!;
      const slope = isHeld.has(feature) ? 0 : group.slopes[k]!;
      return { feature, value: label * group.sign * scale * slope * patchSign[k]! };
    }),
  );
  if (slides === undefined) return own;
  const projection = new Projection(slides, gram, featureCount(network));
  return own.map((entries) => projection.of(entries));
}

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
    const entries = gradientsOf(network, group, gram);
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

/**
 * Σ_i λ_i ∇q_i (F (6)) as multiples of the features: groups×K, a row for each neuron of a group.
 *
 * @param gram G, K×K
 */
export function combination(network: FrozenNetwork, lambda: Float64Array, gram: Float64Array): Float64Array {
  const K = network.samples.features.length / network.samples.dim;
  const coefficients = new Float64Array(network.groups.length * K);
  for (const [g, group] of network.groups.entries()) {
    for (const [i, entries] of gradientsOf(network, group, gram).entries()) {
      for (const { feature, value } of entries) coefficients[g * K + feature]! += lambda[i]! * value;
    }
  }
  return coefficients;
}
