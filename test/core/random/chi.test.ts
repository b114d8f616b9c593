import { describe, expect, it } from 'vitest';
import { chi } from '../../../src/core/random/chi.ts';
import { normalQuantile } from '../../../src/core/random/normal.ts';
import { fillUniforms } from '../../../src/core/random/stream.ts';

const uniforms = (row: number): Float64Array => {
  const u = new Float64Array(64);
  fillUniforms(3, 'data-length', row, u, 0, 64);
  return u;
};

/** Marsaglia and Tsang over pairs of the stream's uniforms; the length, and how many attempts were refused before. */
function firstAccepted(row: number, dof: number): { length: number; refused: number } {
  const u = uniforms(row);
  const d = dof / 2 - 1 / 3;
  for (let attempt = 0; ; attempt++) {
    const x = normalQuantile(u[2 * attempt]!);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    const isAccepted = v > 0 && Math.log(u[2 * attempt + 1]!) < (x * x) / 2 + d - d * v + d * Math.log(v);
    if (isAccepted) return { length: Math.sqrt(2 * d * v), refused: attempt };
  }
}

describe('the length of a normal vector', () => {
  it('is of the first attempt that is accepted, however many are refused', () => {
    const rows = [...Array(60).keys(), 178, 284, 856];
    for (const row of rows)
      expect(chi(3, 'data-length', row, 1.01)).toBeCloseTo(firstAccepted(row, 1.01).length, 12);
    // Four attempts are drawn at a time.
    const refused = rows.map((row) => firstAccepted(row, 1.01).refused);
    expect(refused.filter((count) => count >= 4).length).toBeGreaterThanOrEqual(4);
    expect(refused).toContain(0);
  });

  it('of one entry is the size of a normal', () => {
    expect(chi(3, 'data-length', 5, 1)).toBe(Math.abs(normalQuantile(uniforms(5)[0]!)));
  });

  it('refuses less than one degree of freedom, by name and value', () => {
    for (const dof of [0.99, 0, NaN])
      expect(() => chi(3, 'data-length', 0, dof)).toThrow(
        `degrees of freedom = ${dof} of a length are below 1`,
      );
  });
});
