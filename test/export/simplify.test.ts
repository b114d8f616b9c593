import { describe, expect, it } from 'vitest';
import { simplified, simplifiedPath } from '../../src/export/simplify.ts';

describe('a simplified line', () => {
  it('keeps its ends and its corners, and leaves out what lies on it', () => {
    expect(simplified([0, 0, 1, 0.01, 2, 0, 2, 5, 2, 9], 0.05)).toEqual([0, 0, 2, 0, 2, 9]);
  });

  it('is nowhere farther away than the tolerance', () => {
    const points = Array.from({ length: 2000 }, (_, k) => (k % 2 === 0 ? k / 8 : 40 * Math.sin(k / 160)));
    const kept = simplified(points, 0.06);
    expect(kept.length).toBeLessThan(400);
    // The steepest slope is 2: measured upright, a distance is at most √5 times as large.
    let at = 0;
    for (let k = 0; k < points.length; k += 2) {
      while (kept[at + 2]! < points[k]!) at += 2;
      const [x0, y0, x1, y1] = kept.slice(at, at + 4) as [number, number, number, number];
      const there = y0 + ((y1 - y0) * (points[k]! - x0)) / (x1 - x0);
      expect(Math.abs(there - points[k + 1]!)).toBeLessThan(0.06 * Math.sqrt(5));
    }
  });

  it('of a path has whole circles as two halves, also where an end is a hair before the start', () => {
    const d = 'M 10 5 L 10 5 A 3 3 0 1 1 9.9999985 4.997';
    expect(simplifiedPath(d, 0.05)).toBe('M10 5L10 5A3 3 0 1 1 4 5A3 3 0 1 1 10 5');
  });

  it('of a path keeps closed shapes and arcs, in short numbers', () => {
    expect(
      simplifiedPath('M 0 0 L 1 0.001 L 2.00049 1e-7 L 2 3 Z M 5 5 A 1 1 0 1 1 6.123456 5 L 7 5 L 8 5', 0.05),
    ).toBe('M0 0L2 0L2 3ZM5 5A1 1 0 1 1 6.12 5L8 5');
  });
});
