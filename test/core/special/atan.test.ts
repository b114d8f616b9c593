import { describe, expect, it } from 'vitest';
import { atan } from '../../../src/core/special/atan.ts';

describe('arctan', () => {
  it('is within an ulp of the platform’s from 1e−300 to 1e300, and odd', () => {
    for (let k = -3_000; k <= 3_000; k++) {
      const x = 10 ** (k / 10) * 1.2345;
      if (!(x > 0 && x < Infinity)) continue;
      const expected = Math.atan(x);
      expect(Math.abs(atan(x) - expected), String(x)).toBeLessThanOrEqual(2 ** -52 * expected);
      expect(atan(-x)).toBe(-atan(x));
    }
  });

  it('is π/4 at 1, π/2 at ∞, 0 at 0 with its sign, and nothing of nothing', () => {
    expect([atan(1), atan(Infinity), atan(-Infinity)]).toEqual([Math.PI / 4, Math.PI / 2, -Math.PI / 2]);
    expect(Object.is(atan(-0), -0)).toBe(true);
    expect(atan(NaN)).toBeNaN();
  });
});
