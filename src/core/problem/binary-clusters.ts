import type { BinaryClustersSpec } from '../experiment.ts';
import { pow } from '../special/pow.ts';
import { addScaled, noisyPoints } from './clusters.ts';
import { bothClasses, flipLabels, rademacher } from './labels.ts';
import { onePatchSamples, type Samples } from './problem.ts';

/**
 * F App. F.1: clusters at ỹμ with ‖μ‖ = d^meanExponent and all entries of μ equal and positive, x = ỹμ + z with
 * z ~ N(0, I_d), and y = −ỹ with probability labelNoise. The clusters ỹ both occur in the training sample.
 */
export function binaryClusters(spec: BinaryClustersSpec, seed: number, testPoints: number): Samples {
  const { n, d, meanExponent, labelNoise } = spec;
  const mu = new Float64Array(d).fill(pow(d, meanExponent) / Math.sqrt(d));
  const y = bothClasses(seed, 'label', n);
  const testY = rademacher(seed, 'test-label', 0, testPoints);
  const x = noisyPoints(seed, 'data', n, d, 1, (i, row) => addScaled(row, y[i]!, mu));
  const testX = noisyPoints(seed, 'test-data', testPoints, d, 1, (i, row) => addScaled(row, testY[i]!, mu));
  flipLabels(seed, 'label-noise', labelNoise, y);
  flipLabels(seed, 'test-label-noise', labelNoise, testY);
  return onePatchSamples(d, x, y, testX, testY);
}
