import type { Problem } from '../problem/problem.ts';

/** Arrays of 2m×K and 2m×nP that a run holds: Z, Z(0), C, D, DG and two to compare with; φ′, and half as often signs. */
const OF_FEATURES = 7;
const OF_PATCHES = 2;

/**
 * Bytes that the arrays of a run will take, roughly: those that grow with the neurons. A run that needs more finds out
 * while it is set up (`inRoom`).
 */
export function roomGuess({ neurons, featureCount, samples }: Problem): number {
  const patches = samples.patchFeature.length;
  const ofNeuron =
    OF_FEATURES * featureCount + OF_PATCHES * patches + Math.min(neurons, samples.dim) + samples.dim / 4;
  return 8 * (neurons * ofNeuron + featureCount * featureCount);
}
