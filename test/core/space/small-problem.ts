import type { Problem } from '../../../src/core/problem/problem.ts';
import { upTo } from '../../../src/core/problem/problem.ts';

/** Numbers that no two of are alike and that no pattern is in: a linear congruence, in [−1, 1). */
export function numbers(length: number, seed = 1): Float64Array {
  let state = seed;
  return Float64Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 1073741824 - 1;
  });
}

/** A Bᵀ of row-major matrices with rows of `dim` entries. */
export function timesTransposed(a: Float64Array, b: Float64Array, dim: number): number[] {
  const [rows, columns] = [a.length / dim, b.length / dim];
  return Array.from({ length: rows * columns }, (_, at) => {
    const [r, k] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let j = 0; j < dim; j++) sum += a[r * dim + j]! * b[k * dim + j]!;
    return sum;
  });
}

/** A problem of one patch a sample, W(0) = σ₀ N. */
export function smallProblem(sizes: {
  neurons: number;
  K: number;
  dim: number;
  tests: number;
  features?: Float64Array;
}): Problem {
  const { neurons, K, dim, tests, features = numbers(K * dim, 7) } = sizes;
  const samples = {
    d: dim,
    dim,
    basis: null,
    features,
    patches: 1,
    patchFeature: upTo(K),
    patchSign: new Float64Array(K).fill(1),
    y: Float64Array.from({ length: K }, (_, i) => (i % 2 === 0 ? 1 : -1)),
    signalFeature: null,
    testX: numbers(tests * dim, 11),
    testPatch: upTo(tests),
    testY: new Float64Array(tests).fill(1),
  };
  const squares = Float64Array.from({ length: K }, (_, k) =>
    features.subarray(k * dim, (k + 1) * dim).reduce((sum, x) => sum + x * x, 0),
  );
  return {
    draw: { samples, initialRows: numbers(neurons * dim, 13) },
    samples,
    initialScale: 0.5,
    neurons,
    featureCount: K,
    squaredFeatureNorms: squares,
  };
}
