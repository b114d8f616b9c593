import { describe, expect, it } from 'vitest';
import { flowGrid } from '../../../../src/core/method/flow/grid.ts';
import { locate } from '../../../../src/core/method/flow/locate.ts';
import { LOG_LOSSES, logMeanLoss } from '../../../../src/core/method/flow/log-loss.ts';
import { StepSize } from '../../../../src/core/method/flow/step-size.ts';
import { logTimeOf, warpedTime } from '../../../../src/core/method/flow/warp.ts';

describe('the parts of a flow', () => {
  it('goes from log t to log(1 + t) and back, from t = e^−30 to e^100,000', () => {
    for (const logT of [-30, -4, 0, 1, 40, 800, 100_000]) {
      expect(logTimeOf(warpedTime(logT))).toBeCloseTo(logT, 11);
    }
    expect(warpedTime(-Infinity)).toBe(0);
    expect(logTimeOf(0)).toBe(-Infinity);
  });

  it('has losses in logarithms that agree with the losses, and stay finite where those underflow', () => {
    for (const q of [-40, -1, 0, 3, 19.9, 20.1, 300]) {
      const loss = q < -30 ? -q : Math.log1p(Math.exp(-q));
      expect(LOG_LOSSES.logistic.value(q)).toBeCloseTo(Math.log(loss), 12);
      expect(LOG_LOSSES.logistic.slope(q)).toBeCloseTo(-Math.log1p(Math.exp(q)), 9);
    }
    expect(logMeanLoss(LOG_LOSSES.exponential, Float64Array.of(1e4, 1e4))).toBe(-1e4);
    expect(logMeanLoss(LOG_LOSSES.logistic, Float64Array.of(1e4, 2e4))).toBeCloseTo(-1e4 - Math.LN2, 11);
  });

  it('records at t = 0 and then from e^−6 to the end, ever wider', () => {
    const grid = flowGrid({ kind: 'flow', logTime: 10_000, tolerance: 1e-9 }, 200);
    expect([grid[0], grid[1], grid[200]]).toEqual([-Infinity, -6, 10_000]);
    for (let k = 3; k <= 200; k++) {
      expect(grid[k]! - grid[k - 1]!).toBeGreaterThan(0.999 * (grid[k - 1]! - grid[k - 2]!));
    }
  });

  it('refuses an end, or times, that are out of range', () => {
    const method = { kind: 'flow', logTime: 1e6, tolerance: 1e-9 } as const;
    expect(() => flowGrid(method, 9)).toThrow(
      'log t = 1000000 at the end of the flow is outside 0 to 100000',
    );
    expect(() => flowGrid({ ...method, logTimes: [0, 2, 1] }, 2)).toThrow(
      'log t = 1 of the flow is not above',
    );
    expect(() => flowGrid({ ...method, logTimes: [0, 2, 3] }, 1)).toThrow('at 2 times, and 3 are given');
  });

  it('locates a zero to the last bits, on its far side', () => {
    const f = (x: number): number => 2 - x * x * x;
    const found = locate(f, 0, 2, 5, f(5));
    expect(found).toBeCloseTo(Math.cbrt(2), 14);
    expect(f(found)).toBeLessThanOrEqual(0);
  });

  it('shortens a step whose error is too large, or no number, and lengthens one after it at once no more', () => {
    const size = new StepSize(1);
    expect(size.took(1, NaN)).toBe(false);
    expect(size.next).toBeCloseTo(0.2, 12);
    expect(size.took(0.2, 1e-9)).toBe(true);
    expect(size.next).toBe(0.2);
    expect(size.took(0.2, 1e-9)).toBe(true);
    expect(size.next).toBeGreaterThan(0.5);
  });
});
