import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODES } from '../../../src/settings/modes.ts';
import { DEFAULTS, SETTINGS } from '../../../src/settings/schema.ts';
import { axis } from '../../../src/settings/study/axis.ts';
import { addPin, renamePin, toFront, vary } from '../../../src/settings/study/edit.ts';
import {
  isFront,
  appliesInStudy,
  axisOf,
  frontOf,
  pointsOf,
  sameRuns,
  sameSettings,
  sameStudy,
  singleStudy,
} from '../../../src/settings/study/study.ts';
import { arbitraryStudy } from '../arbitrary.ts';

const MODE_STUDY = vary(singleStudy(DEFAULTS), 'regularizer', MODES);

describe('the points of a study', () => {
  it('are the product of its axes and then its pins, and the base is the one in front', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const points = pointsOf(study);
        const onAxes = study.axes.reduce((product, { values }) => product * values.length, 1);
        expect(points).toHaveLength(onAxes + study.pins.length);
        const front = points.filter((point) => isFront(study, point));
        expect(front).toHaveLength(1);
        expect(front[0]!.settings).toEqual(study.base);
        expect(front[0]!.at).toEqual(frontOf(study));
        expect(points.slice(onAxes).map(({ settings }) => settings)).toEqual(
          study.pins.map(({ settings }) => settings),
        );
      }),
    );
  });

  it('move what goes along with them', () => {
    const along = [{ setting: 'eta', values: [0.5, 1] } as const];
    const study = { ...singleStudy(DEFAULTS), axes: [{ ...axis('gamma', [0, 1]), along }] };
    expect(pointsOf(study).map(({ settings: { gamma, eta } }) => [gamma, eta])).toEqual([
      [0, 0.5],
      [1, 1],
    ]);
    expect([axisOf(study, 'eta'), axisOf(study, 'gamma'), axisOf(study, 'n')]).toEqual([
      study.axes[0],
      study.axes[0],
      null,
    ]);
  });
});

it('a setting applies to a study where it has an effect in one of its experiments', () => {
  const { appliesTo } = SETTINGS.lambdaPegr;
  expect(appliesInStudy(singleStudy(DEFAULTS), appliesTo)).toBe(false);
  expect(appliesInStudy(MODE_STUDY, appliesTo)).toBe(true);
  expect(appliesInStudy(singleStudy(DEFAULTS), undefined)).toBe(true);
});

describe('studies', () => {
  it('are the same with the same settings, axes and pins', () => {
    expect(sameStudy(MODE_STUDY, { ...MODE_STUDY, base: { ...DEFAULTS } })).toBe(true);
    expect(sameStudy(MODE_STUDY, toFront(MODE_STUDY, 0, 1))).toBe(false);
    expect(sameStudy(MODE_STUDY, singleStudy(DEFAULTS))).toBe(false);
    expect(sameStudy(MODE_STUDY, addPin(MODE_STUDY))).toBe(false);
  });

  it('have the same runs whatever is in front and whatever pins are called', () => {
    const pinned = addPin(MODE_STUDY);
    expect(sameRuns(pinned, renamePin(toFront(pinned, 0, 2), 0, 'x'))).toBe(true);
    expect(sameRuns(MODE_STUDY, vary(MODE_STUDY, 'regularizer', MODES.slice(0, 2)))).toBe(false);
    expect(sameRuns(pinned, MODE_STUDY)).toBe(false);
    expect(sameRuns(MODE_STUDY, { ...MODE_STUDY, base: { ...DEFAULTS, seed: 2 } })).toBe(false);
  });
});

it('sameSettings sees a difference in any setting', () => {
  expect(sameSettings(DEFAULTS, { ...DEFAULTS })).toBe(true);
  expect(sameSettings(DEFAULTS, { ...DEFAULTS, seed: 2 })).toBe(false);
});
