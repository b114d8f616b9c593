import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../src/core/experiment.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { onePatchSamples, type Draw } from '../../../src/core/problem/problem.ts';
import type { Work } from '../../../src/core/slices.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

/** A draw whose rows have so many numbers of `dim`; arrays that are never touched take no memory. */
function drawOf(numbers: number, dim = 1e6, features = 0, tests = 0): Draw {
  const [none, x, testX] = [0, features, tests].map((length) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { samples: onePatchSamples(dim, x, none, testX, none), initialRows: new Float64Array(numbers) };
}

/** Remembers draws of a size; tells which experiments were drawn anew. */
function counting(...size: Parameters<typeof drawOf>) {
  const memo = new DrawMemo();
  let made = 0;
  function* make(): Work<Draw> {
    yield* [];
    made++;
    return drawOf(...size);
  }
  /** Whether the experiment was drawn anew. */
  return (change: Partial<Experiment>): boolean => {
    const before = made;
    finish(memo.recall({ ...K_FIGURE_1, ...change }, make));
    return made > before;
  };
}

describe('the memory of draws', () => {
  it('draws anew when the data, m, the seed or the test points change, and for nothing else', () => {
    const isDrawn = counting(1);
    expect(isDrawn({})).toBe(true);
    expect(
      isDrawn({ sigma0: 7, epochs: 3, loss: 'exponential', method: { kind: 'gradient-descent', eta: 2 } }),
    ).toBe(false);
    const data = { kind: 'gaussian-mixture', n: 11, d: 784, meanSd: 0.01, noiseSd: 1 } as const;
    for (const change of [{ data }, { m: 99 }, { seed: 2 }, { testPoints: 21 }]) {
      expect(isDrawn(change)).toBe(true);
      expect(isDrawn(change)).toBe(false);
    }
    expect(isDrawn({})).toBe(false);
  });

  it('keeps nothing of given data', () => {
    const isDrawn = counting(1);
    const given = { n: 1, d: 1, y: Float64Array.of(1) };
    const explicit = { kind: 'explicit', ...given, x: Float64Array.of(1) } as const;
    const patches = {
      kind: 'explicit-patches',
      ...given,
      mu: Float64Array.of(1),
      xi: Float64Array.of(1),
    } as const;
    for (const data of [explicit, explicit, patches, patches]) expect(isDrawn({ data })).toBe(true);
  });

  it('forgets the draw that was longest not asked for when there is no more room', () => {
    // Two of 9 million numbers (and 9² products) fit into 20 million, three do not.
    const isDrawn = counting(9e6);
    // Two of just 10 million do (the products of rows of so many dimensions vanish in rounding).
    const justFit = counting(10e6, 1e12);
    expect([1, 2, 1].map((seed) => justFit({ seed }))).toEqual([true, true, false]);
    expect([1, 2, 1, 3].map((seed) => isDrawn({ seed }))).toEqual([true, true, false, true]);
    expect(isDrawn({ seed: 1 })).toBe(false);
    expect(isDrawn({ seed: 2 })).toBe(true);
  });

  it('counts rows, features and test points with all their inner products', () => {
    // N + U + X + N(N + U + X) + (U + X)² numbers of one dimension: just below 10 million, and just above.
    const keepsTwo = (rows: number, features: number, tests: number, dim = 1): boolean => {
      const isDrawn = counting(rows, dim, features, tests);
      return [1, 2, 1].map((seed) => isDrawn({ seed })).at(-1) === false;
    };
    for (const [rows, features, tests] of [
      [2_000, 500, 1_145],
      [500, 2_000, 881],
    ] as const) {
      expect(keepsTwo(rows, features, tests)).toBe(true);
      expect(keepsTwo(rows, tests, features)).toBe(true);
      expect(keepsTwo(rows, features, tests + 1)).toBe(false);
      expect(keepsTwo(rows, tests + 1, features)).toBe(false);
    }
    // 2,000 rows and 1,644 vectors of two dimensions.
    expect(keepsTwo(4_000, 1_000, 2_288, 2)).toBe(true);
  });

  it('keeps the newest draw, however large it is', () => {
    const isDrawn = counting(21e6);
    expect([1, 1, 2, 1].map((seed) => isDrawn({ seed }))).toEqual([true, false, true, true]);
  });
});
