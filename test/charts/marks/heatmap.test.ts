import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flippedCells,
  paintPattern,
  paintSigned,
  symmetricScale,
  thresholds,
} from '../../../src/charts/marks/heatmap.ts';

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
});

describe('paintSigned', () => {
  it('paints shown rows and columns in their order, zero in the middle colour', () => {
    const ramp = Uint32Array.of(10, 11, 12);
    const order = { rows: Int32Array.of(1, 0), columns: Int32Array.of(2, 0) };
    const pixels = new Uint32Array(4);
    const matrix = Float64Array.of(-1, 9, 0, 1, 9, -1);
    paintSigned(pixels, matrix, 3, order, thresholds(symmetricScale(1).value, 3), ramp);
    expect([...pixels]).toEqual([10, 12, 11, 10]);
  });

  it('gives each value the colour nearest to its place on the scale', () => {
    const scale = symmetricScale(2);
    const steps = thresholds(scale.value, 257);
    const ramp = Uint32Array.from({ length: 257 }, (_, k) => k);
    const pixels = new Uint32Array(1);
    const order = { rows: Int32Array.of(0), columns: Int32Array.of(0) };
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (value) => {
        paintSigned(pixels, Float64Array.of(value), 1, order, steps, ramp);
        // 0.51: half a colour, and rounding at the border of two.
        expect(Math.abs(pixels[0]! - scale.unit(value) * 256)).toBeLessThanOrEqual(0.51);
      }),
    );
  });
});

it('paintPattern takes the hue of the neuron’s class', () => {
  const colours = { positive: 1, positiveSilent: 2, negative: 3, negativeSilent: 4 };
  const order = { rows: Int32Array.of(0, 1), columns: Int32Array.of(0, 1) };
  const pixels = new Uint32Array(4);
  paintPattern(pixels, Uint8Array.of(1, 0, 0, 1), 2, order, 1, colours);
  expect([...pixels]).toEqual([1, 2, 4, 3]);
});

it('flippedCells lists where two patterns differ, in shown order', () => {
  const order = { rows: Int32Array.of(0, 1), columns: Int32Array.of(1, 0) };
  expect(flippedCells(Uint8Array.of(1, 0, 0, 1), Uint8Array.of(1, 1, 0, 0), 2, order)).toEqual([0, 2]);
});
