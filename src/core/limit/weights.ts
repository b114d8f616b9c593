import type { Limit } from './max-margin.ts';
import { featureCount, type FrozenNetwork } from './network.ts';

/** Any W of the network as its run holds it: W = W(0) + C U, never formed. */
export interface WeightsInFeatures {
  /** C, 2m×K. */
  readonly c: Float64Array;
  /** Z = W Uᵀ and Z(0) = W(0) Uᵀ, 2m×K each. */
  readonly z: Float64Array;
  readonly z0: Float64Array;
  /** ‖W(0)‖_F². */
  readonly initialSquare: number;
}

/**
 * ‖αW − βB‖_F² for B with a row of coefficients, and of its products with the features, a group: the differences are taken
 * of coefficients and so lose nothing where the two are close.
 */
export function squaredDistance(
  network: FrozenNetwork,
  { c, z, z0, initialSquare }: WeightsInFeatures,
  alpha: number,
  { coefficients, products }: Pick<Limit, 'coefficients' | 'products'>,
  beta: number,
): number {
  const K = network.samples.features.length / network.samples.dim;
  let square = alpha * alpha * initialSquare;
  for (const [g, { rows }] of network.groups.entries()) {
    for (const r of rows) {
      for (let k = 0; k < K; k++) {
        const at = r * K + k;
        const apart = alpha * c[at]! - beta * coefficients[g * K + k]!;
        const moved = alpha * (z[at]! - z0[at]!) - beta * products[g * K + k]!;
        square += apart * (2 * alpha * z0[at]! + moved);
      }
    }
  }
  return Math.max(0, square);
}

/** ‖W‖_F. */
export function normOf(network: FrozenNetwork, weights: WeightsInFeatures): number {
  const zero = new Float64Array(network.groups.length * featureCount(network));
  return Math.sqrt(squaredDistance(network, weights, 1, { coefficients: zero, products: zero }, 0));
}
