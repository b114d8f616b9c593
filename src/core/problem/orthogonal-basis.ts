import type { OrthogonalBasisSpec } from '../experiment.ts';
import { fillUniforms, randomPermutation, type StreamName } from '../random/stream.ts';
import { slices, type Work } from '../slices.ts';
import { bothClasses, rademacher } from './labels.ts';
import { upTo, type Samples } from './problem.ts';

/** An entry written to a page of memory that was never touched costs about as much as so many multiply–adds. */
const WORK_PER_ONE = 2_000;

/**
 * K App. A.1, Figure 5: x drawn from {e_1..e_d}, y Rademacher (both classes occur). Points that draw the same basis
 * vector share one feature. Test points are drawn with replacement.
 *
 * @throws RangeError when n > d without replacement
 */
export function* orthogonalBasis(spec: OrthogonalBasisSpec, seed: number, testPoints: number): Work<Samples> {
  const { n, d, replacement } = spec;
  if (!replacement && n > d) {
    throw new RangeError(
      `number of training points n = ${n} is above the dimension d = ${d}: without replacement there are only d basis vectors`,
    );
  }
  const index = replacement
    ? uniformIndices(seed, 'data', n, d)
    : randomPermutation(seed, 'data', 0, d).subarray(0, n);
  const distinct = [...new Set(index)];
  const feature = new Map(distinct.map((k, position) => [k, position]));
  return {
    d,
    dim: d,
    basis: null,
    features: yield* basisRows(distinct, d),
    patches: 1,
    patchFeature: Int32Array.from(index, (k) => feature.get(k)!),
    patchSign: new Float64Array(n).fill(1),
    y: bothClasses(seed, 'label', n),
    signalFeature: null,
    testX: yield* basisRows(uniformIndices(seed, 'test-data', testPoints, d), d),
    testPatch: upTo(testPoints),
    testY: rademacher(seed, 'test-label', 0, testPoints),
  };
}

function uniformIndices(seed: number, stream: StreamName, count: number, d: number): Int32Array {
  const u = new Float64Array(count);
  fillUniforms(seed, stream, 0, u, 0, count);
  return Int32Array.from(u, (v) => Math.floor(v * d));
}

/** Rows e_k for k in `indices`: count×d. */
function* basisRows(indices: ArrayLike<number>, d: number): Work<Float64Array> {
  const rows = new Float64Array(indices.length * d);
  yield* slices(indices.length, WORK_PER_ONE, (from, to) => {
    for (let i = from; i < to; i++) rows[i * d + indices[i]!] = 1;
  });
  return rows;
}
