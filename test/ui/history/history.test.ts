import { describe, expect, it } from 'vitest';
import { PRESETS, studyOf } from '../../../src/settings/presets.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { addPin, changeBase, renamePin, toFront, vary } from '../../../src/settings/study/edit.ts';
import { singleStudy } from '../../../src/settings/study/study.ts';
import { DEFAULT_VIEW } from '../../../src/settings/view.ts';
import { pictureOf } from '../../../src/ui/history/picture.ts';
import { keyOf } from '../../../src/ui/history/remember.ts';
import { titleOf } from '../../../src/ui/history/title.ts';
import { syntheticRecording } from '../../charts/synthetic.ts';

const leaks = vary(singleStudy(DEFAULTS), 'gamma', [0, 0.1, 0.5]);

describe('a study among the recent ones', () => {
  it('is the same whichever value is in front and whatever its pins are called, and another with other values', () => {
    expect(keyOf(toFront(leaks, 0, 2))).toBe(keyOf(leaks));
    expect(keyOf(renamePin(addPin(leaks), 0, 'x'))).toBe(keyOf(addPin(leaks)));
    expect(keyOf(vary(leaks, 'gamma', [0, 0.1, 0.6]))).not.toBe(keyOf(leaks));
    expect(keyOf(addPin(leaks))).not.toBe(keyOf(leaks));
  });

  it('is named by the paper’s question, with what differs from it', () => {
    const preset = PRESETS[1]!;
    expect(titleOf(studyOf(preset))).toEqual({ title: preset.question, detail: '' });
    const changed = vary(addPin(studyOf(preset)), 'eta', [0.01, 0.1, 1]);
    const { title, detail } = titleOf(changed);
    expect(title).toBe(preset.question);
    expect(detail).toMatch(/^η 0\.01, 0\.1, 1; 1 pinned$/);
    const own = changeBase(studyOf(preset), {
      m: 7,
      n: 8,
      d: 99,
      sigma0: 0.7,
      eta: 0.3,
      epochs: 9,
      gamma: 0.33,
      seed: 5,
      runs: 3,
    });
    expect(titleOf(own).title).toBe('Your own settings');
    expect(titleOf(own).detail).toMatch(/ and \d more$/);
  });
});

describe('its picture', () => {
  const point = { at: [], pin: null, settings: DEFAULTS };
  const of = (recordings: Parameters<typeof pictureOf>[0][number]['recordings']) =>
    pictureOf([{ point, curve: null, name: 'in front', recordings }], DEFAULT_VIEW);

  it('has a curve of heights from 0 to 1 for each that is on screen, and none before anything is recorded', () => {
    const [curve, ...others] = of([syntheticRecording({ epochs: 40 })]);
    expect(others).toEqual([]);
    expect(curve!.heights).toHaveLength(24);
    expect(Math.min(...curve!.heights)).toBe(0);
    expect(Math.max(...curve!.heights)).toBe(1);
    expect(of([])).toEqual([]);
  });
});
