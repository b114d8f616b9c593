import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addProduct } from '../../../src/core/linalg/add-product.ts';
import { dot } from '../../../src/core/linalg/dot.ts';
import { gram } from '../../../src/core/linalg/gram.ts';
import { multiplyTransposed } from '../../../src/core/linalg/multiply-transposed.ts';
import { normalMatrix } from './matrices.ts';

const size = fc.integer({ min: 1, max: 13 });
const seed = fc.nat(1000);
/** An array of row boundaries 0 ≤ … ≤ rows. */
const cuts = fc.array(fc.nat(13), { maxLength: 3 });

function ranges(rows: number, at: number[]): [number, number][] {
  const bounds = [0, ...at.map((cut) => Math.min(cut, rows)).sort((a, b) => a - b), rows];
  return bounds.slice(1).map((to, i) => [bounds[i]!, to]);
}

/** Σ_k a_k b_k in order: what a tile's sum must be to the bit. */
function sum(count: number, term: (k: number) => number): number {
  let s = 0;
  for (let k = 0; k < count; k++) s += term(k);
  return s;
}

describe('multiplyTransposed', () => {
  it('is A Bᵀ, each entry one sum in order, however the rows are sliced', () => {
    fc.assert(
      fc.property(size, size, size, cuts, seed, (rows, cols, bRows, at, s) => {
        const a = normalMatrix(rows, cols, s);
        const b = normalMatrix(bRows, cols, s + 1);
        const out = new Float64Array(rows * bRows).fill(NaN);
        for (const [from, to] of ranges(rows, at)) multiplyTransposed(a, b, out, from, to, cols, bRows);
        for (let r = 0; r < rows; r++)
          for (let k = 0; k < bRows; k++)
            expect(out[r * bRows + k]).toBe(sum(cols, (c) => a[r * cols + c]! * b[k * cols + c]!));
      }),
    );
  });

  it('leaves rows outside the range alone', () => {
    const out = new Float64Array(5 * 4).fill(7);
    multiplyTransposed(normalMatrix(5, 3, 1), normalMatrix(4, 3, 2), out, 1, 4, 3, 4);
    expect([...out].map((x) => x === 7)).toEqual(Array.from({ length: 20 }, (_, i) => i < 4 || i >= 16));
  });
});

describe('addProduct', () => {
  it('adds α A B, each entry one sum in order, however the rows are sliced', () => {
    fc.assert(
      fc.property(size, size, size, cuts, seed, (rows, inner, cols, at, s) => {
        const a = normalMatrix(rows, inner, s);
        const b = normalMatrix(inner, cols, s + 1);
        const before = normalMatrix(rows, cols, s + 2);
        const out = before.slice();
        for (const [from, to] of ranges(rows, at)) addProduct(-0.3, a, b, out, from, to, inner, cols);
        for (let r = 0; r < rows; r++)
          for (let c = 0; c < cols; c++) {
            const product = sum(inner, (k) => a[r * inner + k]! * b[k * cols + c]!);
            expect(out[r * cols + c]).toBe(before[r * cols + c]! + -0.3 * product);
          }
      }),
    );
  });

  it('lets a NaN or an infinity in B through where A is 0', () => {
    const out = new Float64Array(8);
    addProduct(1, new Float64Array(2), Float64Array.of(1, 2, 3, NaN, Infinity, 6, 7, 8), out, 0, 2, 1, 4);
    expect([...out.slice(0, 4)]).toEqual([0, 0, 0, NaN]);
  });
});

describe('gram', () => {
  it('is multiplyTransposed of a matrix with itself to the bit, both halves, however sliced', () => {
    fc.assert(
      fc.property(size, size, cuts, seed, (rows, cols, at, s) => {
        const a = normalMatrix(rows, cols, s);
        const out = new Float64Array(rows * rows).fill(NaN);
        for (const [from, to] of ranges(rows, at)) gram(a, rows, cols, out, from, to);
        const expected = new Float64Array(rows * rows);
        multiplyTransposed(a, a, expected, 0, rows, cols, rows);
        expect(out).toEqual(expected);
      }),
    );
  });
});

describe('dot', () => {
  it('is the inner product of two stretches', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(5), fc.nat(5), seed, (count, aOffset, bOffset, s) => {
        const a = normalMatrix(1, 50, s);
        const b = normalMatrix(1, 50, s + 1);
        const expected = sum(count, (c) => a[aOffset + c]! * b[bOffset + c]!);
        const size = sum(count, (c) => Math.abs(a[aOffset + c]! * b[bOffset + c]!));
        // Two orders of the same sum differ by at most count roundings of its size.
        const bound = count * 2 ** -52 * size;
        expect(Math.abs(dot(a, aOffset, b, bOffset, count) - expected)).toBeLessThanOrEqual(bound);
      }),
    );
  });
});
