import { describe, expect, it } from 'vitest';
import { MODES } from '../../../src/settings/modes.ts';
import { DEFAULTS, SETTING_NAMES, type Settings } from '../../../src/settings/schema.ts';
import { axis, checkAxis, isAxisName, MAX_CURVES, type Axis } from '../../../src/settings/study/axis.ts';
import { checkStudy } from '../../../src/settings/study/check.ts';
import { singleStudy, type Study } from '../../../src/settings/study/study.ts';
import { checkSettings, isRunnable } from '../../../src/settings/validate.ts';

const over = (axes: readonly Axis[], change: Partial<Settings> = {}): Study => ({
  ...singleStudy({ ...DEFAULTS, ...change }),
  axes,
});

describe('an axis', () => {
  it('may be over every setting but the file’s, the classes and the number of seeds', () => {
    const varied = SETTING_NAMES.filter(isAxisName);
    for (const name of varied) {
      expect(checkAxis(axis(name, [DEFAULTS[name]])).ok).toBe(true);
    }
    for (const name of ['file', 'reading', 'positive', 'negative', 'runs']) {
      expect(varied).not.toContain(name);
    }
  });

  it.each<[Axis, string]>([
    [axis('gamma', []), 'leak γ has 0 values; give 1 to 64'],
    [axis('gamma', [0, 2]), 'leak γ = 2 is above 1'],
    [axis('n', [10, 2.5]), 'training points n = 2.5 is not a whole number'],
    [axis('gamma', [0, 0.5, 0]), 'leak γ = 0 is given twice; give each value once'],
    [
      { ...axis('gamma', [0, 1]), along: [{ setting: 'eta', values: [1] }] },
      'learning rate η has 1 values and goes along with leak γ, which has 2; give one for each',
    ],
    [
      { ...axis('gamma', [0]), along: [{ setting: 'eta', values: [1e9] }] },
      'learning rate η = 1e9 is above 1e6',
    ],
    [
      { ...axis('gamma', [0]), along: [{ setting: 'gamma', values: [0] }] },
      'leak γ is varied twice; each setting may be varied once',
    ],
  ])('is refused in words that name setting, value and range', (wrong, message) => {
    expect(checkAxis(wrong)).toEqual({ ok: false, message });
    expect(checkStudy(over([wrong]))).toContainEqual({ key: wrong.setting, message, severity: 'error' });
  });
});

describe('checkStudy', () => {
  it('of a single experiment is the check of its settings', () => {
    const wrong = { ...DEFAULTS, data: 'orthogonal-basis', n: 20, d: 10 } as const;
    expect(checkStudy(singleStudy(wrong))).toEqual(checkSettings(wrong));
    expect(checkStudy(singleStudy(DEFAULTS))).toEqual([]);
  });

  it('names the experiment, its setting and what is wrong where one that is not in front cannot be run', () => {
    const study = over([axis('d', [1_000, 10])], { data: 'orthogonal-basis', n: 20, d: 1_000 });
    const problems = checkStudy(study);
    expect(isRunnable(problems)).toBe(false);
    const [own] = checkSettings({ ...study.base, d: 10 });
    expect(problems).toEqual([{ ...own, message: `d = 10: ${own!.message}` }]);
    expect(own!.message).toMatch(/20/);
  });

  it('names a pin by its name', () => {
    const settings = { ...DEFAULTS, data: 'orthogonal-basis', n: 20, d: 10 } as const;
    const [problem] = checkStudy({ ...singleStudy(DEFAULTS), pins: [{ name: 'narrow', settings }] });
    expect(problem).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/^narrow: /) as string,
    });
  });

  it('says one of each kind where many points have it', () => {
    const values = [1_000, 10, 11, 12];
    const study = over([axis('d', values)], { data: 'orthogonal-basis', n: 20, d: 1_000 });
    expect(checkStudy(study)).toHaveLength(1);
  });

  it(`warns where more than ${MAX_CURVES} curves are to be told apart, and not of a second axis`, () => {
    const nine = axis('gamma', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    const small = { n: 4, m: 3, epochs: 5 };
    expect(checkStudy(over([nine], small))).toEqual([
      { key: 'gamma', severity: 'warning', message: 'leak γ has 9 values: as curves, 8 are told apart' },
    ]);
    expect(isRunnable(checkStudy(over([nine], small)))).toBe(true);
    expect(checkStudy(over([axis('regularizer', MODES), nine], small))).toEqual([]);
  });
});
