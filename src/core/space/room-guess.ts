import type { Problem } from '../problem/problem.ts';

/** Arrays of 2m×K and 2m×nP that a run holds: Z, Z(0), C, D, DG and two to compare with; φ′, and half as often signs. */
const OF_FEATURES = 7;
const OF_PATCHES = 2;
/** Square matrices of W Wᵀ or Wᵀ W, and bases of as many vectors. */
const OF_SQUARES = 2;

/**
 * Bytes that the arrays of a run will take, roughly: those that grow with the neurons, the test points or the square of
 * the dimensions. A run that needs more finds out while it is set up (`inRoom`).
 */
export function roomGuess({ neurons, featureCount, samples }: Problem): number {
  const { dim, testX } = samples;
  const patches = samples.patchFeature.length;
  const testPatches = testX.length / dim;
  const smaller = Math.min(neurons, dim);
  const ofNeuron = OF_FEATURES * featureCount + OF_PATCHES * patches + testPatches + smaller + dim / 4;
  return (
    8 * (neurons * ofNeuron + featureCount * (featureCount + testPatches) + OF_SQUARES * smaller * smaller)
  );
}
