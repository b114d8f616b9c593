import type { Limit } from './max-margin.ts';
import { featureCount, type FrozenNetwork, type NeuronGroup } from './network.ts';

/**
 * The network with the slopes that hold sliding neurons where they are: φ′_ri of w_r = a_r Σ λ_i y_i φ′_ri x_i (F (6)), which
 * a Clarke KKT point has between γ and 1. Samples that are the same have the same.
 */
export function withHeldSlopes(limit: Pick<Limit, 'network' | 'coefficients' | 'lambda'>): FrozenNetwork {
  const { network } = limit;
  return { ...network, groups: network.groups.map((group, g) => heldGroup(limit, group, g)) };
}

function heldGroup(
  { network, coefficients, lambda }: Pick<Limit, 'network' | 'coefficients' | 'lambda'>,
  group: NeuronGroup,
  g: number,
): NeuronGroup {
  if (group.slides === undefined) return group;
  const { samples, scale } = network;
  const { patches, patchFeature, patchSign, y } = samples;
  const K = featureCount(network);
  const pulls = new Float64Array(K);
  for (const [k, feature] of patchFeature.entries()) {
    const i = Math.floor(k / patches);
    pulls[feature]! += group.sign * scale * y[i]! * lambda[i]! * patchSign[k]!;
  }
  const isHeld = new Set(group.slides);
  const slopes = group.slopes.map((slope, k) => {
    const feature = patchFeature[k]!;
    const taken = coefficients[g * K + feature]!;
    // Where the sample does not count, any slope does.
    if (!isHeld.has(feature) || (taken === 0 && pulls[feature] === 0)) return slope;
    return taken / pulls[feature]!;
  });
  return { ...group, slopes };
}

/** A pair that stays on its kink, and the φ′ that holds it there. */
export interface HeldPair {
  /** Row of W, from 0. */
  readonly neuron: number;
  /** Sample and patch, from 0. */
  readonly sample: number;
  readonly patch: number;
  readonly slope: number;
}

/** All of them, sorted by neuron and patch. */
export function heldPairs(limit: Pick<Limit, 'network' | 'coefficients' | 'lambda'>): readonly HeldPair[] {
  const { groups, samples } = withHeldSlopes(limit);
  const { patches, patchFeature } = samples;
  const pairs = groups.flatMap(({ rows, slopes, slides = [] }) => {
    const isHeld = new Set(slides);
    const places = [...patchFeature.keys()].filter((k) => isHeld.has(patchFeature[k]!));
    return rows.flatMap((neuron) =>
      places.map((k) => ({
        ...{ neuron, sample: Math.floor(k / patches), patch: k % patches },
        slope: slopes[k]!,
      })),
    );
  });
  return pairs.sort((a, b) => a.neuron - b.neuron || a.sample - b.sample || a.patch - b.patch);
}
