import { expect, it } from 'vitest';
import { isMeasured, SCALARS } from '../../../src/core/observe/quantities.ts';

it('a test error is measured where there are test points: it is −1 where there are none', () => {
  expect(isMeasured('testError', 0, { kind: 'two-xor' })).toBe(true);
  expect(isMeasured('testError', -1, { kind: 'two-xor' })).toBe(false);
});

it('signal and noise are measured of data with a signal patch, whatever their values', () => {
  for (const name of ['signal', 'noise'] as const) {
    for (const value of [-1, 0, 1]) {
      expect(isMeasured(name, value, { kind: 'signal-noise' })).toBe(true);
      expect(isMeasured(name, value, { kind: 'explicit-patches' })).toBe(true);
      expect(isMeasured(name, value, { kind: 'gaussian-mixture' })).toBe(false);
    }
  }
});

it('every other quantity is always measured', () => {
  for (const name of SCALARS) {
    if (name === 'testError' || name === 'signal' || name === 'noise') continue;
    expect(isMeasured(name, -1, { kind: 'gaussian-mixture' })).toBe(true);
  }
});
