import { alignedGroups, type FrozenNetwork, type NeuronGroup } from '../../../src/core/limit/network.ts';
import { maxMargin, type Limit } from '../../../src/core/limit/max-margin.ts';
import { gramMatrix } from '../../../src/core/linalg/gram-matrix.ts';
import { onePatchSamples } from '../../../src/core/problem/problem.ts';

const NONE = new Float64Array(0);

interface Given {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly gamma: number;
  /** m₁ and m₂; 1 and 1 by default. */
  readonly neurons?: readonly [number, number];
  /** Absent: each neuron fires for its own class. */
  readonly groups?: readonly NeuronGroup[];
}

/** F's network, a_r = ±1/√m, on given samples. */
export function networkOf({ x, y, gamma, neurons: [m1, m2] = [1, 1], groups }: Given): FrozenNetwork {
  const labels = Float64Array.from(y);
  return {
    samples: onePatchSamples(x[0]!.length, Float64Array.from(x.flat()), labels, NONE, NONE),
    scale: 1 / Math.sqrt(m1 + m2),
    gamma,
    groups: groups ?? alignedGroups(labels, 1, gamma, m1, m2),
  };
}

export const gramOf = ({ samples: { features, dim } }: FrozenNetwork): Float64Array =>
  gramMatrix(features, features.length / dim, dim);

export const limitOf = (given: Given): Limit => {
  const network = networkOf(given);
  return maxMargin(network, gramOf(network));
};

/** e_1, …, e_n. */
export const unitVectors = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, c) => (c === i ? 1 : 0)));

/** Lemma B.8's three points: −e₁; ε along e₁ and the rest along e₂; e₃; labels −, +, +. */
export const threePoints = (epsilon: number) => ({
  x: [
    [-1, 0, 0],
    [epsilon, Math.sqrt(1 - epsilon * epsilon), 0],
    [0, 0, 1],
  ],
  y: [-1, 1, 1],
});
