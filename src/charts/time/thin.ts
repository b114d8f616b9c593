import type { AxisKind, BundleSeries, LineSeries, Series, TimeContent } from '../data/content.ts';
import { timeScale } from '../scales/scales.ts';

/** Of each curve in each bucket: its first value, both extremes in their order, and its last. */
const ROWS = 4;

/** Curves that grow together: the columns of a row-major matrix, and what is left of them when thinned. */
interface ThinCurves {
  /** ROWS rows for each bucket, a column for each curve. */
  matrix: Float64Array;
  /** Values without a place on a logarithmic axis. */
  omitted: number;
}

/** What a chart remembers of a long recording: grown with it, and made anew when the axis or the source changed. */
export interface Thinning {
  key: readonly unknown[];
  /** Epochs taken in. */
  taken: number;
  /** Buckets begun. */
  buckets: number;
  /** Position of the bucket that is being filled. */
  at: number;
  /** t of each row. */
  epochs: Float64Array;
  curves: ThinCurves[];
}

export const createThinning = (): Thinning => ({
  key: [],
  taken: 0,
  buckets: 0,
  at: -1,
  epochs: new Float64Array(0),
  curves: [],
});

/** Columns of values over the content's epochs. */
interface Source {
  readonly matrix: Float64Array;
  readonly stride: number;
  readonly columns: ArrayLike<number>;
}

const FIRST_COLUMN = [0];
const single = (matrix: Float64Array): Source => ({ matrix, stride: 1, columns: FIRST_COLUMN });
const sourcesOf = (series: Series): readonly Source[] => {
  if (series.kind === 'bundle') return [series];
  return columnsOf(series).map(single);
};
/** Of a line: its values first. */
const columnsOf = ({ values, band, members = [] }: LineSeries): readonly Float64Array[] =>
  band === null ? [values, ...members] : [values, band.low, band.high];

/**
 * The content as far as `buckets` places along the time axis can show it: of all values in one place the first, the
 * smallest, the largest and the last, in their order. So no extreme is lost, and scales and marks cost what the screen
 * costs. Only epochs that were not there before are looked at, as long as `content.source` says that those before are
 * the same. Content that is short already stays as it is.
 *
 * @param last the end of the time axis
 */
export function thinned(
  content: TimeContent,
  thinning: Thinning,
  time: AxisKind,
  last: number,
  buckets: number,
): TimeContent {
  if (content.count <= 2 * ROWS * buckets) return content;
  const sources = content.series.flatMap(sourcesOf);
  begin(thinning, content, sources, [time, last, buckets]);
  takeIn(thinning, content, sources, timeScale(time, last, buckets, buckets).position);
  const { curves, epochs } = thinning;
  let next = 0;
  const counted: ThinCurves[] = [];
  const series = content.series.map((one): Series => {
    if (one.kind === 'bundle') {
      counted.push(curves[next]!);
      return thinBundle(one, curves[next++]!);
    }
    const from = next;
    next += columnsOf(one).length;
    counted.push(curves[from]!);
    return thinLine(one, curves.slice(from, next), thinning.buckets);
  });
  const omitted = counted.reduce((sum, curve) => sum + curve.omitted, 0);
  return { ...content, epochs, count: ROWS * thinning.buckets, series, omitted };
}

const thinBundle = (series: BundleSeries, { matrix }: ThinCurves): BundleSeries => ({
  ...series,
  matrix,
  stride: series.columns.length,
  columns: Int32Array.from(series.columns, (_, k) => k),
});

/** @param curves of its columns, in their order */
function thinLine(series: LineSeries, curves: readonly ThinCurves[], buckets: number): LineSeries {
  const [values, ...around] = curves.map(({ matrix }) => matrix);
  const line = { ...series, values: values! };
  if (series.band === null) return series.members ? { ...line, members: around } : line;
  const [low, high] = around;
  return { ...line, band: { mean: values!, low: low!, high: high!, count: ROWS * buckets } };
}

/** Starts again unless what was taken in is the beginning of this content. */
function begin(
  thinning: Thinning,
  { source, axis, count, series }: TimeContent,
  sources: readonly Source[],
  place: readonly [AxisKind, number, number],
): void {
  // Columns may be other objects in each content; names and numbers tell one set of series from another.
  const names = series.map(({ label }) => label);
  const key = [source, axis, ...place, ...names, ...sources.map(({ columns }) => columns.length)];
  const goesOn =
    source !== undefined &&
    thinning.taken <= count &&
    key.length === thinning.key.length &&
    key.every((part, k) => part === thinning.key[k]);
  if (goesOn) return;
  const rows = ROWS * (place[2] + 2);
  thinning.key = key;
  thinning.taken = 0;
  thinning.buckets = 0;
  thinning.at = -1;
  thinning.epochs = new Float64Array(rows);
  thinning.curves = sources.map(({ columns }) => ({
    matrix: new Float64Array(rows * columns.length),
    omitted: 0,
  }));
}

function takeIn(
  thinning: Thinning,
  { epochs, count, axis }: TimeContent,
  sources: readonly Source[],
  position: (t: number) => number,
): void {
  const least = axis === 'log' ? 0 : -Infinity;
  const bucketOf = (t: number): number => Math.floor(position(epochs[t]!));
  for (let from = thinning.taken; from < count;) {
    const at = bucketOf(from);
    const to = endOfBucket(bucketOf, at, from, count);
    const opens = at !== thinning.at;
    if (opens) {
      thinning.at = at;
      thinning.buckets++;
    }
    const row = ROWS * (thinning.buckets - 1);
    if (opens) thinning.epochs[row] = epochs[from]!;
    // Extremes have the bucket's last place: within it nobody sees where they are.
    thinning.epochs.fill(epochs[to - 1]!, row + 1, row + ROWS);
    for (let s = 0; s < sources.length; s++) {
      addRows(thinning.curves[s]!, sources[s]!, from, to, row, opens, least);
    }
    from = to;
  }
  thinning.taken = count;
}

/** The first of from + 1, …, count that is not in the bucket, by steps that double and then halve: epochs ascend. */
function endOfBucket(bucketOf: (t: number) => number, at: number, from: number, count: number): number {
  let inside = from;
  let step = 1;
  while (inside + step < count && bucketOf(inside + step) === at) {
    inside += step;
    step *= 2;
  }
  let outside = Math.min(count, inside + step);
  while (outside - inside > 1) {
    const middle = (inside + outside) >> 1;
    if (bucketOf(middle) === at) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** Takes the values at from, …, to − 1, all of one bucket, into its four rows. */
function addRows(
  curves: ThinCurves,
  { matrix, stride, columns }: Source,
  from: number,
  to: number,
  row: number,
  opens: boolean,
  least: number,
): void {
  const into = curves.matrix;
  const n = columns.length;
  for (let k = 0; k < n; k++) {
    const at = row * n + k;
    let first = opens ? NaN : into[at]!;
    let low = Math.min(into[at + n]!, into[at + 2 * n]!);
    let high = Math.max(into[at + n]!, into[at + 2 * n]!);
    let lowIsSecond = into[at + n] === low;
    let last = into[at + 3 * n]!;
    for (let t = from, i = from * stride + columns[k]!; t < to; t++, i += stride) {
      const value = matrix[i]!;
      if (!(value > least)) {
        if (value <= least) curves.omitted++;
        continue;
      }
      if (Number.isNaN(first)) first = low = high = value;
      else if (value < low) {
        low = value;
        lowIsSecond = false;
      } else if (value > high) {
        high = value;
        lowIsSecond = true;
      }
      last = value;
    }
    if (Number.isNaN(first)) low = high = last = NaN;
    into[at] = first;
    into[at + n] = lowIsSecond ? low : high;
    into[at + 2 * n] = lowIsSecond ? high : low;
    into[at + 3 * n] = last;
  }
}
