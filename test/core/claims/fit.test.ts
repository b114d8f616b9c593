import { describe, expect, it } from 'vitest';
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

  it('says nothing of too few epochs, and leaves out what is not finite', () => {
    expect(fed(new Fit('slope', null), 3, Math.log).measure()).toBeNull();
    expect(fed(new Fit('slope', null), 50, () => NaN).measure()).toBeNull();
  });
});
