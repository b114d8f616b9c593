import type { BinaryClustersSpec } from '../experiment.ts';
import type { Work } from '../slices.ts';
import { pow } from '../special/pow.ts';
import { gaussianBasis, noisyPoints } from './gaussian-basis.ts';
import { bothClasses, flipLabels, rademacher } from './labels.ts';
import { gaussianSamples, type Samples } from './problem.ts';

/**
 * F App. F.1: clusters at ỹμ with ‖μ‖ = d^meanExponent (all entries of F's μ are equal; its direction is not observed),
 * x = ỹμ + z with z ~ N(0, I_d), and y = −ỹ with probability labelNoise. The clusters ỹ both occur in the training
 * sample.
 */
export function* binaryClusters(
  spec: BinaryClustersSpec,
  seed: number,
  testPoints: number,
  neurons: number,
): Work<Samples> {
  const { n, d, meanExponent, labelNoise } = spec;
  const basis = gaussianBasis(d, 1, n, neurons);
  const meanNorm = pow(d, meanExponent);
  const y = bothClasses(seed, 'label', n);
  const testY = rademacher(seed, 'test-label', 0, testPoints);
  const at = (cluster: number) => ({ axis: 0, length: cluster * meanNorm });
  const x = yield* noisyPoints(basis, basis.noise, seed, n, 1, (i) => at(y[i]!));
  const testX = yield* noisyPoints(basis, basis.testNoise, seed, testPoints, 1, (i) => at(testY[i]!));
  flipLabels(seed, 'label-noise', labelNoise, y);
  flipLabels(seed, 'test-label-noise', labelNoise, testY);
  return gaussianSamples(basis, x, y, testX, testY);
}
