import { expect, it } from 'vitest';
import { MODES } from '../../../src/settings/modes.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { plannedRuns } from '../../../src/settings/study/plan.ts';
import { singleStudy, type Study } from '../../../src/settings/study/study.ts';

const SMALL = { ...DEFAULTS, n: 4, m: 3, d: 20, runs: 2, seed: 5 };

it('runs are planned seed by seed: something of every point is seen early', () => {
  const study: Study = {
    base: SMALL,
    axes: [axis('gamma', [0, 0.1]), axis('n', [4, 6])],
    pins: [{ name: '', settings: { ...SMALL, m: 5, runs: 3 } }],
  };
  const runs = plannedRuns(study);
  expect(runs.map(({ run, index }) => [run, index])).toEqual([
    ...[0, 1, 2, 3, 4].map((index) => [0, index]),
    ...[0, 1, 2, 3, 4].map((index) => [1, index]),
    [2, 4],
  ]);
  expect(runs.map(({ experiment }) => experiment.seed)).toEqual([5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7]);
  // The last axis is the fastest.
  expect(runs.slice(0, 5).map(({ point }) => [point.settings.gamma, point.settings.n, point.pin])).toEqual([
    [0, 4, null],
    [0, 6, null],
    [0.1, 4, null],
    [0.1, 6, null],
    [0.1, 4, 0],
  ]);
});

it('the modes of a seed are planned next to each other and differ in the penalty alone', () => {
  const runs = plannedRuns({ ...singleStudy(SMALL), axes: [axis('regularizer', MODES)] });
  expect(runs.map(({ experiment: { seed, regularizer } }) => [seed, regularizer.kind])).toEqual([
    [5, 'none'],
    [5, 'pegr'],
    [5, 'fgr'],
    [6, 'none'],
    [6, 'pegr'],
    [6, 'fgr'],
  ]);
  const alike = runs.slice(0, 3).map(({ experiment }) => ({ ...experiment, regularizer: null }));
  for (const experiment of alike) expect(experiment).toEqual(alike[0]);
});

it('a study is refused when one of its points cannot be run, in the words of the check', () => {
  const theorem = { data: 'signal-noise', activation: 'relu-power', switchOff: 't1', q: 3 } as const;
  const base = { ...DEFAULTS, ...theorem };
  expect(() => plannedRuns(singleStudy(base))).not.toThrow();
  expect(() => plannedRuns({ ...singleStudy(base), axes: [axis('regularizer', MODES)] })).toThrow('q = 3');
  expect(() => plannedRuns({ ...singleStudy(DEFAULTS), axes: [axis('eta', [0.1, 1e9])] })).toThrow(
    new RangeError('learning rate η = 1e9 is above 1e6'),
  );
});
