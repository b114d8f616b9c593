import { describe, expect, it } from 'vitest';
import { createSchedule, recordingBytes } from '../../../src/core/observe/schedule.ts';
import { MODES } from '../../../src/settings/modes.ts';
import { PRESETS, studyOf } from '../../../src/settings/presets.ts';
import { DEFAULTS, type Settings } from '../../../src/settings/schema.ts';
import { axis, type Axis } from '../../../src/settings/study/axis.ts';
import {
  estimateSeconds,
  MAX_STUDY_BYTES,
  MAX_STUDY_SECONDS,
  runsOf,
  sizeProblem,
} from '../../../src/settings/study/bounds.ts';
import { checkStudy } from '../../../src/settings/study/check.ts';
import { singleStudy, type Study } from '../../../src/settings/study/study.ts';

const over = (axes: readonly Axis[], change: Partial<Settings> = {}): Study => ({
  ...singleStudy({ ...DEFAULTS, ...change }),
  axes,
});
const seeds = (count: number) =>
  axis(
    'seed',
    Array.from({ length: count }, (_, k) => k),
  );

describe('the size of a study', () => {
  it('counts every seed of every point', () => {
    const pins = [{ name: '', settings: { ...DEFAULTS, runs: 2 } }];
    const study = over([axis('gamma', [0, 1]), axis('regularizer', MODES)], { runs: 5 });
    expect(runsOf({ ...study, pins })).toBe(2 * 3 * 5 + 2);
  });

  it('that would not fit the page is refused with the number of runs, the room and what to lower', () => {
    const study = over(
      [
        seeds(64),
        axis(
          'eta',
          Array.from({ length: 20 }, (_, k) => 0.01 * (k + 1)),
        ),
      ],
      {
        n: 100,
        epochs: 20_000,
        runs: 1,
      },
    );
    const problem = sizeProblem(study, {})!;
    expect(problem).toMatchObject({ key: 'seed', severity: 'error' });
    expect(problem.message).toMatch(
      /^1,280 runs would record \S+ GB; a study may take 1\.5 GB: take fewer values, seeds or epochs T$/,
    );
    const bytes = 1_280 * recordingBytes(20_000, 100, 2 * DEFAULTS.m, 1_280);
    expect(bytes).toBeGreaterThan(MAX_STUDY_BYTES);
    expect(checkStudy(study)).toContainEqual(problem);
  });

  it('that would take longer than a day is refused with the hours', () => {
    const study = over([seeds(8)], { gamma: 0, n: 500, m: 2_000, d: 20_000, epochs: 100_000, runs: 1 });
    const hours = estimateSeconds(study) / 3_600;
    expect(hours).toBeGreaterThan(MAX_STUDY_SECONDS / 3_600);
    expect(sizeProblem(study, {})?.message).toBe(
      `8 runs would take about ${Math.round(hours).toLocaleString('en')} hours; a study may take 24: take fewer values, seeds or epochs T`,
    );
  });

  it('of one run is refused likewise, and is short where neurons come to move by groups', () => {
    const long = { gamma: 0.5, n: 10, d: 2_000, m: 100, epochs: 1e9, runs: 1, testPoints: 0 };
    const study = over([], long);
    expect(checkStudy(study)).toEqual([]);
    // About half an hour; and a third of a day where the patterns never freeze.
    expect(estimateSeconds(study)).toBeGreaterThan(600);
    expect(estimateSeconds(study)).toBeLessThan(3_600);
    expect(estimateSeconds(study, {}, false)).toBeGreaterThan(6 * 3_600);
    // The first epochs are ordinary, and so are all before a penalty is switched off.
    const penalised = over([], { ...long, regularizer: 'pegr', switchOff: 'epoch', until: 1_000_000 });
    expect(estimateSeconds(penalised) - estimateSeconds(study)).toBeGreaterThan(20);
    const large = over([], { ...long, n: 1_000, d: 2_000 });
    expect(checkStudy(large)).toEqual([
      {
        key: 'epochs',
        severity: 'error',
        message: expect.stringMatching(
          /^the run would take about [\d,]+ hours; a study may take 24: take fewer epochs T$/,
        ) as string,
      },
    ]);
  });

  it('is within both bounds for every preset', () => {
    for (const preset of PRESETS) expect(sizeProblem(studyOf(preset), {})).toBeNull();
  });

  it('grows with what a step costs', () => {
    const seconds = (change: Partial<Settings>): number => estimateSeconds(over([], change));
    expect(seconds({ runs: 10 })).toBeCloseTo((10 / DEFAULTS.runs) * seconds({}), 9);
    expect(seconds({ epochs: 2 * DEFAULTS.epochs })).toBeCloseTo(2 * seconds({}), 9);
    expect(seconds({ space: 'weight' })).toBeGreaterThan(seconds({ space: 'feature' }));
    const file = { data: 'dataset', space: 'weight' } as const;
    expect(estimateSeconds(over([], file), { fileDimension: 3_072 })).toBeGreaterThan(seconds(file));
  });
});

describe('the snapshots of many runs', () => {
  it('share the room that a study has, and the recorded epochs stay the same', () => {
    const alone = createSchedule(2_000, 100, 400);
    const among = createSchedule(2_000, 100, 400, 500);
    expect(among.recorded).toEqual(alone.recorded);
    expect(among.snapshots.size).toBeLessThan(alone.snapshots.size);
    expect(among.snapshots.size).toBeGreaterThanOrEqual(16);
    for (const t of [0, 2_000]) expect(among.snapshots.has(t)).toBe(true);
  });

  it('are as they were for a few runs', () => {
    expect(createSchedule(500, 10, 200, 5)).toEqual(createSchedule(500, 10, 200));
  });
});
