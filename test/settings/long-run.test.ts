import { describe, expect, it } from 'vitest';
import { longRunProblem, mayMoveAlike, ORDINARY_EPOCHS, sliderEnd } from '../../src/settings/long-run.ts';
import { DEFAULTS, SETTINGS, type Settings } from '../../src/settings/schema.ts';
import { checkSettings, isRunnable } from '../../src/settings/validate.ts';

const MOST = SETTINGS.epochs.max;
const leaky: Settings = { ...DEFAULTS, activation: 'leaky-relu', gamma: 0.5, epochs: MOST };

describe('a run of more than a million epochs', () => {
  it('may be asked for where neurons can move by groups, up to a billion', () => {
    expect(MOST).toBe(1e9);
    expect(longRunProblem(leaky)).toBeNull();
    expect(longRunProblem({ ...leaky, regularizer: 'pegr', switchOff: 'epoch', until: 800 })).toBeNull();
    expect(sliderEnd('epochs', SETTINGS.epochs, { ...leaky, epochs: 50 })).toBe(MOST);
  });

  it.each<[Partial<Settings>, string]>([
    [{ activation: 'smooth-leaky-relu' }, 'choose leaky ReLU, or lower T'],
    [{ activation: 'relu-power' }, 'choose leaky ReLU, or lower T'],
    [{ gamma: 0 }, 'take γ above 0, or lower T'],
    [{ method: 'sgd' }, 'choose gradient descent, or lower T'],
    [{ space: 'weight' }, 'n of at most 2d and 5,000, or lower T'],
    [{ n: 50, d: 20 }, 'n of at most 2d and 5,000, or lower T'],
    [{ regularizer: 'fgr', switchOff: 'never' }, 'switch it off before, or lower T'],
    [{ m: 7 }, 'take m of at least 8, or lower T'],
  ])('is refused with %j, which says what to do', (change, remedy) => {
    const settings = { ...leaky, ...change };
    const problems = checkSettings(settings);
    expect(isRunnable(problems)).toBe(false);
    const [problem] = problems;
    expect(problem).toMatchObject({ key: 'epochs', severity: 'error' });
    expect(problem!.message).toContain('epochs T = 1,000,000,000 is above 1,000,000, the most where');
    expect(problem!.message).toContain(remedy);
    expect(sliderEnd('epochs', SETTINGS.epochs, settings)).toBe(ORDINARY_EPOCHS);
    expect(isRunnable(checkSettings({ ...settings, epochs: ORDINARY_EPOCHS }))).toBe(true);
  });

  it('counts the dimension of the opened file', () => {
    const file: Settings = { ...leaky, data: 'dataset', file: 'a'.repeat(64), n: 100 };
    expect(mayMoveAlike(file, 784)).toBe(true);
    expect(mayMoveAlike(file, 30)).toBe(false);
  });

  it('leaves the other sliders alone', () => {
    expect(sliderEnd('m', SETTINGS.m, { ...leaky, gamma: 0 })).toBe(SETTINGS.m.max);
  });
});
