import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/core/random/normal.ts';

/** Φ⁻¹ of the doubles on the left, from 60-digit arithmetic (mpmath), rounded to 20 digits. */
const QUANTILES: readonly (readonly [number, number])[] = [
  [1e-300, -37.047096299361199237],
  [1e-16, -8.2220822161304356152],
  [2 ** -54, -8.2923610758135955382],
  [1e-10, -6.3613409024040561991],
  [0.0001, -3.7190164854556805523],
  [0.01, -2.3263478740408410931],
  [0.07499, -1.4396021182393162092],
  [0.0751, -1.4388253927525399824],
  [0.3, -0.52440051270804081597],
  [0.49, -0.025068908258711058033],
  [0.7, 0.52440051270804065631],
  [0.93, 1.475791028179171099],
  [0.999, 3.0902323061678132778],
  [1 - 2 ** -53, 8.2095361516013868556],
];

describe('normalQuantile', () => {
  it.each(QUANTILES)('of %d is %d', (u, expected) => {
    // Wichura states a relative 1e-16; a few roundings come on top.
    expect(Math.abs(normalQuantile(u) / expected - 1)).toBeLessThan(1e-15);
  });

  it('is odd about one half, and rises through the joints of its three pieces', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
    // Joints at |u − ½| = 0.425 and at √(−log u) = 5.
    for (const joint of [0.075, 0.925, Math.exp(-25)]) {
      const values = [1 - 1e-12, 1 - 1e-13, 1, 1 + 1e-13, 1 + 1e-12].map((s) => normalQuantile(joint * s));
      expect([...values].sort((a, b) => a - b)).toEqual(values);
    }
  });

  it('is infinite at 0 and 1 and not a number outside', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(NaN)).toBeNaN();
  });
});
