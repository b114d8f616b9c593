import { describe, expect, it } from 'vitest';
import { effectiveRank, singularValues } from '../../../src/core/probe/effective-rank.ts';
import { fillNormals } from '../../../src/core/random/stream.ts';

/** Singular values by one-sided Jacobi rotations of the columns (Hestenes 1958): no squares are taken. */
function bySvd(a: Float64Array, rows: number, columns: number): readonly number[] {
  const u = Array.from({ length: columns }, (_, c) =>
    Array.from({ length: rows }, (_, r) => a[r * columns + c]!),
  );
  const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((s, v, k) => s + v * y[k]!, 0);
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < columns; p++) {
      for (let q = p + 1; q < columns; q++) {
        const [alpha, beta, gamma] = [dot(u[p]!, u[p]!), dot(u[q]!, u[q]!), dot(u[p]!, u[q]!)];
        if (gamma === 0) continue;
        const zeta = (beta - alpha) / (2 * gamma);
        const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const c = 1 / Math.sqrt(1 + t * t);
        for (let r = 0; r < rows; r++) {
          const [x, y] = [u[p]![r]!, u[q]![r]!];
          u[p]![r] = c * x - c * t * y;
          u[q]![r] = c * t * x + c * y;
        }
      }
    }
  }
  return u.map((column) => Math.sqrt(dot(column, column))).sort((x, y) => y - x);
}

function random(rows: number, columns: number): Float64Array {
  const out = new Float64Array(rows * columns);
  fillNormals(5, 'start', 1, out, 0, out.length);
  return out;
}

describe('the effective rank', () => {
  it('is exp of the entropy of the singular values that a plain SVD finds, of wide and of tall rows', () => {
    for (const [rows, columns] of [
      [4, 7],
      [7, 4],
      [5, 5],
    ] as const) {
      const w = random(rows + 2, columns);
      const found = singularValues(w, 1, rows + 1, columns);
      const expected = bySvd(w.slice(columns, (rows + 1) * columns), rows, columns).slice(0, found.length);
      expected.forEach((value, k) => expect(found[k]! / value).toBeCloseTo(1, 10));
      const total = expected.reduce((a, b) => a + b, 0);
      const entropy = expected.reduce((sum, value) => sum - (value / total) * Math.log(value / total), 0);
      expect(effectiveRank(found)).toBeCloseTo(Math.exp(entropy), 10);
    }
  });

  it('is 1 of rank one, k of k equal values, and 0 of nothing', () => {
    const u = [1, -2, 3, 4];
    const v = [0.5, 1, -1];
    const rankOne = Float64Array.from(u.flatMap((x) => v.map((y) => x * y)));
    // What the squares lose counts as 0, so nothing of rounding is left.
    expect(effectiveRank(singularValues(rankOne, 0, 4, 3))).toBeCloseTo(1, 12);
    expect(effectiveRank(Float64Array.of(3, 3, 3, 0))).toBeCloseTo(3, 12);
    expect(effectiveRank(new Float64Array(3))).toBe(0);
  });
});
