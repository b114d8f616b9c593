import { describe, expect, it } from 'vitest';
import { clockOf, EPOCHS, log1pTimes, logSumTimes } from '../../../src/core/claims/clock.ts';

const FLOW = clockOf(Float64Array.of(-Infinity, 0, 10_000));

describe('the clock of a run', () => {
  it('has log t of epochs, and of the points of a flow, at the start too', () => {
    expect([0, 1, 100].map(EPOCHS.logTime)).toEqual([-Infinity, 0, Math.log(100)]);
    expect([0, 1, 2].map(FLOW.logTime)).toEqual([-Infinity, 0, 10_000]);
    expect([0, 1, 2].map(FLOW.time)).toEqual([0, 1, Infinity]);
    expect(clockOf(undefined)).toBe(EPOCHS);
  });
});

describe('logarithms of what grows with time', () => {
  // Two functions of an error below 1 ulp each, and a sum of about 1.
  const digits = 14;

  it('are those of 1 + ct and e^x + ct where these are numbers', () => {
    for (const t of [0.01, 1, 40]) {
      expect(log1pTimes(0.3, Math.log(t))).toBeCloseTo(Math.log(1 + 0.3 * t), digits);
      expect(logSumTimes(-0.2, 0.3, Math.log(t))).toBeCloseTo(Math.log(Math.exp(-0.2) + 0.3 * t), digits);
    }
  });

  it('are 0 and x at t = 0, and log c + log t where t is no number any more', () => {
    expect(log1pTimes(0.3, -Infinity)).toBe(0);
    expect(logSumTimes(-0.2, 0.3, -Infinity)).toBe(-0.2);
    expect(log1pTimes(2, 10_000)).toBe(Math.log(2) + 10_000);
    expect(logSumTimes(800, 2, 10_000)).toBeCloseTo(Math.log(2) + 10_000, 10);
  });
});
