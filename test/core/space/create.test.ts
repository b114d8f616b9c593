import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { chooseSpace, createSpace, usesInitialGram } from '../../../src/core/space/create.ts';
import { roomGuess } from '../../../src/core/space/room-guess.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';
import { smallProblem, timesTransposed } from './small-problem.ts';

describe('where W moves', () => {
  it('is the space that is asked for, and feature space for groups', () => {
    expect(chooseSpace('feature', 1e6, 1)).toBe('feature');
    expect(chooseSpace('weight', 1, 1e6)).toBe('weight');
    expect(chooseSpace('grouped', 1e6, 1)).toBe('feature');
  });

  it('is else the cheaper one: feature space up to twice as many features as dimensions, 5,000 at most', () => {
    expect(chooseSpace('auto', 20, 10)).toBe('feature');
    expect(chooseSpace('auto', 21, 10)).toBe('weight');
    expect(chooseSpace('auto', 5_000, 4_000)).toBe('feature');
    expect(chooseSpace('auto', 5_001, 4_000)).toBe('weight');
  });
});

describe('the stable rank is taken from W(0)W(0)ᵀ', () => {
  it('where a product costs less, 1.5·(2m) + 8K against 4(dim + K), and never in weight space', () => {
    expect(usesInitialGram('feature', 40, 10, 25)).toBe(true);
    expect(usesInitialGram('feature', 42, 10, 25)).toBe(false);
    expect(usesInitialGram('feature', 40, 10, 24)).toBe(false);
    expect(usesInitialGram('feature', 40, 11, 25)).toBe(false);
    expect(usesInitialGram('weight', 40, 10, 25)).toBe(false);
  });

  it('of up to 4,000 neurons', () => {
    expect(usesInitialGram('feature', 4_000, 1, 1e5)).toBe(true);
    expect(usesInitialGram('feature', 4_002, 1, 1e5)).toBe(false);
  });
});

describe('the ground of a run', () => {
  const sizes = { neurons: 4, K: 3, dim: 50, tests: 2 };
  const problem = smallProblem(sizes);
  const { samples, draw } = problem;
  const ground = (space: 'feature' | 'weight', lambda?: number) =>
    finish(
      createSpace(
        problem,
        {
          ...K_FIGURE_1,
          space,
          regularizer: lambda === undefined ? { kind: 'none' } : { kind: 'fgr', lambda },
        },
        PLAIN,
        0,
      ),
    );
  const close = (actual: Float64Array | null, expected: readonly number[]) => {
    expect(actual).not.toBeNull();
    // Sums of fifty products.
    actual!.forEach((value, k) => expect(value).toBeCloseTo(expected[k]!, 12));
    expect(actual!.length).toBe(expected.length);
  };
  const w = draw.initialRows.map((x) => 0.5 * x);

  it('has in feature space all inner products of features, W(0) and test points', () => {
    const { products, space, kernels } = ground('feature');
    expect(kernels).toBe(PLAIN);
    expect(space.kind).toBe('feature');
    close(products.gram, timesTransposed(samples.features, samples.features, 50));
    close(products.z0, timesTransposed(w, samples.features, 50));
    close(products.initialTest, timesTransposed(w, samples.testX, 50));
    close(products.initialGram, timesTransposed(w, w, 50));
    expect(products.featureTest!.cols).toBe(2);
    const out = new Float64Array(2);
    finish(products.featureTest!.addProduct(Float64Array.of(0, 1, 0), out, 1));
    close(out, timesTransposed(samples.features, samples.testX, 50).slice(2, 4));
  });

  it('has in weight space none, but the features’ where there is a penalty', () => {
    const { products, space } = ground('weight');
    expect(space.kind).toBe('weight');
    expect([products.gram.length, products.z0.length, products.initialTest.length]).toEqual([0, 0, 0]);
    expect([products.featureTest, products.initialGram]).toEqual([null, null]);
    close(ground('weight', 0.1).products.gram, timesTransposed(samples.features, samples.features, 50));
  });
});

describe('the room that a run is guessed to need', () => {
  it('is 8 bytes for each entry of its large arrays', () => {
    // A neuron: 7·3 + 2·3 + 2 + 4 + 50/4 = 45.5; beside them 3·(3 + 2) and 2·4².
    expect(roomGuess(smallProblem({ neurons: 4, K: 3, dim: 50, tests: 2 }))).toBe(8 * (4 * 45.5 + 15 + 32));
    // As many dimensions as that count where they are fewer: 7·3 + 2·3 + 2 + 2 + 2/4 = 31.5.
    expect(roomGuess(smallProblem({ neurons: 4, K: 3, dim: 2, tests: 2 }))).toBe(8 * (4 * 31.5 + 15 + 8));
  });
});
