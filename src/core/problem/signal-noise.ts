import type { SignalNoiseSpec } from '../experiment.ts';
import type { Work } from '../slices.ts';
import { gaussianBasis, noisyPoints, type GaussianBasis } from './gaussian-basis.ts';
import { bothClasses, rademacher } from './labels.ts';
import type { Samples } from './problem.ts';

/** The signal lies along the first coordinate in both ways of drawing; its direction is not observed. */
const SIGNAL_AXIS = 0;

/**
 * M Def. 2.1: x = (yμ, ξ), y Rademacher, ξ ~ N(0, σ_p² (I − μμᵀ/‖μ‖²)). The noise leaves out the signal's coordinate,
 * so ⟨ξ, μ⟩ = 0 to the bit. Both classes occur in the training sample (M does not say; T₁ counts both). Test points
 * are drawn in the same way, from streams of their own.
 */
export function* signalNoise(
  spec: SignalNoiseSpec,
  seed: number,
  testPoints: number,
  neurons: number,
): Work<Samples> {
  const { n, d, meanNorm, noiseSd } = spec;
  if (d < 2) throw new RangeError(`dimension d = ${d} is below 2: noise orthogonal to the signal needs two`);
  const basis = gaussianBasis(d, 1, n, neurons);
  const { dim } = basis;
  const none = { axis: SIGNAL_AXIS, length: 0 };
  const noise = (draw: GaussianBasis['noise'], count: number, before: number): Work<Float64Array> =>
    noisyPoints(basis, withoutSignal(draw), seed, count, noiseSd, () => none, before);

  const features = yield* noise(basis.noise, n, 1);
  features[SIGNAL_AXIS] = meanNorm;

  // Rows of testX: μ, −μ, then the noise of each test point.
  const hasTest = testPoints > 0;
  const testX = yield* noise(basis.testNoise, testPoints, hasTest ? 2 : 0);
  if (hasTest) {
    testX[SIGNAL_AXIS] = meanNorm;
    testX[dim + SIGNAL_AXIS] = -meanNorm;
  }
  const testY = rademacher(seed, 'test-label', 0, testPoints);
  const testPatch = new Int32Array(2 * testPoints);
  for (let i = 0; i < testPoints; i++) {
    testPatch[2 * i] = testY[i]! > 0 ? 0 : 1;
    testPatch[2 * i + 1] = 2 + i;
  }
  return {
    d,
    dim,
    basis,
    features,
    ...signalNoisePatches(bothClasses(seed, 'label', n)),
    testX,
    testPatch,
    testY,
  };
}

/** The features are μ, ξ_1, …, ξ_n; the patches of x_i are y_i μ and ξ_i. */
export function signalNoisePatches(
  y: Float64Array,
): Pick<Samples, 'patches' | 'patchFeature' | 'patchSign' | 'signalFeature' | 'y'> {
  const n = y.length;
  const patchFeature = new Int32Array(2 * n);
  const patchSign = new Float64Array(2 * n).fill(1);
  for (let i = 0; i < n; i++) {
    patchSign[2 * i] = y[i]!;
    patchFeature[2 * i + 1] = 1 + i;
  }
  return { patches: 2, patchFeature, patchSign, signalFeature: 0, y };
}

/** The same noise projected off the signal: an independent coordinate is left out, so the others keep their law. */
function withoutSignal(draw: GaussianBasis['noise']): GaussianBasis['noise'] {
  return (seed, i, x) => {
    draw(seed, i, x);
    x[SIGNAL_AXIS] = 0;
  };
}
