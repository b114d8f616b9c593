import type { ExplicitPatchesSpec, ExplicitSpec } from '../experiment.ts';
import { signalNoisePatches } from './signal-noise.ts';
import { onePatchSamples, type Samples } from './problem.ts';

const NONE = new Float64Array(0);

/** Given X and y, without test points. @throws RangeError when the sizes do not fit or a label is not ±1 */
export function explicitSamples(spec: ExplicitSpec): Samples {
  const { n, d, x, y } = spec;
  checkLength('X', x, n * d);
  checkLabels(y, n);
  return onePatchSamples(d, x, y, NONE, NONE);
}

/** M Def. 2.1 with given μ, ξ, y: the patches of x_i are y_i μ and ξ_i. @throws RangeError as above */
export function explicitPatches(spec: ExplicitPatchesSpec): Samples {
  const { n, d, mu, xi, y } = spec;
  checkLength('μ', mu, d);
  checkLength('ξ', xi, n * d);
  checkLabels(y, n);
  const features = new Float64Array((1 + n) * d);
  features.set(mu, 0);
  features.set(xi, d);
  return {
    d,
    dim: d,
    basis: null,
    features,
    ...signalNoisePatches(y),
    testX: NONE,
    testPatch: new Int32Array(0),
    testY: NONE,
  };
}

export function checkLength(name: string, array: ArrayLike<number>, expected: number): void {
  if (array.length !== expected) {
    throw new RangeError(`${name} has ${array.length} entries where ${expected} belong`);
  }
}

function checkLabels(y: Float64Array, n: number): void {
  checkLength('y', y, n);
  const bad = y.findIndex((label) => label !== 1 && label !== -1);
  if (bad >= 0) throw new RangeError(`label y_${bad + 1} = ${y[bad]} is not one of −1, 1`);
}
