import { describe, expect, it } from 'vitest';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';
import type { DataSpec } from '../../../src/core/experiment.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';

const problemOf = (data: DataSpec) =>
  finish(createProblem({ ...K_FIGURE_1, data, m: 1 }, new Map(), new DrawMemo()));

const x = Float64Array.of(1, 2, 3, 4);
const y = Float64Array.of(1, -1);
const w0 = Float64Array.of(0.5, 1, -1, 2);

it('W(0) of many entries is drawn in pieces', () => {
  const wide = {
    kind: 'explicit',
    n: 1,
    d: 2_000,
    x: new Float64Array(2_000),
    y: Float64Array.of(1),
  } as const;
  const work = createProblem({ ...K_FIGURE_1, data: wide, m: 25 }, new Map(), new DrawMemo());
  // Two steps of set-up; 2,000 normals at 50 multiply–adds: 20 of the 50 rows a piece.
  expect([...work]).toHaveLength(1 + 2);
});

it('the smallest data are drawn: two dimensions for signal and noise, ties of the 2-xor as +1', () => {
  const signal: DataSpec = { kind: 'signal-noise', n: 2, d: 2, meanNorm: 1, noiseSd: 1 };
  expect(problemOf(signal).samples.d).toBe(2);
  const xor: DataSpec = { kind: 'two-xor', n: 5, d: 2, meanNorm: 0, noiseSd: 0 };
  expect([...problemOf(xor).samples.y]).toEqual([1, 1, 1, 1, 1]);
});

describe('given data', () => {
  it('have each point for a feature, no test points, and W(0) as it is given, whatever σ₀', () => {
    const { samples, draw, initialScale, squaredFeatureNorms, neurons, featureCount } = problemOf({
      kind: 'explicit',
      n: 2,
      d: 2,
      x,
      y,
      w0,
    });
    expect(samples).toMatchObject({ d: 2, dim: 2, patches: 1, signalFeature: null, features: x, y });
    expect([...samples.patchFeature]).toEqual([0, 1]);
    expect([samples.testX.length, samples.testY.length]).toEqual([0, 0]);
    expect(draw.initialRows).toBe(w0);
    expect(initialScale).toBe(1);
    expect([...squaredFeatureNorms]).toEqual([5, 25]);
    expect([neurons, featureCount]).toEqual([2, 2]);
  });

  it('take 2m rows of W(0)', () => {
    const rows = Float64Array.from({ length: 8 }, (_, k) => k);
    const data = { kind: 'explicit', n: 2, d: 2, x, y, w0: rows } as const;
    const make = () => finish(createProblem({ ...K_FIGURE_1, data, m: 2 }, new Map(), new DrawMemo()));
    expect(make().draw.initialRows).toBe(rows);
  });

  it('without W(0) have it drawn, scaled by σ₀', () => {
    const { draw, initialScale } = problemOf({ kind: 'explicit', n: 2, d: 2, x, y });
    expect(draw.initialRows).toHaveLength(4);
    expect(initialScale).toBe(K_FIGURE_1.sigma0);
  });

  it('as patches have the features μ, ξ_1, …, ξ_n', () => {
    const mu = Float64Array.of(7, 0);
    const { samples, initialScale } = problemOf({ kind: 'explicit-patches', n: 2, d: 2, mu, xi: x, y, w0 });
    expect([...samples.features]).toEqual([7, 0, 1, 2, 3, 4]);
    expect([...samples.patchFeature]).toEqual([0, 1, 0, 2]);
    expect([...samples.patchSign]).toEqual([1, 1, -1, 1]);
    expect(samples).toMatchObject({ d: 2, dim: 2, patches: 2, signalFeature: 0 });
    expect([samples.testX.length, samples.testPatch.length, samples.testY.length]).toEqual([0, 0, 0]);
    expect(initialScale).toBe(1);
  });

  it.each<[DataSpec, string]>([
    [{ kind: 'explicit', n: 3, d: 2, x, y }, 'X has 4 entries where 6 belong'],
    [{ kind: 'explicit', n: 2, d: 2, x, y: Float64Array.of(1) }, 'y has 1 entries where 2 belong'],
    [{ kind: 'explicit', n: 2, d: 2, x, y: Float64Array.of(1, 0) }, 'label y_2 = 0 is not one of −1, 1'],
    [{ kind: 'explicit', n: 2, d: 2, x, y: Float64Array.of(2, 1) }, 'label y_1 = 2 is not one of −1, 1'],
    [{ kind: 'explicit', n: 2, d: 2, x, y, w0: x.subarray(1) }, 'W(0) has 3 entries where 4 belong'],
    [{ kind: 'explicit-patches', n: 2, d: 2, mu: x, xi: x, y }, 'μ has 4 entries where 2 belong'],
    [{ kind: 'explicit-patches', n: 2, d: 2, mu: y, xi: y, y }, 'ξ has 2 entries where 4 belong'],
    [{ kind: 'explicit-patches', n: 2, d: 2, mu: y, xi: x, y: x }, 'y has 4 entries where 2 belong'],
    [{ kind: 'signal-noise', n: 2, d: 1, meanNorm: 1, noiseSd: 1 }, 'dimension d = 1 is below 2'],
    [{ kind: 'gaussian-mixture', n: 1, d: 5, meanSd: 1, noiseSd: 1 }, 'n = 1 is below 2'],
    [{ kind: 'two-xor', n: 2, d: 1, meanNorm: 1, noiseSd: 1 }, 'dimension d = 1 is below 2'],
    [
      { kind: 'dataset', id: '', n: 2, positive: [1], negative: [2], normalisation: 'none' },
      'no file is open: open an MNIST-style pair of IDX files or a CSV table to train on it',
    ],
    [
      { kind: 'dataset', id: 'feed', n: 2, positive: [1], negative: [2], normalisation: 'none' },
      'the file with fingerprint feed is not open: open it to train on it',
    ],
  ])('%o are refused by name, value and range', (data, message) => {
    expect(() => problemOf(data)).toThrow(message);
  });
});
