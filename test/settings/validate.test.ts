import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, SETTING_NAMES, type SettingName, type Settings } from '../../src/settings/schema.ts';
import { checkSettings, checkValue, isRunnable } from '../../src/settings/validate.ts';
import { arbitrarySettings } from './arbitrary.ts';

const messageOf = (name: SettingName, value: unknown): string => {
  const checked = checkValue(name, value);
  return checked.ok ? 'accepted' : checked.message;
};

const problemsOf = (change: Partial<Settings>) => checkSettings({ ...DEFAULTS, ...change });

describe('one value', () => {
  it.each<[SettingName, unknown, string]>([
    ['eta', 1e9, 'learning rate η = 1e9 is above 1e6'],
    ['eta', 0, 'learning rate η = 0 is below 1e-6'],
    ['eta', NaN, 'learning rate η = NaN is not a number from 1e-6 to 1e6'],
    ['eta', -Infinity, 'learning rate η = -Infinity is not a number from 1e-6 to 1e6'],
    ['eta', '0.1', 'learning rate η = “0.1” is not a number from 1e-6 to 1e6'],
    ['n', 2.5, 'training points n = 2.5 is not a whole number'],
    ['epochs', 2e9, 'epochs T = 2,000,000,000 is above 1,000,000,000'],
    ['secondLayer', '2', 'second layer a = “2” is not one of 1/m, 1/sqrt(2m), 1'],
    ['secondLayer', 1, 'second layer a = 1 is not one of 1/m, 1/sqrt(2m), 1'],
    ['regularizer', 'l2', 'regularisation R = “l2” is not one of none, pegr, fgr'],
    ['q', 1.5, 'power q = 1.5 is below 2'],
    ['lambdaPegr', -1, 'strength of PEGR λ_PEGR = -1 is below 0'],
    ['replacement', 'yes', 'draw with replacement = “yes” is neither yes nor no'],
    ['file', 'abc', 'file = “abc” is not 16 hexadecimal digits, or nothing'],
    [
      'positive',
      '1.'.repeat(220),
      `labels of class +1 = “${'1.'.repeat(29)}1…” is longer than 400 characters`,
    ],
    [
      'positive',
      null,
      'labels of class +1 = null is not a text: labels and ranges joined by points, such as 4 or 0-4 or 1.3.5, or names such as ~M or ~setosa~virginica',
    ],
  ])('%s = %s is refused with the name, the value and the range', (name, value, message) => {
    expect(messageOf(name, value)).toBe(message);
  });

  it('may be either end of its range', () => {
    expect(checkValue('eta', 1e-6)).toEqual({ ok: true, value: 1e-6 });
    expect(checkValue('eta', 1e6)).toEqual({ ok: true, value: 1e6 });
  });

  it('has one zero', () => {
    expect(checkValue('gamma', -0)).toEqual({ ok: true, value: 0 });
  });

  it('of any type never makes the check throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SETTING_NAMES), fc.anything(), (name, value) => {
        expect(typeof checkValue(name, value).ok).toBe('boolean');
      }),
    );
  });
});

describe('values together', () => {
  it('of the defaults have no problem', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('that are each allowed never make the check throw', () => {
    fc.assert(
      fc.property(arbitrarySettings, (settings) => {
        for (const { key, message } of checkSettings(settings)) {
          expect(SETTING_NAMES).toContain(key);
          expect(message.length).toBeGreaterThan(10);
        }
      }),
    );
  });

  it('report each value out of range, and only those', () => {
    expect(problemsOf({ gamma: 2, n: 1, data: 'orthogonal-basis' })).toEqual([
      { key: 'gamma', message: 'leak γ = 2 is above 1', severity: 'error' },
      { key: 'n', message: 'training points n = 1 is below 2', severity: 'error' },
    ]);
  });

  it('need n ≤ d to draw basis vectors without replacement', () => {
    const basis = { data: 'orthogonal-basis', n: 41, d: 40 } as const;
    expect(problemsOf(basis)).toMatchObject([
      { key: 'n', severity: 'error', message: expect.stringContaining('n = 41 is above d = 40') as string },
    ]);
    expect(problemsOf({ ...basis, n: 40 })).toEqual([]);
    expect(problemsOf({ ...basis, replacement: true })).toEqual([]);
    expect(problemsOf({ n: 41, d: 40 })).toEqual([]);
  });

  it('warn of a batch that is the whole training set', () => {
    expect(problemsOf({ method: 'sgd' })).toEqual([
      {
        key: 'batchSize',
        message: 'batch size B = 64 is above n = 10: each batch is the whole training set',
        severity: 'warning',
      },
    ]);
    expect(problemsOf({ method: 'sgd', batchSize: 10 })).toEqual([]);
    expect(isRunnable(problemsOf({ method: 'sgd' }))).toBe(true);
  });

  it('warn of data that are all zero', () => {
    expect(problemsOf({ meanSd: 0, noiseSd: 0 })).toMatchObject([{ key: 'noiseSd', severity: 'warning' }]);
    expect(problemsOf({ meanSd: 0.1, noiseSd: 0 })).toEqual([]);
  });
});

describe('a file’s labels', () => {
  const file = { data: 'dataset', file: '0123456789abcdef' } as const;

  it('may not be in both classes', () => {
    expect(problemsOf({ ...file, positive: '0-4', negative: '4-9' })).toEqual([
      { key: 'negative', message: 'label 4 cannot be in both classes', severity: 'error' },
    ]);
    expect(problemsOf({ ...file, positive: '0-9', negative: '0-9' })).toMatchObject([
      { message: 'labels 0, 1, 2, 3, 4, … cannot be in both classes' },
    ]);
    expect(problemsOf({ ...file, positive: '0-4', negative: '5-9' })).toEqual([]);
  });

  it('are bounded before they are listed', () => {
    expect(problemsOf({ ...file, positive: '0-999999' })).toMatchObject([
      {
        key: 'positive',
        severity: 'error',
        message: expect.stringContaining('more than 1,000 labels') as string,
      },
    ]);
  });

  it('do not matter to other data', () => {
    expect(problemsOf({ positive: '4', negative: '4' })).toEqual([]);
  });

  it('warn while no file is open', () => {
    expect(problemsOf({ data: 'dataset' })).toMatchObject([{ key: 'file', severity: 'warning' }]);
  });
});

describe('gradient flow', () => {
  const flow = { method: 'flow' } as const;

  it('is refused where it is not defined, with what to do', () => {
    expect(problemsOf({ ...flow, space: 'weight' })).toMatchObject([{ key: 'space', severity: 'error' }]);
    expect(problemsOf({ ...flow, regularizer: 'pegr' })).toMatchObject([
      { key: 'regularizer', message: expect.stringContaining('jumps at every kink') as string },
    ]);
    const smooth = { ...flow, activation: 'smooth-leaky-relu', regularizer: 'fgr' } as const;
    expect(problemsOf(smooth)).toMatchObject([{ key: 'switchOff', severity: 'error' }]);
    expect(problemsOf({ ...smooth, switchOff: 'never' })).toEqual([]);
    expect(problemsOf(flow)).toEqual([]);
  });
});
