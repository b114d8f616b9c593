import type { FrozenNetwork, NeuronGroup } from './network.ts';

/** How far (W, λ) is from the KKT conditions of min ½‖W‖_F² with q_i(W) ≥ 1; without units. */
export interface KktResiduals {
  /** ‖W − Σ λ_i ∇q_i‖_F/‖W‖_F, or the most negative λ_i over the largest where that is more. */
  readonly stationarity: number;
  /** max_i (1 − q_i), or 0. */
  readonly feasibility: number;
  /** Σ λ_i |q_i − 1| / Σ λ_i. */
  readonly complementarity: number;
}

/**
 * The residuals from the problem's own definition, in the coordinates of the samples: no Gram matrix, no M, nothing of the
 * solver's. Margins are those of the weights that F (6) rebuilds from λ.
 *
 * @param rows W of a group's neurons: groups×dim
 */
export function kktResiduals(network: FrozenNetwork, lambda: Float64Array, rows: Float64Array): KktResiduals {
  const { dim, y } = network.samples;
  const n = y.length;
  const margins = new Float64Array(n);
  let [apart, square] = [0, 0];
  for (const [g, group] of network.groups.entries()) {
    const rebuilt = rebuiltRow(network, group, lambda);
    for (let c = 0; c < dim; c++) {
      const weight = rows[g * dim + c]!;
      apart += group.rows.length * (weight - rebuilt[c]!) * (weight - rebuilt[c]!);
      square += group.rows.length * weight * weight;
    }
    for (let i = 0; i < n; i++) margins[i]! += group.rows.length * shareOfMargin(network, group, rebuilt, i);
  }
  const most = lambda.reduce((a, b) => Math.max(a, b), 0);
  const negative = lambda.reduce((least, value) => Math.min(least, value), 0);
  let [broken, unslack, sum] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    broken = Math.max(broken, 1 - margins[i]!);
    unslack += Math.abs(lambda[i]! * (margins[i]! - 1));
    sum += Math.abs(lambda[i]!);
  }
  return {
    stationarity: Math.max(Math.sqrt(apart / square), -negative / most),
    feasibility: broken,
    complementarity: unslack / sum,
  };
}

/** w_r = a_r Σ_i λ_i y_i Σ_p φ′_r,ip x_ip (F (6)), dim entries. */
export function rebuiltRow(network: FrozenNetwork, group: NeuronGroup, lambda: Float64Array): Float64Array {
  const { samples, scale } = network;
  const { features, dim, patches, patchFeature, patchSign, y } = samples;
  const row = new Float64Array(dim);
  for (let k = 0; k < patchFeature.length; k++) {
    const i = Math.floor(k / patches);
    const share = group.sign * scale * lambda[i]! * y[i]! * group.slopes[k]!;
    const x = patchFeature[k]! * dim;
    for (let c = 0; c < dim; c++) row[c]! += share * patchSign[k]! * features[x + c]!;
  }
  return row;
}

/** y_i a_r Σ_p φ′_r,ip ⟨w_r, x_ip⟩. */
function shareOfMargin(network: FrozenNetwork, group: NeuronGroup, row: Float64Array, i: number): number {
  const { features, dim, patches, patchFeature, patchSign, y } = network.samples;
  let sum = 0;
  for (let k = i * patches; k < (i + 1) * patches; k++) {
    let inner = 0;
    for (let c = 0; c < dim; c++) inner += row[c]! * features[patchFeature[k]! * dim + c]!;
    sum += group.slopes[k]! * patchSign[k]! * inner;
  }
  return y[i]! * group.sign * network.scale * sum;
}
