import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jacobiEigen } from '../../../src/core/linalg/jacobi.ts';
import { symmetricEigenvalues } from '../../../src/core/linalg/symmetric-eigenvalues.ts';

describe('Jacobi’s method', () => {
  it('finds the eigenvalues that tridiagonalisation finds, and their vectors, at any scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain((n) =>
          fc.record({
            n: fc.constant(n),
            entries: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
              minLength: n * n,
              maxLength: n * n,
            }),
            scale: fc.constantFrom(1e-12, 1, 1e9),
          }),
        ),
        ({ n, entries, scale }) => {
          const a = new Float64Array(n * n);
          for (let i = 0; i < n; i++) {
            for (let k = 0; k <= i; k++) a[i * n + k] = a[k * n + i] = scale * entries[i * n + k]!;
          }
          const values = a.slice();
          const vectors = new Float64Array(n * n);
          for (let k = 0; k < n; k++) vectors[k * n + k] = 1;
          jacobiEigen(values, n, vectors, n);
          const expected = symmetricEigenvalues(a, n);
          // Both round sums of n products a few times: n·2^−50 of the largest entry is their promise.
          const tolerance = 1e-13 * n * scale;
          const found = Float64Array.from({ length: n }, (_, k) => values[k * n + k]!)
            .sort()
            .reverse();
          found.forEach((value, k) => expect(Math.abs(value - expected[k]!)).toBeLessThanOrEqual(tolerance));
          for (let k = 0; k < n; k++) {
            for (let i = 0; i < n; i++) {
              let rest = -values[k * n + k]! * vectors[i * n + k]!;
              for (let j = 0; j < n; j++) rest += a[i * n + j]! * vectors[j * n + k]!;
              expect(Math.abs(rest)).toBeLessThanOrEqual(tolerance);
            }
          }
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });
});
