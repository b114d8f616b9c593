import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countScale, symmetricScale, thresholds } from '../../../src/charts/matrix/scale.ts';

describe('symmetricScale', () => {
  it('maps 0 to the middle and ± the largest value to the ends', () => {
    for (const largest of [1e-9, 1, 1e9]) {
      const scale = symmetricScale(largest);
      expect(scale.unit(0)).toBe(0.5);
      // Rounding of one asinh over another.
      expect(scale.unit(largest)).toBeCloseTo(1, 12);
      expect(scale.unit(-largest)).toBeCloseTo(0, 12);
      expect(scale.value(scale.unit(0.3 * largest)) / (0.3 * largest)).toBeCloseTo(1, 10);
    }
  });

  it('is all middle when nothing differs from zero', () => {
    expect(symmetricScale(0).unit(5)).toBe(0.5);
    expect(symmetricScale(0).value(1)).toBe(0);
  });

  it('has a colour of its own for zero', () => {
    const steps = thresholds(symmetricScale(1).value, 257);
    expect(steps[127]!).toBeLessThan(0);
    expect(steps[128]!).toBeGreaterThan(0);
  });
});

describe('the ticks of a symmetric scale', () => {
  it('stand at their true places: the ends, zero, and round numbers between', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (largest) => {
        const scale = symmetricScale(largest);
        const ticks = scale.ticks(0.17);
        expect(ticks[0]!.value).toBe(-largest);
        expect(ticks.at(-1)!.value).toBe(largest);
        // A number between at least, or the curve of the scale could not be told.
        expect(ticks.length).toBeGreaterThanOrEqual(5);
        for (const { value, unit } of ticks) expect(unit).toBe(scale.unit(value));
        // Rounding of differences of units.
        for (let k = 1; k < ticks.length; k++)
          expect(ticks[k]!.unit - ticks[k - 1]!.unit).toBeGreaterThanOrEqual(0.17 - 1e-12);
      }),
    );
  });

  it('is zero alone while nothing differs from it', () => {
    expect(symmetricScale(0).ticks(0.17)).toEqual([{ value: 0, unit: 0.5 }]);
  });
});

describe('countScale', () => {
  it('goes from no flip to the most, and tells one from none beside a million', () => {
    const scale = countScale(1e6);
    expect([scale.unit(0), scale.unit(1e6)]).toEqual([0, 1]);
    // Of a ramp of 257 colours, several steps apart.
    expect(scale.unit(1)).toBeGreaterThan(8 / 256);
    expect(scale.value(scale.unit(300))).toBeCloseTo(300, 6);
  });

  it('has its ends and powers of ten for ticks, where there is room', () => {
    const values = (largest: number) =>
      countScale(largest)
        .ticks(0.17)
        .map(({ value }) => value);
    expect(values(0)).toEqual([0]);
    expect(values(1)).toEqual([0, 1]);
    expect(values(727)).toEqual([0, 10, 100, 727]);
    expect(values(9_812)).toEqual([0, 10, 100, 1_000, 9_812]);
  });
});
