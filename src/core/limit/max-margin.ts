import { combination, gradientProducts, gradientsOf } from './gradients.ts';
import { featureCount, type FrozenNetwork } from './network.ts';
import { solveProgramme } from './programme.ts';

/**
 * The solution of the max-margin problem of a frozen pattern (F (1), K (4.1)):
 *
 *   min ½‖W‖_F²  with  q_i(W) ≥ 1 for all i,   so   W = Σ λ_i ∇q_i:  w_r = a_r Σ_i λ_i y_i φ′_ri x_i   (F (6))
 *
 * and λ ≥ 0 minimises ½λᵀMλ − 1ᵀλ. W, the margins and the objective are unique; λ is where M is regular.
 */
export interface Limit {
  readonly network: FrozenNetwork;
  /** G, K×K. */
  readonly gram: Float64Array;
  /** λ, n entries. */
  readonly lambda: Float64Array;
  /** W = `coefficients` · U, a row a group: groups×K. */
  readonly coefficients: Float64Array;
  /** W Uᵀ, groups×K. */
  readonly products: Float64Array;
  /** q_i, n entries. */
  readonly margins: Float64Array;
  /** ‖W‖_F². */
  readonly squaredNorm: number;
}

/** No W of this pattern has all margins above 0: Σ d_i ∇q_i = 0 for some d ≥ 0, so their d-weighted sum is 0 always. */
export class InfeasiblePattern extends RangeError {
  override readonly name = 'InfeasiblePattern';

  /** @param ray d, n entries, the largest 1 */
  constructor(readonly ray: Float64Array) {
    super(reason(ray));
  }
}

function reason(ray: Float64Array): string {
  const samples = [...ray.keys()].filter((i) => ray[i]! > 0);
  const named = samples.slice(0, 5).map((i) => i + 1);
  const more = samples.length > named.length ? ` and ${samples.length - named.length} more` : '';
  const what =
    samples.length === 1
      ? `sample ${named[0]} has margin 0 whatever the weights are: no neuron has a slope there, or x is 0`
      : `a positive combination of the margins of samples ${named.join(', ')}${more} is 0 whatever the weights are`;
  return `the pattern is infeasible: ${what}; choose another pattern, a leak γ above 0, or other data`;
}

/**
 * @param gram G = U Uᵀ, K×K
 * @throws InfeasiblePattern with its certificate, RangeError when a number is not finite
 */
export function maxMargin(network: FrozenNetwork, gram: Float64Array): Limit {
  const n = network.samples.y.length;
  const matrix = gradientProducts(network, gram);
  const end = solveProgramme({ n, matrix, linear: new Float64Array(n).fill(1) });
  if (end.kind === 'unbounded') throw new InfeasiblePattern(end.ray);
  const { lambda } = end;
  const coefficients = combination(network, lambda, gram);
  const K = network.samples.features.length / network.samples.dim;
  const products = timesGram(coefficients, gram, K);
  let squaredNorm = 0;
  const margins = new Float64Array(n);
  for (const [g, group] of network.groups.entries()) {
    const count = group.rows.length;
    for (let k = g * K; k < (g + 1) * K; k++) squaredNorm += count * coefficients[k]! * products[k]!;
    for (const [i, entries] of gradientsOf(network, group, gram).entries()) {
      for (const { feature, value } of entries) margins[i]! += count * value * products[g * K + feature]!;
    }
  }
  return { network, gram, lambda, coefficients, products, margins, squaredNorm };
}

/** C G, rows×K. */
export function timesGram(c: Float64Array, gram: Float64Array, K: number): Float64Array {
  const out = new Float64Array(c.length);
  for (let from = 0; from < c.length; from += K) {
    for (let k = 0; k < K; k++) {
      const share = c[from + k]!;
      if (share === 0) continue;
      for (let e = 0; e < K; e++) out[from + e]! += share * gram[k * K + e]!;
    }
  }
  return out;
}

/** ½‖W‖_F². */
export const objectiveOf = ({ squaredNorm }: Limit): number => squaredNorm / 2;

/** W of each group's neurons in the coordinates of the samples: groups×dim. */
export function limitRows({ network, coefficients }: Limit): Float64Array {
  const { features, dim } = network.samples;
  const K = featureCount(network);
  const rows = new Float64Array(network.groups.length * dim);
  for (let g = 0; g < network.groups.length; g++) {
    for (let k = 0; k < K; k++) {
      const share = coefficients[g * K + k]!;
      if (share === 0) continue;
      for (let c = 0; c < dim; c++) rows[g * dim + c]! += share * features[k * dim + c]!;
    }
  }
  return rows;
}
