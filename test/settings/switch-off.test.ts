import { describe, expect, it } from 'vitest';
import { signalTime } from '../../src/core/claims/meng/times.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { isSignalNoiseTheory, signalTimeOf, switchOffEpoch } from '../../src/settings/switch-off.ts';

/** Settings that M's theorems are about. */
const theory: Settings = {
  ...DEFAULTS,
  data: 'signal-noise',
  activation: 'relu-power',
  q: 2,
  meanNorm: 1,
  regularizer: 'pegr',
  until: 321,
};

/** Each is beside the theorems by one setting. */
const BESIDE = [
  { data: 'gaussian-mixture' },
  { activation: 'leaky-relu' },
  { q: 3 },
] satisfies Partial<Settings>[];

describe('M’s T₁', () => {
  it('is that of the theorem for signal and noise patches with ReLU²', () => {
    expect(isSignalNoiseTheory(theory)).toBe(true);
    expect(signalTimeOf(theory)).toEqual(signalTime(theory));
  });

  it.each(BESIDE)('is unknown with %o', (change) => {
    expect(isSignalNoiseTheory({ ...theory, ...change })).toBe(false);
    expect(signalTimeOf({ ...theory, ...change })).toBeNull();
  });

  it('is unknown without a signal, however small a signal has one', () => {
    expect(signalTimeOf({ ...theory, meanNorm: 0 })).toBeNull();
    expect(signalTimeOf({ ...theory, meanNorm: 0.01 })).not.toBeNull();
  });
});

describe('the first epoch without the penalty', () => {
  it('is none where the penalty is never switched off, and the one set where one is', () => {
    expect(switchOffEpoch({ ...theory, switchOff: 'never' })).toBeNull();
    expect(switchOffEpoch({ ...theory, switchOff: 'epoch' })).toBe(321);
  });

  it('is T₁ rounded up, as it holds or as it is printed', () => {
    const { corrected, printed } = signalTime(theory);
    const [holds, asPrinted] = (['t1', 't1-printed'] as const).map((switchOff) =>
      switchOffEpoch({ ...theory, switchOff }),
    );
    expect(corrected % 1).not.toBe(0);
    expect(printed % 1).not.toBe(0);
    expect(holds).toBe(Math.floor(corrected) + 1);
    expect(asPrinted).toBe(Math.floor(printed) + 1);
    expect(asPrinted).toBeLessThan(holds!);
  });

  it('is epoch 0, and not none, where T₁ is 0', () => {
    expect(switchOffEpoch({ ...theory, switchOff: 't1', sigma0: 10 })).toBe(0);
  });

  it.each(BESIDE)('is none where T₁ is asked for with %o', (change) => {
    for (const switchOff of ['t1', 't1-printed'] as const)
      expect(switchOffEpoch({ ...theory, ...change, switchOff })).toBeNull();
  });
});
