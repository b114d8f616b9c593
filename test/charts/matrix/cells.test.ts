import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enlarge,
  flippedCells,
  paintShares,
  paintSigned,
  stripMeans,
} from '../../../src/charts/matrix/cells.ts';
import { symmetricScale, thresholds } from '../../../src/charts/matrix/scale.ts';
import { stripsOf } from '../../../src/charts/matrix/strips.ts';
import type { Strips } from '../../../src/charts/matrix/strips.ts';

const upTo = (count: number): Int32Array => Int32Array.from({ length: count }, (_, k) => k);
/** 1,000 rows, 500 of each class, and ten columns, six of y = +1, in 400 × 103 pixels. */
const ROWS = stripsOf({ all: 1000, first: 500 }, 403, 3, 50);
const COLUMNS = stripsOf({ all: 10, first: 6 }, 103, 3, 50);
const ORDER = { rows: upTo(1000), columns: upTo(10), stride: 10 };

/** The picture of a matrix: 0 between the classes, else 1 + the colour's index. */
function pictureOf(matrix: Float64Array, rows: Strips, columns: Strips, order = ORDER): Uint32Array {
  const ramp = Uint32Array.from({ length: 257 }, (_, k) => k + 1);
  const steps = thresholds(symmetricScale(1).value, ramp.length);
  const cells = new Uint32Array(rows.count * columns.count);
  paintSigned(cells, stripMeans(matrix, order, rows, columns), steps, ramp);
  const image = new Uint32Array(rows.length * columns.length);
  enlarge(image, columns.length, cells, rows, columns, 0);
  return image;
}
const ZERO = 129;

describe('a picture with more rows than pixels', () => {
  it('shows a column that alone is not zero in exactly its own pixels', () => {
    const matrix = Float64Array.from({ length: 10_000 }, (_, k) => (k % 10 === 3 ? 1 : 0));
    const image = pictureOf(matrix, ROWS, COLUMNS);
    const own = { from: COLUMNS.start[3]!, to: COLUMNS.start[3]! + COLUMNS.size[3]! };
    for (let r = 0; r < ROWS.count; r++) {
      for (let c = 0; c < COLUMNS.count; c++) {
        for (let x = COLUMNS.start[c]!; x < COLUMNS.start[c]! + COLUMNS.size[c]!; x++) {
          const colour = image[ROWS.start[r]! * COLUMNS.length + x];
          expect(colour).toBe(x >= own.from && x < own.to ? 257 : ZERO);
        }
      }
    }
  });

  it('keeps the border between the classes sharp, down and across', () => {
    const matrix = Float64Array.from({ length: 10_000 }, (_, k) => (k < 5000 === k % 10 < 6 ? 1 : -1));
    const image = pictureOf(matrix, ROWS, COLUMNS);
    const seen = new Set(image);
    // Nothing between the two ends, but for the room between the classes.
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 257]);
    const split = ROWS.start[ROWS.split]!;
    expect(image[(split - 4) * COLUMNS.length]).toBe(257);
    expect(image[(split - 1) * COLUMNS.length]).toBe(0);
    expect(image[split * COLUMNS.length]).toBe(1);
  });

  it('is the exact mean of whole rows', () => {
    const matrix = Float64Array.from({ length: 10_000 }, (_, k) => ((k * 7) % 11) - 5);
    const means = stripMeans(matrix, ORDER, ROWS, COLUMNS);
    for (let r = 0; r < ROWS.count; r++) {
      const rows = Array.from(upTo(1000).subarray(ROWS.first[r], ROWS.first[r + 1]));
      for (let c = 0; c < 10; c++) {
        const exact = rows.reduce((sum, row) => sum + matrix[row * 10 + c]!, 0) / rows.length;
        // Whole numbers, divided once.
        expect(means[r * 10 + c]).toBe(exact);
      }
    }
  });

  it('averages columns likewise where there are more than pixels', () => {
    const narrow = stripsOf({ all: 10, first: 6 }, 8, 3, 50);
    const matrix = Float64Array.from({ length: 20 }, (_, k) => k % 10);
    const rows = stripsOf({ all: 2, first: 1 }, 20, 3, 50);
    const means = stripMeans(matrix, { ...ORDER, rows: upTo(2) }, rows, narrow);
    // Six columns on three pixels, four on two.
    expect([...means.subarray(0, 5)]).toEqual([0.5, 2.5, 4.5, 6.5, 8.5]);
  });
});

describe('a picture with cells larger than a pixel', () => {
  it('has the colour of its value in every pixel of a cell, and no other', () => {
    const rows = stripsOf({ all: 4, first: 2 }, 41, 3, 50);
    const matrix = Float64Array.from({ length: 40 }, (_, k) => Math.sin(k));
    const image = pictureOf(matrix, rows, COLUMNS, { ...ORDER, rows: upTo(4) });
    const colours = new Set(pictureOf(matrix, oneEach(4, 2), oneEach(10, 6), { ...ORDER, rows: upTo(4) }));
    expect(new Set(image)).toEqual(colours);
  });
});

/** Strips of one pixel each. */
const oneEach = (all: number, first: number): Strips => stripsOf({ all, first }, all + 3, 3, 1);

describe('stripMeans', () => {
  it('takes shown rows and columns in their order', () => {
    const order = { rows: Int32Array.of(1, 0), columns: Int32Array.of(2, 0), stride: 3 };
    const matrix = Float64Array.of(-1, 9, 0, 1, 9, -1);
    expect([...stripMeans(matrix, order, oneEach(2, 1), oneEach(2, 1))]).toEqual([-1, 1, 0, -1]);
  });
});

it('paintSigned gives each value the colour nearest to its place on the scale', () => {
  const scale = symmetricScale(2);
  const steps = thresholds(scale.value, 257);
  const ramp = Uint32Array.from({ length: 257 }, (_, k) => k);
  const pixels = new Uint32Array(1);
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (value) => {
      paintSigned(pixels, Float64Array.of(value), steps, ramp);
      // 0.51: half a colour, and rounding at the border of two.
      expect(Math.abs(pixels[0]! - scale.unit(value) * 256)).toBeLessThanOrEqual(0.51);
    }),
  );
});

it('paintShares takes the hue of the neuron’s class, and a colour between for a share', () => {
  const ramps = { positive: Uint32Array.of(1, 2, 3), negative: Uint32Array.of(4, 5, 6) };
  const pixels = new Uint32Array(6);
  paintShares(pixels, Float64Array.of(1, 0, 0.5, 0, 1, 0.5), 3, ramps);
  expect([...pixels]).toEqual([3, 1, 2, 4, 6, 5]);
});

it('flippedCells lists where two patterns differ, in shown order', () => {
  const order = { rows: Int32Array.of(0, 1), columns: Int32Array.of(1, 0), stride: 2 };
  expect(flippedCells(Uint8Array.of(1, 0, 0, 1), Uint8Array.of(1, 1, 0, 0), order)).toEqual([0, 2]);
});
