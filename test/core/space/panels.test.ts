import { describe, expect, it } from 'vitest';
import type { Kernels } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { ColumnPanels } from '../../../src/core/space/column-panels.ts';
import { Panels } from '../../../src/core/space/panels.ts';
import { finish } from '../finish.ts';
import { numbers, timesTransposed } from './small-problem.ts';

/** Counts the multiply–adds of `rowProducts`. */
function counting(): { kernels: Kernels; work: () => number } {
  let work = 0;
  const rowProducts: Kernels['rowProducts'] = (a, b, out, from, to, cols, stride, rows, outStride) => {
    work += (to - from) * cols * rows;
    PLAIN.rowProducts(a, b, out, from, to, cols, stride, rows, outStride);
  };
  return { kernels: { ...PLAIN, rowProducts }, work: () => work };
}

function expectClose(actual: Float64Array, expected: readonly number[]) {
  expect(actual.length).toBe(expected.length);
  // Sums of few products of numbers below 1.
  expect(actual.every((value, k) => Math.abs(value - expected[k]!) < 1e-13)).toBe(true);
}

describe('products of panels of 64 rows', () => {
  it.each([1, 63, 64, 65, 128, 150])('are A Aᵀ and A Bᵀ, of %d rows', (rows) => {
    const dim = 6;
    const a = numbers(rows * dim);
    const b = numbers(70 * dim, 3);
    const panels = new Panels(PLAIN, dim);
    expectClose(finish(panels.gram(a)), timesTransposed(a, a, dim));
    expectClose(finish(panels.cross(a, b)), timesTransposed(a, b, dim));
    expectClose(finish(panels.cross(b, a)), timesTransposed(b, a, dim));
  });

  it('leave out the columns past the last that has an entry, of either, and what is above the diagonal', () => {
    const dim = 100;
    const upTo = (row: number, length: number) =>
      Float64Array.from({ length: dim }, (_, k) => (k < length ? 1 + row + k : 0));
    const matrix = (rows: number, extent: (row: number) => number) =>
      Float64Array.from(Array.from({ length: rows }, (_, r) => [...upTo(r, extent(r))]).flat());
    // The panels of A go up to columns 64 and 70, those of B up to 10 and all 100; the longest row of each is among others.
    const a = matrix(70, (row) => (row === 30 ? 64 : row === 66 ? 70 : row % 9));
    const b = matrix(65, (row) => (row === 64 ? 100 : row === 0 ? 10 : 3));
    const { kernels, work } = counting();
    const cross = finish(new Panels(kernels, dim).cross(a, b));
    expect([...cross]).toEqual(timesTransposed(a, b, dim));
    expect(work()).toBe(64 * 64 * 10 + 64 * 64 + 6 * 64 * 10 + 6 * 70);
    const gram = counting();
    expect([...finish(new Panels(gram.kernels, dim).gram(a))]).toEqual(timesTransposed(a, a, dim));
    expect(gram.work()).toBe(64 * 64 * 64 + 6 * 64 * 64 + 6 * 6 * 70);
  });

  it('of a matrix of zeros are zeros', () => {
    expect([...finish(new Panels(PLAIN, 2).gram(new Float64Array(4)))]).toEqual([0, 0, 0, 0]);
  });

  it('pause between panels, between the rows that are looked at and between those that are mirrored', () => {
    let products = 0;
    const free: Kernels = {
      ...PLAIN,
      rowProducts() {
        products++;
      },
    };
    // A pair of panels is 64·64·1000 = 4 million: each is a piece. 300 rows are 5 panels, 15 pairs, 0.3 million entries.
    expect([...new Panels(free, 1_000).gram(numbers(300_000))]).toHaveLength(14);
    expect(products).toBe(15);
    expect([...new Panels(free, 1_000).cross(numbers(300_000), numbers(64_000, 2))]).toHaveLength(4);
    // 800 rows: 91 pairs, 488 a piece; 4·800² = 2.56 million to mirror.
    expect([...new Panels(free, 1).gram(numbers(800))]).toHaveLength(1);
    // 2.4 million entries to look at.
    expect([...new Panels(free, 1e5).cross(new Float64Array(24e5), new Float64Array(1e5))]).toHaveLength(1);
  });
});

describe('a matrix in panels of its columns', () => {
  /** B, inner×cols, in panels for products of so many rows, and A B. */
  const product = (inner: number, cols: number, rows: number) => {
    const b = numbers(inner * cols, 5);
    const a = numbers(rows * inner, 6);
    const work = ColumnPanels.of(PLAIN, b, inner, rows);
    const panels = finish(work);
    // A row more, which is not of the product.
    const room = new Float64Array((rows + 1) * cols).fill(2);
    const yields = [...panels.addProduct(a, room, rows)].length;
    expect(room.subarray(rows * cols).every((value) => value === 2)).toBe(true);
    const out = room.subarray(0, rows * cols);
    const transposed = Float64Array.from(
      { length: b.length },
      (_, at) => b[(at % inner) * cols + Math.floor(at / inner)]!,
    );
    const expected = timesTransposed(a, transposed, inner);
    const far = out.findIndex((value, k) => !(Math.abs(value - 2 - expected[k]!) < 1e-10));
    return { panels, yields, far };
  };

  it('is one panel where a piece is enough, and gives A B', () => {
    const { panels, yields, far } = product(3, 4, 2);
    expect([panels.cols, yields, far]).toEqual([4, 0, -1]);
  });

  it('gives the same products by several panels, the last one narrower, a piece each', () => {
    // 2e6/(16·5000) = 25 columns are a piece, 24 a panel of whole lines.
    expect(product(5_000, 50, 16)).toMatchObject({ yields: 2, far: -1 });
    expect(product(5_000, 48, 16)).toMatchObject({ yields: 1, far: -1 });
    expect(product(5_000, 24, 16)).toMatchObject({ yields: 0, far: -1 });
  });

  it('has panels of a line at least, however long they are', () => {
    // A line of 8 columns of 20,000 entries and 16 rows is 2.56 million.
    expect(product(20_000, 20, 16)).toMatchObject({ yields: 2, far: -1 });
  });

  it('takes several panels at a time where fewer rows are multiplied', () => {
    const b = numbers(5_000 * 50, 5);
    const panels = finish(ColumnPanels.of(PLAIN, b, 5_000, 16));
    // Five rows of 24 columns are 0.6 million: three panels are one piece.
    expect([...panels.addProduct(numbers(25_000), new Float64Array(250), 5)]).toHaveLength(0);
  });

  it('pauses while a large one is copied', () => {
    // An entry counts four: 2.4 million.
    expect([...ColumnPanels.of(PLAIN, numbers(6e5), 1_000, 1)]).toHaveLength(1);
  });
});
