import { timesGram, type Limit } from './max-margin.ts';
import { featureCount } from './network.ts';

/** z = Σ_r a_r w_r = (m₁v − m₂u)/√m (F Theorem 3.2(6)): where all neurons of a class are one, sign f(x) = sign zᵀx for all x. */
export interface LinearDecision {
  /** z = Σ_k `coefficients`_k u_k. */
  readonly coefficients: Float64Array;
  /** ⟨z, u_k⟩, K entries. */
  readonly products: Float64Array;
  /** ‖z‖. */
  readonly norm: number;
}

export function linearDecision({ network, coefficients, gram }: Limit): LinearDecision {
  const { groups, scale } = network;
  const K = featureCount(network);
  const z = new Float64Array(K);
  for (const [g, { sign, rows }] of groups.entries()) {
    for (let k = 0; k < K; k++) z[k]! += sign * scale * rows.length * coefficients[g * K + k]!;
  }
  const products = timesGram(z, gram, K);
  const square = products.reduce((sum, value, k) => sum + value * z[k]!, 0);
  return { coefficients: z, products, norm: Math.sqrt(square) };
}

/** zᵀx of any x, given ⟨u_k, x⟩. */
export const decisionAt = ({ coefficients }: LinearDecision, inner: Float64Array): number =>
  coefficients.reduce((sum, value, k) => sum + value * inner[k]!, 0);
