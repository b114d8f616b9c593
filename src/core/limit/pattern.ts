import type { Limit } from './max-margin.ts';
import { featureCount } from './network.ts';

/** Pre-activations below this share of the largest are on the kink, where any slope from γ to 1 is a subgradient. */
const ON_THE_KINK = 1e-12;

/**
 * How many pairs (neuron, patch) of the limit are on the other side of the kink than the pattern it was frozen at says.
 * None: W is a KKT point of the network itself, not only of its frozen pattern (F App. A).
 */
export function pairsOffPattern({ network, products }: Limit): number {
  const { samples, groups, gamma } = network;
  if (gamma === 1) return 0;
  const K = featureCount(network);
  const most = products.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  let count = 0;
  for (const [g, { rows, slopes }] of groups.entries()) {
    for (const [k, feature] of samples.patchFeature.entries()) {
      const z = products[g * K + feature]! * samples.patchSign[k]!;
      const fires = slopes[k] === 1;
      if (Math.abs(z) > ON_THE_KINK * most && z > 0 !== fires) count += rows.length;
    }
  }
  return count;
}
