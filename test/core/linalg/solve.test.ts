import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { solve } from '../../../src/core/linalg/solve.ts';

describe('a linear system', () => {
  it('is solved to rounding, whichever rows have to be exchanged', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 16, maxLength: 16 }), (entries) => {
        // Well conditioned: 4 on a permuted diagonal.
        const a = Float64Array.from(entries);
        for (let i = 0; i < 4; i++) a[i * 4 + ((i + 1) % 4)]! += 5;
        const b = Float64Array.of(1, -2, 3, -4);
        const x = solve(a, b, 4)!;
        for (let i = 0; i < 4; i++) {
          let sum = 0;
          for (let k = 0; k < 4; k++) sum += a[i * 4 + k]! * x[k]!;
          expect(sum).toBeCloseTo(b[i]!, 10);
        }
      }),
    );
  });

  it('has no solution where a row is a multiple of another', () => {
    expect(solve(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 1), 2)).toBeNull();
  });
});
