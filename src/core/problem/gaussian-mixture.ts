import type { GaussianMixtureSpec } from '../experiment.ts';
import { fillNormals } from '../random/stream.ts';
import { addScaled, noisyPoints } from './clusters.ts';
import { bothClasses, rademacher } from './labels.ts';
import { onePatchSamples, type Samples } from './problem.ts';

/**
 * K §6: μ ~ N(0, meanSd² I_d) once, y Rademacher, x = yμ + ξ with ξ ~ N(0, σ_p² I_d). Both classes occur in the
 * training sample (K does not say; EXPERIMENTS B proposes it).
 */
export function gaussianMixture(spec: GaussianMixtureSpec, seed: number, testPoints: number): Samples {
  const { n, d, meanSd, noiseSd } = spec;
  const mu = new Float64Array(d);
  fillNormals(seed, 'mean', 0, mu, 0, d);
  for (let c = 0; c < d; c++) mu[c] = meanSd * mu[c]!;
  const y = bothClasses(seed, 'label', n);
  const testY = rademacher(seed, 'test-label', 0, testPoints);
  return onePatchSamples(
    d,
    noisyPoints(seed, 'data', n, d, noiseSd, (i, x) => addScaled(x, y[i]!, mu)),
    y,
    noisyPoints(seed, 'test-data', testPoints, d, noiseSd, (i, x) => addScaled(x, testY[i]!, mu)),
    testY,
  );
}
