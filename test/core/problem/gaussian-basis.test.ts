import { describe, expect, it } from 'vitest';
import { noisyPoints, gaussianBasis, type GaussianBasis } from '../../../src/core/problem/gaussian-basis.ts';
import { chi } from '../../../src/core/random/chi.ts';
import { kolmogorovSmirnov, KS_LIMIT, mean, RUNS } from '../two-sample.ts';

describe('the length of a normal vector', () => {
  it.each([1, 2, 3, 10, 1_000, 1e9])('of %d entries has the mean square and spread of √χ²', (dof) => {
    const lengths = Array.from({ length: 4_000 }, (_, row) => chi(5, 'data-length', row, dof));
    const squares = lengths.map((length) => (length * length) / dof);
    // χ²/dof has mean 1 and sd √(2/dof); the mean of 4,000 has sd √(2/dof)/63.
    const sd = Math.sqrt(2 / dof);
    expect(Math.abs(mean(squares) - 1)).toBeLessThan((4 * sd) / Math.sqrt(4_000));
    const spread = Math.sqrt(mean(squares.map((s) => (s - 1) ** 2)));
    expect(spread / sd).toBeGreaterThan(0.9);
    expect(spread / sd).toBeLessThan(1.12);
  });

  it('has the law of lengths of drawn vectors', () => {
    const basis = gaussianBasis(7, 0, 1, 100);
    const x = new Float64Array(7);
    const drawn = Array.from({ length: RUNS }, (_, i) => {
      basis.noise(11, i, x);
      return Math.sqrt(x.reduce((sum, v) => sum + v * v, 0));
    });
    const lengths = Array.from({ length: RUNS }, (_, row) => chi(12, 'data-length', row, 7));
    expect(kolmogorovSmirnov(drawn, lengths)).toBeLessThan(KS_LIMIT);
  });

  it('refuses less than one degree of freedom', () => {
    expect(() => chi(0, 'data-length', 0, 0)).toThrow('degrees of freedom = 0');
  });
});

describe('the adapted basis', () => {
  const N = 4;
  const M = 3;
  const D = 40;

  it('is used from d = c + n + 2m on, and has that many coordinates whatever d is', () => {
    expect(gaussianBasis(10, 1, N, 2 * M).dim).toBe(10);
    expect(gaussianBasis(11, 1, N, 2 * M).dim).toBe(11);
    // In the adapted basis the first point has no more than its mean's coordinate and a length.
    const zeros = (d: number) => {
      const x = new Float64Array(d);
      gaussianBasis(d, 1, N, 2 * M).noise(3, 0, x);
      return x.filter((value) => value === 0).length;
    };
    expect([zeros(10), zeros(11)]).toEqual([0, 9]);
    expect(gaussianBasis(1e9, 1, N, 2 * M).dim).toBe(11);
  });

  it('yields between pieces of noisy points', () => {
    // 300 normals at 50 multiply–adds: 133 rows of 400 a piece.
    const basis = gaussianBasis(300, 1, 400, 2);
    const work = noisyPoints(basis, basis.noise, 1, 400, 1, () => ({ axis: 0, length: 0 }));
    expect([...work]).toHaveLength(3);
  });

  it('keeps earlier points and neurons when some are added', () => {
    const x = (basis: GaussianBasis, i: number) => {
      const out = new Float64Array(basis.dim);
      basis.noise(3, i, out);
      return [...out].slice(0, 1 + N);
    };
    const small = gaussianBasis(D, 1, N, 2 * M);
    const large = gaussianBasis(D, 1, N + 2, 2 * M + 2);
    for (let i = 0; i < N; i++) expect(x(large, i)).toEqual(x(small, i));
    const w = (basis: GaussianBasis, order: number) => {
      const out = new Float64Array(basis.dim);
      basis.weights(3, order, out);
      return [...out].slice(0, 1 + N + 2 * M);
    };
    const more = gaussianBasis(D, 1, N, 2 * M + 2);
    for (let order = 0; order < 2 * M; order++) expect(w(more, order)).toEqual(w(small, order));
  });

  it('gives test points the law they have among drawn vectors', () => {
    const inner = (basis: GaussianBasis, seed: number) => {
      const x = new Float64Array(basis.dim);
      const w = new Float64Array(basis.dim);
      basis.testNoise(seed, 0, x);
      basis.weights(seed, 2, w);
      const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, k) => sum + v * b[k]!, 0);
      const point = new Float64Array(basis.dim);
      basis.noise(seed, 1, point);
      return [product(x, w), product(x, point), product(w, point)];
    };
    const reduced = gaussianBasis(D, 1, N, 2 * M);
    const plain = gaussianBasis(D, 1, N, D);
    const draws = (basis: GaussianBasis, from: number) =>
      Array.from({ length: RUNS }, (_, k) => inner(basis, from + k));
    const a = draws(reduced, 0);
    const b = draws(plain, 100_000);
    for (const k of [0, 1, 2]) {
      expect(
        kolmogorovSmirnov(
          a.map((v) => v[k]!),
          b.map((v) => v[k]!),
        ),
      ).toBeLessThan(KS_LIMIT);
    }
  });
});
