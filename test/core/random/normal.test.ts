import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/core/random/normal.ts';

/** Φ⁻¹ of the doubles on the left, from 60-digit arithmetic (mpmath), rounded to doubles. */
const QUANTILES: readonly (readonly [number, number])[] = [
  [1e-300, -37.0470962993612],
  [1e-16, -8.222082216130435],
  [2 ** -54, -8.292361075813595],
  [1e-10, -6.361340902404057],
  [0.0001, -3.7190164854556804],
  [0.01, -2.326347874040841],
  [0.07499, -1.4396021182393162],
  [0.0751, -1.43882539275254],
  [0.3, -0.5244005127080408],
  [0.49, -0.025068908258711057],
  [0.7, 0.5244005127080407],
  [0.93, 1.475791028179171],
  [0.999, 3.090232306167813],
  [1 - 2 ** -53, 8.209536151601387],
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
