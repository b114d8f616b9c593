import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { createSpace } from '../../../src/core/space/create.ts';
import { FeatureSpace } from '../../../src/core/space/feature-space.ts';
import type { Work } from '../../../src/core/slices.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';
import { numbers, smallProblem, timesTransposed } from './small-problem.ts';

const SIZES = { neurons: 4, K: 3, dim: 5, tests: 7 };

/** W itself, moved by the definitions: W ← W − η D U for the features of D's columns. */
function definition(problem: ReturnType<typeof smallProblem>) {
  const { samples, draw, initialScale, neurons, featureCount: K } = problem;
  const { dim, features, testX } = samples;
  const w = draw.initialRows.map((x) => initialScale * x);
  const c = new Float64Array(neurons * K);
  const direction = (d: Float64Array, ids: readonly number[]) =>
    Float64Array.from({ length: neurons * dim }, (_, at) => {
      const [r, j] = [Math.floor(at / dim), at % dim];
      return ids.reduce((sum, k, i) => sum + d[r * ids.length + i]! * features[k * dim + j]!, 0);
    });
  return {
    c,
    z: () => timesTransposed(w, features, dim),
    testRows: () => timesTransposed(w, testX, dim),
    squaredLength: (d: Float64Array, ids: readonly number[]) =>
      direction(d, ids).reduce((sum, x) => sum + x * x, 0),
    step(eta: number, d: Float64Array, ids: readonly number[]) {
      direction(d, ids).forEach((x, at) => {
        w[at] = w[at]! - eta * x;
      });
      for (let r = 0; r < neurons; r++) {
        ids.forEach((k, i) => {
          c[r * K + k] = c[r * K + k]! - eta * d[r * ids.length + i]!;
        });
      }
    },
  };
}

/** Rounding of sums of five products. */
function expectClose(actual: Float64Array, expected: ArrayLike<number>) {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, k) => expect(value).toBeCloseTo(expected[k]!, 12));
}

const create = (problem: ReturnType<typeof smallProblem>, space: 'feature' | 'weight', maxBatch = 2) =>
  finish(createSpace(problem, { ...K_FIGURE_1, space }, PLAIN, maxBatch)).space;

const orthogonal = Float64Array.from({ length: 15 }, (_, at) => (at % 6 === 0 ? 1 + at : 0));

describe.each(['feature', 'weight'] as const)('%s space', (kind) => {
  it.each([
    ['any features', smallProblem(SIZES)],
    ['orthogonal features', smallProblem({ ...SIZES, features: orthogonal })],
  ])(
    'has Z, C, the length of the gradient and f at the test points as W has them, after every step: %s',
    (_name, problem) => {
      const { neurons, featureCount: K } = problem;
      const space = create(problem, kind);
      const expected = definition(problem);
      const out = new Float64Array(neurons * 7);
      const look = () => {
        finish(space.refresh());
        expectClose(space.z, expected.z());
        expectClose(space.c, expected.c);
        out.fill(9);
        finish(space.testRows(0, 4, out));
        expectClose(out, expected.testRows());
        finish(space.testRows(1, 3, out));
        expectClose(out, [...expected.testRows().slice(7, 21), ...expected.testRows().slice(14)]);
      };
      look();
      for (const [t, ids] of [null, [2, 0], [1], null].entries()) {
        const d = numbers(neurons * (ids?.length ?? K), 20 + t);
        const all = ids ?? [0, 1, 2];
        // A batch’s columns of Z are most often asked for before, but not of the third.
        if (ids !== null && t !== 2) {
          const gathered = new Float64Array(neurons * ids.length);
          finish(space.gather(Int32Array.from(ids), gathered));
          const z = expected.z();
          expectClose(
            gathered,
            Array.from(gathered, (_, at) => z[Math.floor(at / ids.length) * K + ids[at % ids.length]!]!),
          );
        }
        finish(space.aim(d, ids === null ? null : Int32Array.from(ids)));
        if (ids === null) expect(space.squaredLength()).toBeCloseTo(expected.squaredLength(d, all), 12);
        space.step(0.3);
        expected.step(0.3, d, all);
        look();
      }
    },
  );

  it('stays where it is before the first aim', () => {
    const problem = smallProblem(SIZES);
    const space = create(problem, kind);
    space.step(1);
    finish(space.refresh());
    expect(space.c.every((c) => c === 0)).toBe(true);
    expectClose(space.z, definition(problem).z());
    expect(space.squaredLength()).toBe(0);
  });

  it('yields as often as its work is worth, two million multiply–adds a piece', () => {
    // 40·200·300 = 2.4 million for each of Z, D U and the like.
    const sizes = { neurons: 40, K: 300, dim: 200, tests: 300 };
    const problem = smallProblem(sizes);
    const space = create(problem, kind, 300);
    const yields = (work: Work) => [...work].length;
    const d = new Float64Array(sizes.neurons * sizes.K);
    const all = Int32Array.from({ length: 300 }, (_, k) => k);
    expect(yields(space.refresh())).toBe(kind === 'weight' ? 1 : 0);
    expect(yields(space.gather(all, d.slice()))).toBe(kind === 'weight' ? 1 : 0);
    // D G takes 40·300·300 = 3.6 million, D U 2.4 million.
    expect(yields(space.aim(d, null))).toBe(1);
    expect(yields(space.aim(d, all))).toBe(1);
    const few = all.subarray(0, 20);
    expect(yields(space.aim(d, few))).toBe(0);
    expect(yields(space.gather(few, d.slice()))).toBe(0);
    const out = new Float64Array(16 * 300);
    // 16 rows: 1.44 million in feature space, 0.96 million in weight space.
    expect(yields(space.testRows(0, 16, out))).toBe(0);
    expect(space.testWorkPerRow).toBe(kind === 'weight' ? 200 * 300 : 300 * 300);
  });
});

describe('weight space with many test points', () => {
  it('yields between them', () => {
    const problem = smallProblem({ neurons: 16, K: 2, dim: 1_000, tests: 300 });
    const space = create(problem, 'weight');
    const out = new Float64Array(16 * 300);
    // 16·1000·300 = 4.8 million, 125 points a piece.
    expect([...space.testRows(0, 16, out)]).toHaveLength(2);
    expectClose(out, definition(problem).testRows());
    // 250 points a piece of the last eight rows.
    expect([...space.testRows(8, 16, out)]).toHaveLength(1);
  });
});

describe('feature space', () => {
  const diagonalOf = (features: Float64Array) => {
    const space = create(smallProblem({ ...SIZES, features }), 'feature');
    return space instanceof FeatureSpace ? space.diagonal : undefined;
  };

  it('knows features that are all orthogonal, which one product anywhere undoes', () => {
    expect(diagonalOf(orthogonal)).toEqual(Float64Array.of(1, 49, 169));
    for (const at of [1, 2, 5, 7, 10, 11]) {
      const features = orthogonal.slice();
      features[at] = 0.5;
      expect(diagonalOf(features)).toBeNull();
    }
  });

  it('of no test points has no rows of them', () => {
    const space = create(smallProblem({ ...SIZES, tests: 0 }), 'feature');
    expect(space.testWorkPerRow).toBe(0);
    expect([...space.testRows(0, 4, new Float64Array(0))]).toEqual([]);
  });

  it('takes the length of a gradient of nothing to be 0, whatever rounding makes of it', () => {
    const rounding: Kernels = { ...PLAIN, dot: () => -1e-20 };
    const { space } = finish(
      createSpace(smallProblem(SIZES), { ...K_FIGURE_1, space: 'feature' }, rounding, 0),
    );
    finish(space.aim(new Float64Array(12), null));
    expect(space.squaredLength()).toBe(0);
  });

  it('pauses while it looks whether many features are orthogonal', () => {
    const K = 1_500;
    const problem = smallProblem({ neurons: 2, K, dim: 1, tests: 0, features: new Float64Array(K) });
    const products = {
      gram: new Float64Array(K * K),
      z0: new Float64Array(2 * K),
      featureTest: null,
      initialTest: new Float64Array(0),
      initialGram: null,
    };
    // 1500² = 2.25 million entries are read.
    expect([...FeatureSpace.create(problem, products, PLAIN, 0)]).toHaveLength(1);
    const space = finish(FeatureSpace.create(problem, products, PLAIN, 0));
    expect(space.testWorkPerRow).toBe(0);
    expect([...space.testRows(0, 2, new Float64Array(0))]).toEqual([]);
  });
});
