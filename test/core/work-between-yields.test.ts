import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Dataset, Experiment } from '../../src/core/experiment.ts';
import type { Kernels, KernelSource } from '../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../src/core/kernels/plain.ts';
import { train } from '../../src/core/run.ts';
import { DONE } from '../../src/core/slices.ts';
import { K_FIGURE_1 } from './experiments.ts';

/** Two or three slices: the last of one piece of work and the first of the next. */
const MOST_MULTIPLY_ADDS = 6e6;
const MOST_COPIED = 1e6;

/** Since the last yield. */
const counted = { multiplyAdds: 0, copied: 0 };
const count = (multiplyAdds: number): void => void (counted.multiplyAdds += multiplyAdds);

/** The plain kernels, whose products count what they do. */
const COUNTING: Kernels = {
  ...PLAIN,
  addProduct(alpha, a, b, out, from, to, inner, cols) {
    count((to - from) * inner * cols);
    PLAIN.addProduct(alpha, a, b, out, from, to, inner, cols);
  },
  multiply(a, b, out, from, to, inner, cols) {
    count((to - from) * inner * cols);
    PLAIN.multiply(a, b, out, from, to, inner, cols);
  },
  addTransposedProduct(a, b, out, from, to, p, q, iFrom, iTo, lower) {
    count((to - from) * (iTo - iFrom) * q);
    PLAIN.addTransposedProduct(a, b, out, from, to, p, q, iFrom, iTo, lower);
  },
  rowProducts(a, b, out, from, to, cols, pitch, rows, stride) {
    count((to - from) * cols * rows);
    PLAIN.rowProducts(a, b, out, from, to, cols, pitch, rows, stride);
  },
};

const SOURCE: KernelSource = { open: () => COUNTING, prepare: () => DONE, close: () => undefined };

/** The most that was done between two yields of a whole run. */
function mostBetweenYields(
  change: Partial<Experiment>,
  datasets: ReadonlyMap<string, Dataset> = new Map(),
): { multiplyAdds: number; copied: number } {
  const set = Float64Array.prototype.set;
  vi.spyOn(Float64Array.prototype, 'set').mockImplementation(function (
    this: Float64Array,
    values: ArrayLike<number>,
    at?: number,
  ) {
    counted.copied += values.length;
    set.call(this, values, at);
  });
  const recorder = { epoch: () => undefined, snapshot: () => undefined };
  const run = train({ ...K_FIGURE_1, epochs: 1, ...change }, recorder, datasets, undefined, SOURCE);
  const most = { multiplyAdds: 0, copied: 0 };
  for (;;) {
    counted.multiplyAdds = 0;
    counted.copied = 0;
    const { done } = run.next();
    most.multiplyAdds = Math.max(most.multiplyAdds, counted.multiplyAdds);
    most.copied = Math.max(most.copied, counted.copied);
    if (done === true) return most;
  }
}

afterEach(() => vi.restoreAllMocks());

const DATASET: Dataset = {
  id: 'table',
  name: 'table',
  count: 10_000,
  dim: 200,
  values: Uint8Array.from({ length: 2_000_000 }, (_, k) => (k * 7_919) % 251),
  labels: Int32Array.from({ length: 10_000 }, (_, i) => i % 2),
};

const mixture = (n: number, d: number): Experiment['data'] => ({
  kind: 'gaussian-mixture',
  n,
  d,
  meanSd: 0.01,
  noiseSd: 1,
});

const CASES: readonly (readonly [string, Partial<Experiment>])[] = [
  [
    'many points are tested, in feature space',
    { data: mixture(500, 20), space: 'feature', m: 10, testPoints: 5_000 },
  ],
  [
    'a large file is trained on, in weight space',
    {
      data: {
        kind: 'dataset',
        id: DATASET.id,
        n: 450,
        positive: [0],
        negative: [1],
        normalisation: 'standardise',
      },
      m: 10,
      testPoints: 9_550,
    },
  ],
  [
    'the gradient of all samples is penalised',
    { data: mixture(300, 1_000), m: 50, testPoints: 0, regularizer: { kind: 'fgr', lambda: 0.01 } },
  ],
  ['Wᵀ W is formed of many neurons', { data: mixture(4, 300), m: 1_200, testPoints: 0 }],
];

describe('commands are heard after a few million operations, while', () => {
  it.each(CASES)(
    '%s',
    (_name, change) => {
      const { multiplyAdds, copied } = mostBetweenYields(change, new Map([[DATASET.id, DATASET]]));
      expect(multiplyAdds).toBeGreaterThan(0);
      expect(multiplyAdds).toBeLessThanOrEqual(MOST_MULTIPLY_ADDS);
      expect(copied).toBeLessThanOrEqual(MOST_COPIED);
    },
    60_000,
  );
});
