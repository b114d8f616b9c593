import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveProgramme, type Programme } from '../../../src/core/limit/programme.ts';
import { byEnumeration, objectiveAt, times } from './oracle.ts';

/** M = H Hᵀ of rows, and b; 1 by default. */
function programmeOf(rows: readonly (readonly number[])[], b?: readonly number[]): Programme {
  const n = rows.length;
  const matrix = Float64Array.from({ length: n * n }, (_, at) =>
    rows[Math.floor(at / n)]!.reduce((sum, value, c) => sum + value * rows[at % n]![c]!, 0),
  );
  return { n, matrix, linear: Float64Array.from(b ?? rows.map(() => 1)) };
}

/** λ ≥ 0, Mλ ≥ b, λᵀ(Mλ − b) = 0. */
function expectOptimal(programme: Programme, lambda: Float64Array, tolerance: number): void {
  const products = times(programme, lambda);
  for (const [i, value] of lambda.entries()) {
    const b = programme.linear[i]!;
    expect(value).toBeGreaterThanOrEqual(0);
    expect(products[i]! - b).toBeGreaterThan(-tolerance);
    expect(Math.abs(value * (products[i]! - b))).toBeLessThan(tolerance * Math.max(1, value));
  }
}

/** The objective is that of the optimum to a relative 1e-9. */
function expectLeast(programme: Programme, lambda: Float64Array, best: readonly number[]): void {
  const least = objectiveAt(programme, best);
  expect(Math.abs(objectiveAt(programme, lambda) / least - 1)).toBeLessThan(1e-9);
}

const solved = (programme: Programme): Float64Array => {
  const end = solveProgramme(programme);
  if (end.kind === 'unbounded') throw new Error('unbounded');
  return end.lambda;
};

/** Rows of small whole numbers: repeated, opposite, zero and dependent ones come often. */
const degenerate = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([n, width]) =>
    fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: width, maxLength: width }), {
      minLength: n,
      maxLength: n,
    }),
  );

const real = fc.double({ min: -3, max: 3, noNaN: true });
const generic = fc
  .integer({ min: 2, max: 6 })
  .chain((n) =>
    fc.tuple(
      fc.array(fc.array(real, { minLength: 7, maxLength: 7 }), { minLength: n, maxLength: n }),
      fc.array(fc.double({ min: 0.5, max: 3, noNaN: true }), { minLength: n, maxLength: n }),
    ),
  );

describe('min ½λᵀMλ − bᵀλ over λ ≥ 0', () => {
  it('has the optimum that trying every support finds, or a ray where there is none, also where M is singular', () => {
    const seen = { solved: 0, unbounded: 0 };
    fc.assert(
      fc.property(degenerate, (rows) => {
        const programme = programmeOf(rows);
        const best = byEnumeration(programme);
        const end = solveProgramme(programme);
        seen[end.kind]++;
        expect(end.kind).toBe(best === null ? 'unbounded' : 'solved');
        if (end.kind === 'unbounded') {
          expect(Math.max(...end.ray)).toBe(1);
          for (const entry of end.ray) expect(entry).toBeGreaterThanOrEqual(0);
          for (const product of times(programme, end.ray)) expect(Math.abs(product)).toBeLessThan(1e-9);
          return;
        }
        expectOptimal(programme, end.lambda, 1e-9);
        expectLeast(programme, end.lambda, best!);
        const products = times(programme, end.lambda);
        for (const [i, product] of times(programme, best!).entries())
          expect(products[i]).toBeCloseTo(product, 8);
      }),
      { numRuns: 1_500, seed: 1 },
    );
    expect(Math.min(seen.solved, seen.unbounded)).toBeGreaterThan(200);
  });

  it('has that of trying every support for real numbers and any b', () => {
    fc.assert(
      fc.property(generic, ([rows, b]) => {
        // No margin is there to be had where a row all but vanishes.
        fc.pre(rows.every((row) => Math.hypot(...row) > 0.1));
        const programme = programmeOf(rows, b);
        const best = byEnumeration(programme);
        fc.pre(best !== null && Math.max(...best) < 1e4);
        const lambda = solved(programme);
        expectOptimal(programme, lambda, 1e-8);
        const least = objectiveAt(programme, best);
        expect(Math.abs(objectiveAt(programme, lambda) - least)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(least)),
        );
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('is optimal for 80 samples in 30 dimensions, of which at most 30 are support vectors, and the same to the bit again', () => {
    const rows = Array.from({ length: 80 }, (_, i) =>
      Array.from({ length: 30 }, (_, c) => (c === 0 ? 3 : Math.sin(1 + i * 37.7 + c * c * 11.3))),
    );
    const programme = programmeOf(rows);
    const lambda = solved(programme);
    expectOptimal(programme, lambda, 1e-11);
    const support = lambda.filter((value) => value > 0).length;
    expect(support).toBeGreaterThan(1);
    expect(support).toBeLessThanOrEqual(30);
    expect(solved(programme)).toEqual(lambda);
  });

  it('gives equal samples equal shares, wherever they stand', () => {
    const lambda = solved(
      programmeOf([
        [2, 0],
        [0, 1],
        [2, 0],
        [2, 0],
      ]),
    );
    expect([...lambda]).toEqual([1 / 12, 1, 1 / 12, 1 / 12]);
  });

  it('does not depend on the scale of a sample but for its own multiplier', () => {
    const rows = [
      [1, 0.2, 0],
      [0.1, 1, 0.3],
      [0, 0.1, 1],
    ];
    const lambda = solved(programmeOf(rows));
    const big = solved(
      programmeOf(
        rows.map((row) => row.map((entry) => entry * 1e100)),
        [1e100, 1e100, 1e100],
      ),
    );
    const tiny = solved(
      programmeOf(
        rows.map((row) => row.map((entry) => entry * 1e-100)),
        [1e-100, 1e-100, 1e-100],
      ),
    );
    for (const [i, value] of lambda.entries()) {
      expect(big[i]! * 1e100).toBeCloseTo(value, 12);
      expect(tiny[i]! * 1e-100).toBeCloseTo(value, 12);
    }
  });

  it('leaves a sample alone that moves nothing and asks for nothing', () => {
    expect([...solved(programmeOf([[0], [1]], [0, 1]))]).toEqual([0, 1]);
    expect(solveProgramme(programmeOf([[1], [0]]))).toEqual({
      kind: 'unbounded',
      ray: Float64Array.of(0, 1),
    });
  });

  it('names the entry of M that is not finite', () => {
    expect(() =>
      solveProgramme({ n: 2, matrix: Float64Array.of(1, 0, Infinity, 1), linear: Float64Array.of(1, 1) }),
    ).toThrow('entry (2, 1) of M = Infinity is not finite');
  });
});
