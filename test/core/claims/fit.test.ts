import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../src/core/claims/clock.ts';
import { Fit } from '../../../src/core/claims/fit.ts';

const fed = (fit: Fit, epochs: number, y: (t: number) => number): Fit => {
  for (let t = 1; t <= epochs; t++) {
    fit.begin(t);
    fit.point(Math.log(t), y(t));
  }
  return fit;
};

describe('a fit', () => {
  it('has the exponent of a power, over the last decade of epochs', () => {
    const fit = fed(new Fit('slope', -2), 1_000, (t) => (t < 100 ? 0 : -1.5 * Math.log(t)));
    const measured = fit.measure()!;
    expect(measured.fitted).toBeCloseTo(-1.5, 9);
    expect(measured).toMatchObject({ printed: -2, to: 1_000 });
    expect(measured.from).toBeGreaterThanOrEqual(100);
    expect(measured.from).toBeLessThan(103);
  });

  it('of a constant has its last value and its range', () => {
    const measured = fed(new Fit('constant', null), 100, (t) => 2 + 1 / t).measure()!;
    expect(measured.fitted).toBe(2.01);
    expect(measured.least).toBe(2.01);
    expect(measured.greatest).toBeCloseTo(2.1, 2);
  });

  it('keeps a few hundred points of a million epochs', () => {
    const fit = fed(new Fit('slope', null), 1e6, Math.log);
    expect(fit.measure()!.points).toBeLessThan(200);
    expect(fit.measure()!.fitted).toBeCloseTo(1, 9);
  });

  it('of a flow is over the last decade of log t, and says which', () => {
    const logTimes = Float64Array.from({ length: 101 }, (_, k) => (k === 0 ? -Infinity : 10 * k));
    const fit = new Fit('slope', -1, clockOf(logTimes));
    for (let k = 0; k <= 100; k++) {
      fit.begin(k);
      fit.point(logTimes[k]!, k < 10 ? 0 : -logTimes[k]!);
    }
    const measured = fit.measure()!;
    expect(measured.fitted).toBeCloseTo(-1, 9);
    expect(measured).toMatchObject({ from: 10, to: 100, logTimes: [100, 1_000] });
  });

  it('of a flow that ends before t = 1 says nothing: no decade of log t is over', () => {
    const logTimes = Float64Array.from({ length: 50 }, (_, k) => -6 + k / 10);
    const fit = new Fit('constant', null, clockOf(logTimes));
    for (let k = 0; k < 50; k++) {
      fit.begin(k);
      fit.point(k, 1);
    }
    expect(fit.measure()).toBeNull();
  });

  it('says nothing of too few epochs, and leaves out what is not finite', () => {
    expect(fed(new Fit('slope', null), 3, Math.log).measure()).toBeNull();
    expect(fed(new Fit('slope', null), 50, () => NaN).measure()).toBeNull();
  });
});
