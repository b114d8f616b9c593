import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addProduct, multiply } from '../../../src/core/linalg/add-product.ts';
import { columnProducts } from '../../../src/core/linalg/column-products.ts';
import { dot } from '../../../src/core/linalg/dot.ts';
import { rowProducts } from '../../../src/core/linalg/row-products.ts';
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

describe('columnProducts', () => {
  it('is XᵀX of the rows in the range, symmetric to the bit', () => {
    fc.assert(
      fc.property(size, size, cuts, seed, (rows, n, at, s) => {
        const x = normalMatrix(rows, n, s);
        for (const [from, to] of ranges(rows, at)) {
          const products = columnProducts(x, from, to, n);
          for (let i = 0; i < n; i++)
            for (let k = 0; k < n; k++) {
              const plain = sum(to - from, (r) => x[(from + r) * n + i]! * x[(from + r) * n + k]!);
              expect(products[i * n + k]).toBeCloseTo(plain, 12);
              expect(products[k * n + i]).toBe(products[i * n + k]);
            }
        }
      }),
    );
  });
});

describe('rowProducts', () => {
  it('is A Bᵀ, even and odd columns summed apart, however the rows are sliced', () => {
    fc.assert(
      fc.property(size, size, size, cuts, seed, (rows, cols, bRows, at, s) => {
        const a = normalMatrix(rows, cols, s);
        const b = normalMatrix(bRows, cols, s + 1);
        const out = new Float64Array(rows * bRows).fill(NaN);
        for (const [from, to] of ranges(rows, at)) rowProducts(a, b, out, from, to, cols, cols, bRows, bRows);
        for (let r = 0; r < rows; r++)
          for (let k = 0; k < bRows; k++) {
            const term = (c: number) => a[r * cols + c]! * b[k * cols + c]!;
            const even = sum((cols + 1) >> 1, (c) => term(2 * c));
            const odd = sum(cols >> 1, (c) => term(2 * c + 1));
            expect(out[r * bRows + k]).toBe(even + odd);
          }
      }),
    );
  });

  it('leaves rows outside the range alone', () => {
    const out = new Float64Array(5 * 4).fill(7);
    rowProducts(normalMatrix(5, 3, 1), normalMatrix(4, 3, 2), out, 1, 4, 3, 3, 4, 4);
    expect([...out].map((x) => x === 7)).toEqual(Array.from({ length: 20 }, (_, i) => i < 4 || i >= 16));
  });
});

describe('addProduct and multiply', () => {
  it('add and write α A B, each entry one sum in order, however the rows are sliced', () => {
    fc.assert(
      fc.property(size, size, size, cuts, seed, (rows, inner, cols, at, s) => {
        const a = normalMatrix(rows, inner, s);
        const b = normalMatrix(inner, cols, s + 1);
        const before = normalMatrix(rows, cols, s + 2);
        const out = before.slice();
        const alone = new Float64Array(rows * cols).fill(NaN);
        for (const [from, to] of ranges(rows, at)) {
          addProduct(-0.3, a, b, out, from, to, inner, cols);
          multiply(a, b, alone, from, to, inner, cols);
        }
        for (let r = 0; r < rows; r++)
          for (let c = 0; c < cols; c++) {
            const product = sum(inner, (k) => a[r * inner + k]! * b[k * cols + c]!);
            expect(out[r * cols + c]).toBe(before[r * cols + c]! + -0.3 * product);
            expect(alone[r * cols + c]).toBe(product);
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
