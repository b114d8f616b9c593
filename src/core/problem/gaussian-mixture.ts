import type { GaussianMixtureSpec } from '../experiment.ts';
import { chi } from '../random/chi.ts';
import type { Work } from '../slices.ts';
import { gaussianBasis, noisyPoints } from './gaussian-basis.ts';
import { bothClasses, rademacher } from './labels.ts';
import { gaussianSamples, type Samples } from './problem.ts';

/**
 * K §6: μ ~ N(0, meanSd² I_d) once, y Rademacher, x = yμ + ξ with ξ ~ N(0, σ_p² I_d). Both classes occur in the
 * training sample (K does not say; EXPERIMENTS B proposes it). Only ‖μ‖ = meanSd·χ_d is observed.
 */
export function* gaussianMixture(
  spec: GaussianMixtureSpec,
  seed: number,
  testPoints: number,
  neurons: number,
): Work<Samples> {
  const { n, d, meanSd, noiseSd } = spec;
  const basis = gaussianBasis(d, 1, n, neurons);
  const meanNorm = meanSd * chi(seed, 'mean-length', 0, d);
  const y = bothClasses(seed, 'label', n);
  const testY = rademacher(seed, 'test-label', 0, testPoints);
  const at = (label: number) => ({ axis: 0, length: label * meanNorm });
  const x = yield* noisyPoints(basis, basis.noise, seed, n, noiseSd, (i) => at(y[i]!));
  const testX = yield* noisyPoints(basis, basis.testNoise, seed, testPoints, noiseSd, (i) => at(testY[i]!));
  return gaussianSamples(basis, x, y, testX, testY);
}
