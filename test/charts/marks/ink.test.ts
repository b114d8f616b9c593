import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCurves, layInk } from '../../../src/charts/marks/ink.ts';

const WIDTH = 30;
const HEIGHT = 40;

/** Inks curves given as rows of a matrix and returns how many curves cover each pixel, [x][y]. */
function counts(rows: readonly (readonly number[])[], xs: readonly number[]): number[][] {
  const n = rows[0]?.length ?? 0;
  const ink = new Int16Array(WIDTH * (HEIGHT + 1));
  const curves = {
    matrix: Float64Array.from(rows.flat()),
    stride: n,
    columns: Int32Array.from({ length: n }, (_, i) => i),
    count: rows.length,
  };
  addCurves(ink, WIDTH, HEIGHT, curves, Float64Array.from(xs), (y) => y, 1, new Float64Array(3 * n));
  return Array.from({ length: WIDTH }, (_, x) => {
    let k = 0;
    return Array.from({ length: HEIGHT }, (__, y) => (k += ink[x * (HEIGHT + 1) + y]!));
  });
}

describe('addCurves', () => {
  it('leaves ink at every value, however many lie in one pixel column', () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: WIDTH - 1, noNaN: true }),
      fc.double({ min: 1, max: HEIGHT - 2, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 80, size: 'max' }), (points) => {
        const sorted = [...points].sort((a, b) => a[0] - b[0]);
        const inked = counts(
          sorted.map(([, y]) => [y]),
          sorted.map(([x]) => x),
        );
        for (const [x, y] of sorted) expect(inked[Math.floor(x)]![Math.round(y)]).toBe(1);
      }),
    );
  });

  it('covers each pixel column between first and last without a hole, once for each curve', () => {
    const inked = counts(
      [
        [2, 10],
        [38, 10],
      ],
      [0, 29],
    );
    for (let x = 0; x <= 29; x++) {
      const covered = inked[x]!.map((k, y) => ({ k, y })).filter(({ k }) => k > 0);
      expect(covered.length).toBeGreaterThanOrEqual(2);
      expect(inked[x]![10]).toBeGreaterThanOrEqual(1);
      if (x === 0) continue;
      // The steep curve's span meets that of the column before.
      const top = inked[x]!.findIndex((k, y) => k > 0 && y !== 10);
      const bottom = Math.max(...inked[x - 1]!.map((k, y) => (k > 0 && y !== 10 ? y : -1)));
      expect(top).toBeLessThanOrEqual(bottom + 1);
    }
  });

  it('is clipped to the image', () => {
    const inked = counts([[-50], [90]], [0, 29]);
    expect(inked.flat().every((k) => k === 0 || k === 1)).toBe(true);
    expect(inked.flat().some((k) => k === 1)).toBe(true);
  });
});

describe('layInk', () => {
  const lay = (ink: Int16Array, dash: { on: number; off: number } | null): Uint8ClampedArray => {
    const pixels = new Uint8ClampedArray(4 * 4 * 2);
    layInk(pixels, ink, 4, 2, [200, 100, 0], 0.5, dash);
    return pixels;
  };
  // Columns of 2 + 1 counters: k = 1, 2 in the first column, 1 in the second.
  const ink = Int16Array.of(1, 1, -2, 1, 0, -1, 1, 0, -1, 1, 0, -1);

  it('makes a pixel under k curves opaque by 1 − (1 − alpha)^k', () => {
    const pixels = lay(ink, null);
    expect([...pixels.subarray(0, 3)]).toEqual([200, 100, 0]);
    // Rounding to bytes.
    expect(Math.abs(pixels[3]! - 127.5)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(pixels[4 * 4 + 3]! - 191.25)).toBeLessThanOrEqual(0.5);
  });

  it('leaves the gaps of a dash clear', () => {
    const pixels = lay(ink, { on: 1, off: 1 });
    expect(pixels[4 * 0 + 3]).toBeGreaterThan(0);
    expect(pixels[4 * 1 + 3]).toBe(0);
    expect(pixels[4 * 2 + 3]).toBeGreaterThan(0);
  });
});
