import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { createActivation } from '../../../src/core/model/activation.ts';
import { TestError } from '../../../src/core/observe/test-error.ts';
import { onePatchSamples, type Samples } from '../../../src/core/problem/problem.ts';
import { finish } from '../finish.ts';

const NONE = new Float64Array(0);
const GAMMA = 0.5;

/** Test points that are sums of rows of testX = diag(1, 2, 3, …), so that row r of W X_testᵀ is w_r times those. */
function samplesOf(labels: readonly number[], testPatch: readonly number[], rows: number): Samples {
  const testX = new Float64Array(rows * rows);
  for (let k = 0; k < rows; k++) testX[k * rows + k] = k + 1;
  return {
    ...onePatchSamples(rows, NONE, NONE, testX, Float64Array.from(labels)),
    patches: labels.length === 0 ? 1 : testPatch.length / labels.length,
    testPatch: Int32Array.from(testPatch),
  };
}

interface Setup {
  readonly kernels?: Kernels;
  readonly testWorkPerRow?: number;
}

/** The test error of a network with the weights `w`, a row a neuron. */
function testErrorOf(samples: Samples, w: number[][], a: number[], setup: Setup = {}) {
  const { kernels = PLAIN, testWorkPerRow = 1 } = setup;
  const { dim, testX } = samples;
  const activation = createActivation({ kind: 'leaky-relu', gamma: GAMMA }, kernels);
  const space = {
    testWorkPerRow,
    *testRows(from: number, to: number, out: Float64Array) {
      yield* [];
      const rows = w.slice(from, to);
      out.set(rows.flatMap((row) => row.map((weight, k) => weight * testX[k * dim + k]!)));
    },
  };
  return new TestError(samples, { kernels, space }, activation, Float64Array.from(a));
}

const measure = (...args: Parameters<typeof testErrorOf>): number => finish(testErrorOf(...args).measure());

describe('the test error', () => {
  it('is −1 without test points', () => {
    expect(measure(samplesOf([], [], 0), [[]], [1])).toBe(-1);
  });

  it('is the share of points whose label f has not the sign of, a zero being wrong', () => {
    const samples = samplesOf([1, -1, 1, 1], [0, 1, 2, 3], 4);
    // f = φ(w x): 1, −1, 0 and −2: the last two are wrong.
    expect(measure(samples, [[1, -1, 0, -1]], [1])).toBe(0.5);
    expect(measure(samples, [[1, -1, 0, -1]], [-1])).toBe(0.75);
  });

  it('takes patches where they are, in whatever order and however often they are used', () => {
    // As many patches as rows, but in another order: the first point is row 1.
    expect(measure(samplesOf([1, -1], [1, 0], 2), [[-1, 1]], [1])).toBe(0);
    // Two patches a point: φ(3) + φ(−2·1) = 2 > 0 and φ(−2·1) + φ(1) = 0, which is wrong for either label.
    const shared = samplesOf([1, -1], [2, 1, 1, 0], 3);
    expect(measure(shared, [[1, -1, 1]], [1])).toBe(0.5);
    // Some are where they would be by themselves: φ = 1, −1, 1 of rows 0, 2 and 1.
    expect(measure(samplesOf([1, 1, -1], [0, 2, 1], 3), [[1, -2, 1]], [1])).toBe(0);
    // Fewer points than rows, and a second neuron that changes nothing.
    const few = [
      [1, -100],
      [1, -100],
    ];
    expect(measure(samplesOf([1], [0], 2), few, [1, 1])).toBe(0);
  });

  it('adds up the neurons of all blocks, the last being smaller, and forgets what it measured before', () => {
    // 40 neurons: f = Σ_r a_r φ(w_r), decided by the very last one.
    const w = Array.from({ length: 40 }, (_, r) => [r === 39 ? 100 : 1]);
    const a = w.map((_, r) => (r === 39 ? -1 : 1));
    const error = testErrorOf(samplesOf([-1], [0], 1), w, a);
    expect(finish(error.measure())).toBe(0);
    w[39] = [38];
    expect(finish(error.measure())).toBe(1);
  });

  it('holds the rows of a block for every patch', () => {
    // 20 neurons and 3 patches: a point is right where its weights are above zero.
    const w = Array.from({ length: 20 }, () => [1, -1, 1]);
    const a = w.map(() => 1);
    expect(measure(samplesOf([1, -1, -1], [0, 1, 2], 3), w, a)).toBe(1 / 3);
    expect(measure(samplesOf([1, -1, -1], [2, 1, 0], 3), w, a)).toBe(1 / 3);
  });

  it('gathers patches only where points share them or stand in another order', () => {
    let gathered = 0;
    const kernels: Kernels = {
      ...PLAIN,
      gather: (...args) => {
        gathered++;
        PLAIN.gather(...args);
      },
    };
    measure(samplesOf([1, -1], [0, 1], 2), [[1, 1]], [1], { kernels });
    expect(gathered).toBe(0);
    measure(samplesOf([1, -1], [1, 0], 2), [[1, 1]], [1], { kernels });
    expect(gathered).toBe(1);
  });

  it('yields after each block of many points, and does not between blocks of few', () => {
    const w = Array.from({ length: 40 }, () => [1]);
    const a = w.map(() => 1);
    const yields = (testWorkPerRow: number) =>
      [...testErrorOf(samplesOf([1], [0], 1), w, a, { testWorkPerRow }).measure()].length;
    // 16 rows of 125,000 multiply–adds are the 2e6 of a slice.
    expect(yields(125_000)).toBe(3);
    expect(yields(10)).toBe(0);
  });
});
