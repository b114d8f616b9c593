import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimatedLength, decimateInto } from '../../../src/charts/data/decimate.ts';

function decimate(xs: readonly number[], ys: readonly number[]): [number, number][] {
  const columns = xs.length === 0 ? 0 : Math.floor(xs.at(-1)!) + 1;
  const out = new Float64Array(decimatedLength(xs.length, columns)).fill(-1);
  const points = decimateInto(Float64Array.from(xs), Float64Array.from(ys), xs.length, out);
  expect(2 * points).toBeLessThanOrEqual(out.length);
  return Array.from({ length: points }, (_, k) => [out[2 * k]!, out[2 * k + 1]!]);
}

describe('decimateInto', () => {
  it('keeps all points where there is one in each pixel column', () => {
    expect(decimate([0, 1, 2], [5, 3, 4])).toEqual([
      [0, 5],
      [1, 3],
      [2, 4],
    ]);
  });

  it('keeps first, smallest, largest and last of a column, in their order', () => {
    const kept = decimate([0, 0.1, 0.2, 0.3, 0.4, 0.5], [5, 6, 9, 4, 1, 3]);
    expect(kept.map(([, y]) => y)).toEqual([5, 9, 1, 3]);
  });

  it('keeps the first of equal extremes, and no point twice', () => {
    expect(decimate([0, 0.1, 0.2, 0.3, 0.4, 0.5], [3, 1, 1, 5, 5, 2])).toEqual([
      [0, 3],
      [0.1, 1],
      [0.3, 5],
      [0.5, 2],
    ]);
    // A level stretch is its two ends.
    expect(decimate([0, 0.1, 0.2, 0.3], [2, 2, 2, 2])).toEqual([
      [0, 2],
      [0.3, 2],
    ]);
    // The ends are the extremes.
    expect(decimate([0, 0.1, 0.2], [3, 2, 1])).toEqual([
      [0, 3],
      [0.2, 1],
    ]);
    expect(decimate([0, 0.1, 0.2], [1, 3, 3])).toEqual([
      [0, 1],
      [0.1, 3],
      [0.2, 3],
    ]);
  });

  it('writes one gap for a column without a place and ignores such points beside others', () => {
    expect(decimate([0, 1, 1.5, 2, 2.5, 3], [1, NaN, NaN, NaN, 2, 3])).toEqual([
      [0, 1],
      [1, NaN],
      [2.5, 2],
      [3, 3],
    ]);
    // One gap for several such columns, and none before the first point.
    expect(decimate([0, 1, 2, 3, 4], [NaN, 1, NaN, NaN, 2])).toEqual([
      [1, 1],
      [2, NaN],
      [4, 2],
    ]);
  });

  it('needs room for four points a column, or for all points where there are fewer', () => {
    expect(decimatedLength(10, 100)).toBe(2 * 10 + 2);
    expect(decimatedLength(1e6, 99.5)).toBe(2 * 4 * (100 + 2) + 2);
  });

  it('keeps the extremes of every pixel column, its ends, and the order in time', () => {
    const point = fc.tuple(
      fc.double({ min: 0, max: 20, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 300, size: 'max' }), (points) => {
        const sorted = [...points].sort((a, b) => a[0] - b[0]);
        const xs = sorted.map((p) => p[0]);
        const ys = sorted.map((p) => p[1]);
        const kept = decimate(xs, ys);
        for (let column = 0; column <= 20; column++) {
          const before = ys.filter((_, i) => Math.floor(xs[i]!) === column);
          const after = kept.filter(([x]) => Math.floor(x) === column).map(([, y]) => y);
          if (before.length === 0) continue;
          expect(Math.min(...after)).toBe(Math.min(...before));
          expect(Math.max(...after)).toBe(Math.max(...before));
          expect([after[0], after.at(-1)]).toEqual([before[0], before.at(-1)]);
          expect(after.length).toBeLessThanOrEqual(4);
        }
        for (let k = 1; k < kept.length; k++) expect(kept[k]![0]).toBeGreaterThanOrEqual(kept[k - 1]![0]);
      }),
    );
  });
});
