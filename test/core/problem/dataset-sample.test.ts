import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, DatasetSpec } from '../../../src/core/experiment.ts';
import { sampleDataset as sampling } from '../../../src/core/problem/dataset-sample.ts';
import { finish } from '../finish.ts';
import { buildDataset, readFiles } from '../../../src/engine/files/open.ts';
import { realDigits } from '../../engine/files/real-digits.ts';

/** Row i is (i, 1, 0.1): its first entry tells which row a point is. Label i mod 5. */
function numbered(count: number): Dataset {
  const rows = Array.from({ length: count }, (_, i) => i);
  return {
    id: '0123456789abcdef',
    name: 'numbered.csv',
    count,
    dim: 3,
    values: Float64Array.from(rows.flatMap((i) => [i, 1, 0.1])),
    labels: Int32Array.from(rows, (i) => i % 5),
  };
}

const spec = (change: Partial<DatasetSpec> = {}): DatasetSpec => ({
  kind: 'dataset',
  id: '0123456789abcdef',
  n: 20,
  positive: [0, 1],
  negative: [3],
  normalisation: 'none',
  ...change,
});

const firstEntries = (x: Float64Array): number[] => [...x].filter((_, k) => k % 3 === 0);

/** All of it at once. */
const sampleDataset = (...given: Parameters<typeof sampling>) => finish(sampling(...given));

describe('sampleDataset', () => {
  it('takes rows of the two groups only, each once, with the sign of its group', () => {
    const { x, y, testX, testY, d } = sampleDataset(numbered(100), spec(), 7, 1000);
    expect(d).toBe(3);
    const rows = [...firstEntries(x), ...firstEntries(testX)];
    expect([...rows].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, i) => i).filter((i) => [0, 1, 3].includes(i % 5)),
    );
    expect([...y, ...testY]).toEqual(rows.map((row) => (row % 5 === 3 ? -1 : 1)));
    expect(y).toHaveLength(20);
    expect(testY).toHaveLength(40);
  });

  it('takes labels by their names', () => {
    const named = { ...numbered(100), labelNames: ['a', 'b', 'c', 'd', 'e'] };
    const byName = sampleDataset(named, spec({ positive: ['a', 'b'], negative: ['d'] }), 7, 10);
    expect(byName).toEqual(sampleDataset(named, spec(), 7, 10));
    expect(sampleDataset(numbered(100), spec({ positive: ['0', '1'], negative: ['3'] }), 7, 10)).toEqual(
      byName,
    );
    expect(() => sampleDataset(named, spec({ positive: ['x'] }), 7, 10)).toThrow(
      /no label “x”; its labels are a, b/,
    );
  });

  it('draws the same sample for the same seed and another for another', () => {
    const rows = (seed: number): number[] => firstEntries(sampleDataset(numbered(100), spec(), seed, 10).x);
    expect(rows(1)).toEqual(rows(1));
    expect(rows(1)).not.toEqual(rows(2));
  });

  it('takes at most the test points asked for, none when none are', () => {
    const { testX, testY } = sampleDataset(numbered(100), spec(), 1, 13);
    expect([testX.length, testY.length]).toEqual([39, 13]);
    expect(sampleDataset(numbered(100), spec(), 1, 0).testX).toHaveLength(0);
  });

  it('keeps the training points when the number of test points changes', () => {
    const { x } = sampleDataset(numbered(100), spec(), 1, 5);
    expect(sampleDataset(numbered(100), spec(), 1, 40).x).toEqual(x);
  });

  it('divides by 255', () => {
    const plain = sampleDataset(numbered(50), spec(), 3, 5);
    const { x, testX } = sampleDataset(numbered(50), spec({ normalisation: 'divide-255' }), 3, 5);
    expect(x).toEqual(plain.x.map((v) => v / 255));
    expect(testX).toEqual(plain.testX.map((v) => v / 255));
  });

  it('gives rows of length one, and leaves a zero row zero', () => {
    const dataset: Dataset = {
      ...numbered(4),
      dim: 2,
      values: Uint8Array.of(3, 4, 0, 0, 255, 255, 0, 9),
      labels: Int32Array.of(0, 3, 0, 3),
    };
    const { x } = sampleDataset(dataset, spec({ n: 4, normalisation: 'unit-norm' }), 1, 0);
    const norms = [0, 1, 2, 3].map((i) => Math.hypot(x[2 * i]!, x[2 * i + 1]!)).sort((a, b) => a - b);
    expect(norms[0]).toBe(0);
    // One rounding in the norm and one in each quotient: a few units of 2^-53.
    for (const norm of norms.slice(1)) expect(Math.abs(norm - 1)).toBeLessThan(1e-15);
  });

  it('standardises by the training rows and maps the test rows alike', () => {
    const plain = sampleDataset(numbered(100), spec(), 3, 5);
    const { x, testX } = sampleDataset(numbered(100), spec({ normalisation: 'standardise' }), 3, 5);
    const rows = firstEntries(plain.x);
    const mean = rows.reduce((sum, v) => sum + v, 0) / rows.length;
    const sd = Math.sqrt(rows.reduce((sum, v) => sum + (v - mean) ** 2, 0) / rows.length);
    // Sums of 20 numbers below 100 in another order: relative errors of some 20 units of 2^-53.
    firstEntries(x).forEach((v, i) => expect(v).toBeCloseTo((rows[i]! - mean) / sd, 12));
    firstEntries(testX).forEach((v, i) =>
      expect(v).toBeCloseTo((firstEntries(plain.testX)[i]! - mean) / sd, 12),
    );
  });

  it('makes an entry 0 in which all training rows agree, though the mean of 0.1 is rounded', () => {
    const dataset = numbered(100);
    const { x, testX } = sampleDataset(dataset, spec({ normalisation: 'standardise' }), 3, 40);
    for (const points of [x, testX]) {
      expect([...points].filter((v, k) => k % 3 !== 0 && v !== 0)).toEqual([]);
    }
  });

  it('says how many rows there are when there are fewer than n', () => {
    const few = (): unknown =>
      sampleDataset(numbered(2030), spec({ n: 1000, positive: [4], negative: [0] }), 1, 10);
    expect(few).toThrow(RangeError);
    expect(few).toThrow('n = 1,000 training points asked for, but classes 4 against 0 have only 812 rows');
  });

  it('names a class without a row and the labels there are', () => {
    expect(() => sampleDataset(numbered(50), spec({ negative: [7, 8, 9, 12] }), 1, 10)).toThrow(
      'no row of numbered.csv has a label of class −1 (7–9, 12); its labels are 0–4',
    );
  });

  it('lists labels ascending, in ranges or by their names, ten at most', () => {
    const refusal = (labels: number[], change: Partial<Dataset> = {}): (() => unknown) => {
      const dataset = {
        ...numbered(50),
        ...change,
        labels: Int32Array.from({ length: 50 }, (_, i) => labels[i % labels.length]!),
      };
      return () => sampleDataset(dataset, spec({ positive: [labels[0]!], negative: [999] }), 1, 10);
    };
    const even = (count: number) => Array.from({ length: count }, (_, k) => 2 * (count - 1 - k));
    expect(refusal(even(10))).toThrow(/its labels are 0, 2, 4, 6, 8, 10, 12, 14, 16, 18$/);
    expect(refusal(even(11))).toThrow(/its labels are 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, …$/);
    const labelNames = Array.from({ length: 21 }, (_, k) => `n${k}`);
    expect(refusal(even(10), { labelNames })).toThrow(
      /its labels are n0, n2, n4, n6, n8, n10, n12, n14, n16, n18$/,
    );
    expect(refusal(even(11), { labelNames })).toThrow(/ n16, n18, …$/);
  });

  it('groups the digits of large numbers by three', () => {
    const asked = (n: number) => () =>
      sampleDataset(numbered(2030), spec({ n, positive: [4], negative: [0] }), 1, 10);
    expect(asked(1_234_567)).toThrow('n = 1,234,567 training points');
    expect(asked(999)).toThrow('n = 999 training points');
  });

  it('knows a number by its own digits alone, and cuts a long name', () => {
    const named = (label: string) => () => sampleDataset(numbered(50), spec({ positive: [label] }), 1, 10);
    for (const label of ['04', ' 4', '4.0']) expect(named(label)).toThrow(`no label “${label}”`);
    expect(named('x'.repeat(61))).toThrow(`no label “${'x'.repeat(60)}”`);
  });

  it('takes no test points beyond the rows there are', () => {
    const { testX, testY } = sampleDataset(numbered(100), spec({ n: 55 }), 7, 1000);
    expect([testX.length, testY.length]).toEqual([15, 5]);
    expect([...testX].every(Number.isFinite)).toBe(true);
  });

  it('of a wide dataset yields between pieces, and gives every row the length one', () => {
    const wide: Dataset = {
      ...numbered(1000),
      dim: 1000,
      values: Uint8Array.from({ length: 1e6 }, (_, k) => 1 + (k % 7)),
    };
    const work = sampling(wide, spec({ n: 500, normalisation: 'unit-norm' }), 1, 100);
    let yields = 0;
    for (;;) {
      const step = work.next();
      if (step.done !== true) {
        yields++;
        continue;
      }
      // 500 rows are read by 333 and divided by 166.
      expect(yields).toBe(1 + 3);
      const { x, testX } = step.value;
      for (const points of [x, testX]) {
        for (let from = 0; from < points.length; from += 1000) {
          const squares = points.subarray(from, from + 1000).reduce((sum, v) => sum + v * v, 0);
          expect(squares).toBeCloseTo(1, 12);
        }
      }
      return;
    }
  });

  it('refuses a label in both classes', () => {
    expect(() => sampleDataset(numbered(50), spec({ positive: [0, 3] }), 1, 10)).toThrow(
      'label 3 is in both classes, 0, 3 and 3',
    );
  });

  it('refuses training points that are all of one class', () => {
    const dataset = { ...numbered(1000), labels: new Int32Array(1000).fill(0) };
    dataset.labels[999] = 3;
    const all = (): unknown => sampleDataset(dataset, spec({ n: 2 }), 5, 10);
    expect(all).toThrow(
      'the n = 2 training points drawn with seed 5 are all of class +1 (0–1): choose a larger n or another seed',
    );
    const other = { ...dataset, labels: dataset.labels.map((label) => 3 - label) };
    expect(() => sampleDataset(other, spec({ n: 2 }), 5, 10)).toThrow('are all of class −1 (3): choose');
  });

  it('never changes the dataset, whatever is asked of it', () => {
    const dataset = numbered(60);
    const before = Float64Array.from(dataset.values);
    fc.assert(
      fc.property(
        // More than the 36 rows of the larger group: both classes always occur.
        fc.integer({ min: 37, max: 50 }),
        fc.nat(1000),
        fc.constantFrom('none', 'divide-255', 'unit-norm', 'standardise'),
        (n, seed, normalisation) => {
          const { x } = sampleDataset(
            dataset,
            spec({ n, normalisation, positive: [0, 1, 2], negative: [3, 4] }),
            seed,
            20,
          );
          expect(x.every(Number.isFinite)).toBe(true);
          expect(dataset.values).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  });
});

const digits = realDigits();

describe.skipIf(digits === null)('sampleDataset of the MNIST test digits', () => {
  it('leaves 991 of the fours and nines to test after 1,000 to train, pixels in 0..1', async () => {
    const options = {
      progress: () => undefined,
      signal: new AbortController().signal,
      breathe: () => Promise.resolve(),
    };
    const { dataset } = await buildDataset(await readFiles(digits!, options));
    const fourNine = spec({ n: 1000, positive: [4], negative: [9], normalisation: 'divide-255' });
    const { x, y, testY, d } = sampleDataset(dataset, fourNine, 1, 10_000);
    expect(d).toBe(784);
    expect(testY).toHaveLength(991);
    expect([...y, ...testY].filter((sign) => sign === 1)).toHaveLength(982);
    expect([...y, ...testY].filter((sign) => sign === -1)).toHaveLength(1009);
    expect(x.every((v) => v >= 0 && v <= 1)).toBe(true);
    expect(x.some((v) => v === 1)).toBe(true);
  });
});
