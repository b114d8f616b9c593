import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopEigenpair } from '../../../src/core/linalg/top-eigenpair.ts';

const entry = fc.double({ min: -1, max: 1, noNaN: true });

describe('the largest eigenpair of a small symmetric matrix', () => {
  it.each([1, 2, 3, 5])('has A v = λ v, |v| = 1 and no larger one beside it: p = %d', (p) => {
    const top = new TopEigenpair(p);
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: p * p, maxLength: p * p }),
        fc.constantFrom(1e-200, 1e-9, 1, 1e180),
        (values, scale) => {
          const a = values.map((_, at) => {
            const [g, h] = [Math.floor(at / p), at % p];
            return scale * values[Math.max(g, h) * p + Math.min(g, h)]!;
          });
          // The matrix may stand at the beginning of a longer array.
          top.of(Float64Array.from([...a, 1e200, 1e200]));
          const v = [...top.vector];
          const size = Math.max(...a.map(Math.abs));
          expect(Math.hypot(...v)).toBeCloseTo(1, 13);
          for (let g = 0; g < p; g++) {
            const image = v.reduce((sum, entry, h) => sum + a[g * p + h]! * entry, 0);
            expect(Math.abs(image - top.largest * v[g]!)).toBeLessThanOrEqual(1e-13 * size);
          }
          if (p === 1) return;
          const trace = v.reduce((sum, _, g) => sum + a[g * p + g]!, 0);
          expect(top.second).toBeLessThanOrEqual(top.largest);
          if (p === 2) expect(Math.abs(top.largest + top.second - trace)).toBeLessThanOrEqual(1e-14 * size);
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });
});
