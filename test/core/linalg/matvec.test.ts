import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot } from '../../../src/core/linalg/dot.ts';
import {
  addSymmetricTimes,
  addTimes,
  movedGramTimes,
  transposedTimes,
} from '../../../src/core/linalg/matvec.ts';

const size = fc.integer({ min: 0, max: 11 });
const numbers = (count: number) =>
  fc
    .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: count, maxLength: count })
    .map((values) => Float64Array.from(values));

const BLOCK = fc.record({ rows: size, cols: size, before: size, after: size }).chain((shape) => {
  const stride = shape.cols + shape.after;
  return fc.record({
    shape: fc.constant({ ...shape, stride }),
    a: numbers(shape.before + shape.rows * stride),
    x: numbers(12),
    y: numbers(12),
  });
});

describe('products of a block of a matrix with a vector', () => {
  it('are inner products of rows, and sums in the order of the rows, bit for bit, for every shape, offset and stride', () => {
    fc.assert(
      fc.property(BLOCK, ({ shape: { rows, cols, before, stride }, a, x, y }) => {
        const expected = y.slice();
        for (let r = 0; r < rows; r++) {
          expected[r]! += dot(a, before + r * stride, x, 0, cols);
        }
        const actual = y.slice();
        addTimes(a, before, stride, rows, cols, x, actual);
        expect(actual).toEqual(expected);

        const transposed = new Float64Array(cols);
        transposedTimes(a, before, stride, rows, cols, x, transposed);
        for (let k = 0; k < cols; k++) {
          let sum = 0;
          for (let r = 0; r < rows; r++) sum += a[before + r * stride + k]! * x[r]!;
          expect(transposed[k]).toBe(sum);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('of a symmetric block read only its lower half', () => {
    fc.assert(
      fc.property(size, fc.nat(3), numbers(150), numbers(12), numbers(12), (n, before, stock, x, y) => {
        const stride = n + 2;
        const a = new Float64Array(before + n * stride);
        for (let r = 0; r < n; r++) {
          // What is right of the diagonal's tiles is not even a number.
          for (let k = 0; k < n; k++) {
            const isRead = k <= r || k < 4 * Math.floor(r / 4) + 4;
            a[before + r * stride + k] = isRead ? stock[Math.max(r, k) * n + Math.min(r, k)]! : NaN;
          }
        }
        const actual = y.slice();
        addSymmetricTimes(a, before, stride, n, x, actual);
        for (let r = 0; r < n; r++) {
          let sum = y[r]!;
          let size = Math.abs(sum);
          for (let k = 0; k < n; k++) {
            const term = stock[Math.max(r, k) * n + Math.min(r, k)]! * x[k]!;
            sum += term;
            size += Math.abs(term);
          }
          // Two orders of the same sum differ by at most a rounding a term.
          expect(Math.abs(actual[r]! - sum)).toBeLessThanOrEqual(n * 2 ** -52 * size);
        }
      }),
    );
  });

  it('of W Wᵀ are those of the matrix formed from W = W(0) + C U', () => {
    const shape = fc.record({
      before: fc.nat(3),
      count: size,
      after: fc.nat(3),
      K: fc.nat(5),
      stock: numbers(150),
    });
    fc.assert(
      fc.property(shape, numbers(12), ({ before, count, after, K, stock }, x) => {
        const neurons = before + count + after;
        const dim = 6;
        const take = (rows: number, cols: number, from: number): Float64Array =>
          Float64Array.from({ length: rows * cols }, (_, k) => stock[(from + k) % stock.length]! / 1e3);
        const w0 = take(neurons, dim, 0);
        const c = take(neurons, K, 40);
        const u = take(K, dim, 90);
        const w = w0.map((entry, at) => {
          const [r, k] = [Math.floor(at / dim), at % dim];
          return (
            entry +
            dot(
              c,
              r * K,
              Float64Array.from({ length: K }, (_, f) => u[f * dim + k]!),
              0,
              K,
            )
          );
        });
        const products = (a: Float64Array, b: Float64Array, rows: number): Float64Array =>
          Float64Array.from({ length: neurons * rows }, (_, at) => {
            return dot(a, Math.floor(at / rows) * dim, b, (at % rows) * dim, dim);
          });
        const gram = products(w0, w0, neurons);
        const actual = new Float64Array(count).fill(NaN);
        const state = [products(w0, u, K), c, products(w, u, K)] as const;
        movedGramTimes(gram, ...state, before, count, neurons, K, x, actual, new Float64Array(K));
        for (let r = 0; r < count; r++) {
          let sum = 0;
          for (let k = 0; k < count; k++)
            sum += dot(w, (before + r) * dim, w, (before + k) * dim, dim) * x[k]!;
          expect(Math.abs(actual[r]! - sum)).toBeLessThanOrEqual(1e-7);
        }
      }),
    );
  });
});
