import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { symmetricEigenvalues } from '../../../src/core/linalg/symmetric-eigenvalues.ts';
import { tridiagonalEigen } from '../../../src/core/linalg/tridiagonal.ts';
import { gramOf, normalMatrix, traceOf, withSpectrum } from './matrices.ts';

describe('symmetricEigenvalues', () => {
  it('gives 2 − 2 cos(kπ/(n + 1)) for the second difference matrix', () => {
    const n = 40;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      a[i * n + i] = 2;
      if (i > 0) a[i * n + i - 1] = a[(i - 1) * n + i] = -1;
    }
    const values = symmetricEigenvalues(a, n);
    // n roundings of the largest eigenvalue, 4.
    for (let k = 0; k < n; k++)
      expect(Math.abs(values[k]! - (2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1))))).toBeLessThan(4e-14);
  });

  it('recovers any given spectrum, descending, at odd scales', () => {
    const spectrum = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
      size: 'max',
    });
    fc.assert(
      fc.property(spectrum, fc.constantFrom(1, 1e-200, 1e200), fc.nat(1000), (values, scale, seed) => {
        const n = values.length;
        const { apply } = withSpectrum(values, seed);
        const a = new Float64Array(n * n);
        for (let i = 0; i < n; i++) {
          const column = new Float64Array(n);
          apply(
            Float64Array.from({ length: n }, (_, k) => (k === i ? 1 : 0)),
            column,
          );
          for (let k = 0; k < n; k++) a[k * n + i] = column[k]!;
        }
        // Made exactly symmetric.
        for (let i = 0; i < n; i++) for (let k = 0; k < i; k++) a[i * n + k] = a[k * n + i]!;
        const found = symmetricEigenvalues(
          a.map((x) => x * scale),
          n,
        );
        const expected = [...values].sort((x, y) => y - x);
        // Roundings of the matrix, whose norm is at most 1, and of n reflections.
        for (let k = 0; k < n; k++) expect(Math.abs(found[k]! / scale - expected[k]!)).toBeLessThan(1e-13);
      }),
    );
  });

  it('keeps the trace and the squared Frobenius norm of Gram matrices, and leaves its argument alone', () => {
    for (const n of [1, 2, 3, 17, 120]) {
      const a = gramOf(normalMatrix(n, 60, n), n);
      const copy = a.slice();
      const values = symmetricEigenvalues(a, n);
      expect(a).toEqual(copy);
      const sum = values.reduce((s, x) => s + x, 0);
      expect(Math.abs(sum / traceOf(a, n) - 1)).toBeLessThan(1e-13);
      const squares = values.reduce((s, x) => s + x * x, 0);
      expect(Math.abs(squares / a.reduce((s, x) => s + x * x, 0) - 1)).toBeLessThan(1e-13);
    }
  });

  it('takes matrices of low rank, whose null space is rounding noise', () => {
    for (const [n, rank] of [
      [60, 1],
      [200, 3],
      [150, 149],
    ] as const) {
      const a = gramOf(normalMatrix(n, rank, 8), n);
      const values = symmetricEigenvalues(a, n);
      for (let k = rank; k < n; k++) expect(Math.abs(values[k]!)).toBeLessThan(1e-13 * values[0]!);
      expect(values[rank - 1]).toBeGreaterThan(1e-13 * values[0]!);
    }
  });

  it('takes the zero matrix and the empty one', () => {
    expect(symmetricEigenvalues(new Float64Array(9), 3)).toEqual(new Float64Array(3));
    expect(symmetricEigenvalues(new Float64Array(0), 0)).toEqual(new Float64Array(0));
  });

  it('names an entry that is not finite', () => {
    expect(() => symmetricEigenvalues(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow(
      'entry (0, 1) of the matrix = NaN is not finite',
    );
  });
});

describe('tridiagonalEigen', () => {
  it('gives vectors S with T S = S Θ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(1000), (n, seed) => {
        const diagonal = normalMatrix(1, n, seed);
        const off = normalMatrix(1, n, seed + 1);
        const values = diagonal.slice();
        const s = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
        tridiagonalEigen(values, off.slice(), n, s, n);
        for (let i = 0; i < n; i++)
          for (let k = 0; k < n; k++) {
            const above = i > 0 ? off[i - 1]! * s[(i - 1) * n + k]! : 0;
            const below = i < n - 1 ? off[i]! * s[(i + 1) * n + k]! : 0;
            const left = above + diagonal[i]! * s[i * n + k]! + below;
            // A few sweeps of roundings of entries below 10.
            expect(Math.abs(left - values[k]! * s[i * n + k]!)).toBeLessThan(1e-13);
          }
      }),
    );
  });

  it('throws rather than loop on a NaN', () => {
    expect(() => {
      tridiagonalEigen(Float64Array.of(1, NaN, 1), Float64Array.of(1, 1, 0), 3, new Float64Array(0), 0);
    }).toThrow('did not converge');
  });
});
