import { expect, it } from 'vitest';
import type { Dataset, DataSpec, Experiment } from '../../../src/core/experiment.ts';
import { Fingerprint } from '../../../src/core/fingerprint.ts';
import { createProblem } from '../../../src/core/problem/create.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { K_FIGURE_1 } from '../experiments.ts';
import { finish } from '../finish.ts';

/** Three labels, and an entry in which all rows agree. */
const dataset: Dataset = {
  id: 'fixed',
  name: 'fixed.csv',
  count: 60,
  dim: 3,
  values: Float64Array.from({ length: 180 }, (_, k) => (k % 3 === 2 ? 5 : (k * 37) % 101)),
  labels: Int32Array.from({ length: 60 }, (_, row) => row % 3),
};

/** The hash of all that is drawn for an experiment. */
function bitsOf(data: DataSpec, change: Partial<Experiment>): string {
  const experiment: Experiment = { ...K_FIGURE_1, data, m: 3, seed: 11, testPoints: 7, ...change };
  const { samples, draw, squaredFeatureNorms } = finish(
    createProblem(experiment, new Map([['fixed', dataset]]), new DrawMemo()),
  );
  const fingerprint = new Fingerprint();
  const { features, patchFeature, patchSign, y, testX, testPatch, testY } = samples;
  for (const array of [features, patchFeature, patchSign, y, testX, testPatch, testY, squaredFeatureNorms])
    fingerprint.update(Float64Array.from(array));
  fingerprint.update(draw.initialRows);
  return fingerprint.digest();
}

const split = { kind: 'dataset', id: 'fixed', n: 20, positive: [0], negative: [1, 2] } as const;

it.each<[DataSpec, string]>([
  // In an adapted basis, and drawn themselves where the dimension is below 1 + n + 2m.
  [{ kind: 'gaussian-mixture', n: 5, d: 40, meanSd: 0.5, noiseSd: 1.5 }, '696710eb9b0faf2d'],
  [{ kind: 'gaussian-mixture', n: 5, d: 6, meanSd: 0.5, noiseSd: 1.5 }, '9a323dec33aca0fe'],
  [{ kind: 'binary-clusters', n: 9, d: 40, meanExponent: 0.26, labelNoise: 0.3 }, 'efb424484a0b9696'],
  [{ kind: 'two-xor', n: 9, d: 40, meanNorm: 2, noiseSd: 1.5 }, 'e86241469f33f374'],
  [{ kind: 'two-xor', n: 9, d: 2, meanNorm: 2, noiseSd: 0.5 }, '38105a7b5f646c18'],
  [{ kind: 'signal-noise', n: 5, d: 40, meanNorm: 2, noiseSd: 1.5 }, 'fef3911543a14e7e'],
  [{ kind: 'signal-noise', n: 5, d: 6, meanNorm: 2, noiseSd: 1.5 }, 'edfca1edda3e4fa6'],
  [{ kind: 'orthogonal-basis', n: 9, d: 12, replacement: true }, '960d0dabfbbbcd4b'],
  [{ kind: 'orthogonal-basis', n: 12, d: 12, replacement: false }, 'c78c25c6f4ab06d2'],
  [{ ...split, normalisation: 'none' }, '65966f462868073b'],
  [{ ...split, normalisation: 'unit-norm' }, '7d349d16e1bf8765'],
  [{ ...split, normalisation: 'standardise' }, '904a1a59a3d1225b'],
])('the draw of %o has the bits that links were made with', (data, bits) => {
  expect(bitsOf(data, {})).toBe(bits);
});

it('a signal without test points leaves room for none', () => {
  const data = { kind: 'signal-noise', n: 5, d: 40, meanNorm: 2, noiseSd: 1.5 } as const;
  const experiment = { ...K_FIGURE_1, data, m: 3, testPoints: 0 };
  const { samples } = finish(createProblem(experiment, new Map(), new DrawMemo()));
  expect([samples.testX.length, samples.testPatch.length, samples.testY.length]).toEqual([0, 0, 0]);
});
