import { expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import { summarise, summaryLines } from '../../bin/summary.ts';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import { MODES } from '../../src/settings/modes.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { axis } from '../../src/settings/study/axis.ts';
import { singleStudy } from '../../src/settings/study/study.ts';

const settings = { ...DEFAULTS, n: 4, d: 30, m: 3, epochs: 5, runs: 3, testPoints: 0 };

it('a summary is the mean and the ends of each scalar over the finished runs of a point', () => {
  const { runs } = compute({ ...singleStudy(settings), axes: [axis('regularizer', MODES)] });
  const summaries = summarise(runs);
  expect(summaries.map(({ index, finished }) => [index, finished])).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  const losses = runs
    .filter(({ point }) => point.settings.regularizer === 'pegr')
    .map(({ scalars }) => scalars.loss);
  const { mean, least, most } = summaries[1]!.scalars.loss!;
  expect(mean).toBeCloseTo((losses[0]! + losses[1]! + losses[2]!) / 3, 15);
  expect([least, most]).toEqual([Math.min(...losses), Math.max(...losses)]);
  expect(summaryLines(summaries[1]!, 'PEGR')[0]).toBe('3 finished runs, PEGR: mean (least to most)');
});

it('says nothing of what was not measured: no test error of −1, no signal of data without one', () => {
  const scalarsOf = (change: Partial<Settings>): readonly string[] => {
    const [summary] = summarise(compute(singleStudy({ ...settings, ...change })).runs);
    return summaryLines(summary!, 'in front')
      .slice(1)
      .map((line) => line.trim().split(' ')[0]!);
  };
  const unseen = ['testError', 'signal', 'noise'];
  expect(scalarsOf({})).toEqual(SCALARS.filter((name) => !unseen.includes(name)));
  expect(scalarsOf({ testPoints: 3, data: 'signal-noise' })).toEqual(SCALARS);
});

it('a point of which no run finished has none', () => {
  const { runs } = compute(
    singleStudy({
      ...settings,
      ...{ data: 'binary-clusters', n: 40, d: 20, labelNoise: 0.3, m: 20, epochs: 40 },
      ...{ eta: 1_000, loss: 'exponential' },
    }),
  );
  expect(runs.every(({ outcome }) => outcome.kind === 'diverged')).toBe(true);
  expect(summarise(runs)).toEqual([]);
});
