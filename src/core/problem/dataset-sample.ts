import type { ClassLabel, Dataset, DatasetSpec, Normalisation } from '../experiment.ts';
import { randomPermutation } from '../random/stream.ts';
import { slices, type Work } from '../slices.ts';

/** An entry read, divided and written costs about as much as so many multiply–adds. */
const WORK_PER_ENTRY = 6;

/** Training and test points of real data. */
export interface DatasetSample {
  /** n×d, row-major. */
  readonly x: Float64Array;
  /** n labels, ±1. */
  readonly y: Float64Array;
  /** Rows of the rest, at most `testPoints`; ×d, row-major. */
  readonly testX: Float64Array;
  readonly testY: Float64Array;
  readonly d: number;
}

/**
 * Draws the two groups' rows of a dataset in the order of the stream `split`: the first n to train, the next (at
 * most `testPoints`) to test. The label is +1 for the group `positive`, −1 for `negative`.
 *
 * Normalisation of a row v: none v; divide-255 v/255; unit-norm v/‖v‖ (a zero row stays zero); standardise
 * (v_k − mean_k)/sd_k with mean and sd (1/n) of the training rows, 0 where all training rows agree.
 *
 * @throws RangeError when the groups share a label, a group has no row, there are fewer than n rows, or the
 *   training points are all of one class
 */
export function* sampleDataset(
  dataset: Dataset,
  spec: DatasetSpec,
  seed: number,
  testPoints: number,
): Work<DatasetSample> {
  const groups = {
    positive: numbersOf(dataset, spec.positive),
    negative: numbersOf(dataset, spec.negative),
  };
  const rows = rowsOfGroups(dataset, groups);
  const { n } = spec;
  const listed = (labels: readonly number[]): string => labelList(labels, dataset.labelNames);
  if (n > rows.length) {
    throw new RangeError(
      `n = ${grouped(n)} training points asked for, but classes ${listed(groups.positive)} against ` +
        `${listed(groups.negative)} have only ${grouped(rows.length)} rows`,
    );
  }
  const order = randomPermutation(seed, 'split', 0, rows.length);
  const chosen = Array.from(order.subarray(0, n + Math.min(testPoints, rows.length - n)), (k) => rows[k]!);
  const train = chosen.slice(0, n);
  const test = chosen.slice(n);

  const positive = new Set(groups.positive);
  const sign = (row: number): number => (positive.has(dataset.labels[row]!) ? 1 : -1);
  const y = Float64Array.from(train, sign);
  if (!y.includes(1) || !y.includes(-1)) {
    const only = y.includes(1) ? `+1 (${listed(groups.positive)})` : `−1 (${listed(groups.negative)})`;
    throw new RangeError(
      `the n = ${grouped(n)} training points drawn with seed ${seed} are all of class ${only}: ` +
        'choose a larger n or another seed',
    );
  }
  const x = yield* gather(dataset, train);
  const testX = yield* gather(dataset, test);
  yield* normalise(spec.normalisation, x, testX, dataset.dim);
  return { x, y, testX, testY: Float64Array.from(test, sign), d: dataset.dim };
}

interface Groups {
  readonly positive: readonly number[];
  readonly negative: readonly number[];
}

/** Labels by number. @throws RangeError for a name that the dataset does not have */
function numbersOf({ name, labels, labelNames }: Dataset, group: readonly ClassLabel[]): readonly number[] {
  return group.map((label) => {
    if (typeof label === 'number') return label;
    const number = labelNames === undefined ? Number(label) : labelNames.indexOf(label);
    if (labelNames === undefined ? String(number) === label : number >= 0) return number;
    const all = labelList([...new Set(labels)], labelNames);
    throw new RangeError(`${name} has no label “${label.slice(0, 60)}”; its labels are ${all}`);
  });
}

/** Indices of the rows whose label is in either group, ascending. @throws RangeError */
function rowsOfGroups(dataset: Dataset, { positive, negative }: Groups): Int32Array {
  const listed = (labels: readonly number[]): string => labelList(labels, dataset.labelNames);
  const shared = positive.find((label) => negative.includes(label));
  if (shared !== undefined) {
    throw new RangeError(
      `label ${listed([shared])} is in both classes, ${listed(positive)} and ${listed(negative)}`,
    );
  }
  const present = new Set(dataset.labels);
  for (const [name, group] of [['+1', positive] as const, ['−1', negative] as const]) {
    if (!group.some((label) => present.has(label))) {
      throw new RangeError(
        `no row of ${dataset.name} has a label of class ${name} (${listed(group)}); ` +
          `its labels are ${listed([...present])}`,
      );
    }
  }
  const wanted = new Set([...positive, ...negative]);
  const rows = new Int32Array(dataset.count);
  let count = 0;
  for (let row = 0; row < dataset.count; row++) if (wanted.has(dataset.labels[row]!)) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The given rows as numbers; rows×d, row-major. */
function* gather({ values, dim }: Dataset, rows: readonly number[]): Work<Float64Array> {
  const x = new Float64Array(rows.length * dim);
  yield* slices(rows.length, WORK_PER_ENTRY * dim, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      x.set(values.subarray(row * dim, (row + 1) * dim), i * dim);
    }
  });
  return x;
}

/** Normalises the training rows x and the test rows in place. */
function* normalise(kind: Normalisation, x: Float64Array, testX: Float64Array, d: number): Work {
  switch (kind) {
    case 'none':
      return;
    case 'divide-255':
      for (const points of [x, testX]) {
        yield* slices(points.length, WORK_PER_ENTRY, (from, to) => {
          for (let k = from; k < to; k++) points[k] = points[k]! / 255;
        });
      }
      return;
    case 'unit-norm':
      for (const points of [x, testX]) {
        yield* slices(points.length / d, 2 * WORK_PER_ENTRY * d, (from, to) =>
          toUnitRows(points.subarray(from * d, to * d), d),
        );
      }
      return;
    case 'standardise':
      yield* standardise(x, testX, d);
  }
}

function toUnitRows(points: Float64Array, d: number): void {
  for (let start = 0; start < points.length; start += d) {
    let squares = 0;
    for (let k = start; k < start + d; k++) squares += points[k]! * points[k]!;
    if (squares === 0) continue;
    const norm = Math.sqrt(squares);
    for (let k = start; k < start + d; k++) points[k] = points[k]! / norm;
  }
}

/**
 * Entry by entry. Whether an entry is constant is read off the values: the rounded mean of n times 0.1 is not 0.1,
 * and the deviation would be rounding noise and not 0.
 */
function* standardise(x: Float64Array, testX: Float64Array, d: number): Work {
  const n = x.length / d;
  const mean = new Float64Array(d);
  const sd = new Float64Array(d);
  const constant = new Uint8Array(d).fill(1);
  yield* slices(x.length, WORK_PER_ENTRY, (from, to) => {
    for (let i = from; i < to; i++) {
      const k = i % d;
      mean[k] = mean[k]! + x[i]! / n;
      if (x[i] !== x[k]) constant[k] = 0;
    }
  });
  yield* slices(x.length, WORK_PER_ENTRY, (from, to) => {
    for (let i = from; i < to; i++) {
      const k = i % d;
      const deviation = x[i]! - mean[k]!;
      sd[k] = sd[k]! + deviation * deviation;
    }
  });
  for (let k = 0; k < d; k++) sd[k] = constant[k] === 1 ? 0 : Math.sqrt(sd[k]! / n);
  for (const points of [x, testX]) {
    yield* slices(points.length, WORK_PER_ENTRY, (from, to) => {
      for (let i = from; i < to; i++) {
        const k = i % d;
        points[i] = sd[k] === 0 ? 0 : (points[i]! - mean[k]!) / sd[k]!;
      }
    });
  }
}

/** 1000 → "1,000"; without the platform's locale. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Labels in words, ascending: their names, or numbers in ranges ("4", "0–4", "1, 3–5"); cut after ten. */
function labelList(labels: readonly number[], names: readonly string[] | undefined): string {
  if (names !== undefined) {
    const known = [...labels].sort((a, b) => a - b).map((label) => names[label] ?? String(label));
    return known.length > 10 ? `${known.slice(0, 10).join(', ')}, …` : known.join(', ');
  }
  const ranges: [first: number, last: number][] = [];
  for (const label of [...labels].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range !== undefined && label <= range[1] + 1) range[1] = label;
    else ranges.push([label, label]);
  }
  const words = ranges
    .slice(0, 10)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return ranges.length > 10 ? `${words.join(', ')}, …` : words.join(', ');
}
