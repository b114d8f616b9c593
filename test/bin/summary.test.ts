import { expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import { summarise, summaryLines } from '../../bin/summary.ts';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';

const settings = { ...DEFAULTS, n: 4, d: 30, m: 3, epochs: 5, runs: 3, testPoints: 0 };

it('a summary is the mean and the ends of each scalar over the finished runs of a mode', () => {
  const { runs } = compute({ ...settings, compare: true });
  const summaries = summarise(runs);
  expect(summaries.map(({ mode, finished }) => [mode, finished])).toEqual([
    ['none', 3],
    ['pegr', 3],
    ['fgr', 3],
  ]);
  const losses = runs.filter(({ mode }) => mode === 'pegr').map(({ scalars }) => scalars.loss);
  const { mean, least, most } = summaries[1]!.scalars.loss!;
  expect(mean).toBeCloseTo((losses[0]! + losses[1]! + losses[2]!) / 3, 15);
  expect([least, most]).toEqual([Math.min(...losses), Math.max(...losses)]);
  expect(summaryLines(summaries[1]!)[0]).toBe('3 finished runs, PEGR: mean (least to most)');
});

it('says nothing of what was not measured: no test error of −1, no signal of data without one', () => {
  const scalarsOf = (change: Partial<Settings>): readonly string[] => {
    const [summary] = summarise(compute({ ...settings, ...change }).runs);
    return summaryLines(summary!)
      .slice(1)
      .map((line) => line.trim().split(' ')[0]!);
  };
  const unseen = ['testError', 'signal', 'noise'];
  expect(scalarsOf({})).toEqual(SCALARS.filter((name) => !unseen.includes(name)));
  expect(scalarsOf({ testPoints: 3, data: 'signal-noise' })).toEqual(SCALARS);
});

it('a mode of which no run finished has none', () => {
  const { runs } = compute({
    ...settings,
    ...{ data: 'binary-clusters', n: 40, d: 20, labelNoise: 0.3, m: 20, epochs: 40 },
    ...{ eta: 1_000, loss: 'exponential' },
  });
  expect(runs.every(({ outcome }) => outcome.kind === 'diverged')).toBe(true);
  expect(summarise(runs)).toEqual([]);
});
