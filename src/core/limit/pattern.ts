import { withHeldSlopes } from './held.ts';
import type { Limit } from './max-margin.ts';
import { featureCount } from './network.ts';

/** Pre-activations below this share of the largest are on the kink, where any slope from γ to 1 is a subgradient. */
const ON_THE_KINK = 1e-12;

/** A slope so far outside of γ to 1 is rounding. */
const SLOPE = 1e-9;

/**
 * How many pairs (neuron, patch) of the limit are on the other side of the kink than the pattern it was frozen at says.
 * A pair that slides is off where the slope that holds it there, w_r = a_r Σ λ_i y_i φ′_ri x_i (F (6)), is not from γ to 1.
 * None: W is a KKT point of the network itself, not only of its frozen pattern (F App. A).
 */
export function pairsOffPattern(limit: Limit): number {
  const { products } = limit;
  const network = withHeldSlopes(limit);
  const { samples, groups, gamma } = network;
  if (gamma === 1) return 0;
  const K = featureCount(network);
  const most = products.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  let count = 0;
  for (const [g, { rows, slopes, slides = [] }] of groups.entries()) {
    const isHeld = new Set(slides);
    for (const [k, feature] of samples.patchFeature.entries()) {
      if (isHeld.has(feature)) {
        if (!(slopes[k]! >= gamma - SLOPE && slopes[k]! <= 1 + SLOPE)) count += rows.length;
        continue;
      }
      const z = products[g * K + feature]! * samples.patchSign[k]!;
      const fires = slopes[k] === 1;
      if (Math.abs(z) > ON_THE_KINK * most && z > 0 !== fires) count += rows.length;
    }
  }
  return count;
}
