import { bisectRight } from 'd3-array';
import type { AxisKind, BundleSeries, LineSeries, TimeContent, TimeMark } from '../data/content.ts';
import { useClock } from '../../state/clock.ts';
import { formatCount, formatPercent } from '../data/format.ts';
import { heldExtent } from './hold.ts';
import type { Hold } from './hold.ts';
import { timeScale, valueScale } from './scales.ts';
import type { Scale } from './scales.ts';

/** The plot's rectangle in its box, and how numbers become places: the scale stage. Pixels. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** Whether the time axis is written out. */
  readonly labelled: boolean;
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly time: Scale;
  readonly value: Scale;
  /** Recorded values without a place on a logarithmic axis (zero or below): left out, and the chart says so. */
  readonly omitted: number;
  /** Lines below the time axis that say what is shown: two or three where one has no room for it. */
  readonly footLines: number;
  /** The content's marks that lie within the time axis, in pixels of the plot. */
  readonly marks: readonly PlacedMark[];
}

/** A mark's line at x; its label is centred above it as far as the box allows. */
export interface PlacedMark {
  readonly label: string;
  readonly x: number;
  readonly labelX: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Font size of the chart in pixels: all margins follow it. */
  readonly em: number;
}

/**
 * @param last the last epoch of the time axis (the planned one while a run streams)
 * @param labelled whether the time axis is written out; a chart above another leaves that to the lower one
 * @param clock what its points are, where they are not epochs
 * @param hold keeps the value axis still while runs are on their way; absent: it fits what is there
 */
export function timeGeometry(
  content: TimeContent,
  box: Box,
  timeKind: AxisKind,
  last: number,
  labelled = true,
  hold?: Hold,
  clock = useClock.getState().clock,
): Geometry {
  const { em } = box;
  const marks = (content.marks ?? []).filter(({ epoch }) => epoch <= last);
  // Labels of marks have a line of their own above the plot: nothing else is written there.
  const top = (marks.length > 0 ? 1.7 : 0.6) * em;
  const footLines = footLinesOf(content, box.width / em);
  const bottom = (labelled ? 1.6 + 1.25 * footLines : 0.7) * em;
  const plotHeight = Math.max(1, box.height - top - bottom);
  const { extent: needed, omitted: counted } = extentOf(content, last);
  const key = `${content.axis} ${content.valueLabel}`;
  const extent = hold ? heldExtent(hold, key, needed, content.growing) : needed;
  const omitted = content.omitted ?? counted;
  const scaled = valueScale(content.axis, extent, [plotHeight, 0], 2.4 * em);
  const value = content.percent
    ? {
        ...scaled,
        ticks: scaled.ticks.map((t) => ({ ...t, label: formatPercent(t.value).replace('.0 ', ' ') })),
      }
    : scaled;
  const widest = value.ticks.reduce((most, t) => Math.max(most, t.label.length), 4.5);
  const left = Math.min(0.35 * box.width, (0.62 * widest + 0.9) * em);
  const lastLabel = (clock?.cell ?? formatCount)(last).length;
  const plotWidth = Math.max(1, box.width - left - (0.32 * lastLabel + 0.3) * em);
  const time = timeScale(timeKind, last, plotWidth, (0.62 * lastLabel + 1.5) * em, clock?.spacing);
  return {
    width: box.width,
    height: box.height,
    labelled,
    left,
    top,
    plotWidth,
    plotHeight,
    time,
    value,
    omitted,
    footLines,
    marks: placedMarks(marks, time, { ...box, left }),
  };
}

/** Lines that a content's note about its runs takes, the same however many of them are there yet. @param width em */
function footLinesOf({ runs }: TimeContent, width: number): number {
  const length = 0.52 * runs.replace(/\d+ of (?=\d+ runs)/, '').length;
  // The value axis and "epoch t" are beside it.
  if (length === 0 || length + 6 <= width - 6) return 1;
  return Math.max(2, Math.min(3, Math.ceil(length / Math.max(1, width - 9.5))));
}

/**
 * Marks of one epoch share a label. From the last on a label makes room for those after it, and where none is left to it the
 * line stands alone.
 */
function placedMarks(
  marks: readonly TimeMark[],
  time: Scale,
  { width, left, em }: Box & { readonly left: number },
): readonly PlacedMark[] {
  const labels = new Map<number, string>();
  for (const { epoch, label } of marks) {
    const other = labels.get(epoch);
    labels.set(epoch, other === undefined ? label : `${other}, ${label}`);
  }
  let end = width - left;
  const fromLast = [...labels].sort(([a], [b]) => b - a);
  const found = fromLast.map(([epoch, label]): PlacedMark => {
    const x = time.position(epoch);
    const half = 0.29 * em * label.length;
    const labelX = Math.min(end - half, Math.max(half - left, x));
    if (labelX < half - left && end < width - left) return { label: '', x, labelX: x };
    end = labelX - half - 0.6 * em;
    return { label, x, labelX: Math.max(half - left, labelX) };
  });
  return found.reverse();
}

/** Of several contents, what all of their value axes have to show, so that they are the same. */
export function commonInclude(contents: readonly TimeContent[], last: number): readonly number[] {
  return contents.flatMap((content) => extentOf(content, last).extent).filter(Number.isFinite);
}

/**
 * Smallest and largest value on the axis, of the positive ones on a logarithmic axis; of the run before the last change
 * as far as the time axis goes.
 */
function extentOf(
  content: TimeContent,
  last: number,
): { extent: readonly [number, number]; omitted: number } {
  const log = content.axis === 'log';
  const span: Span = { low: Infinity, high: -Infinity, omitted: 0, log };
  for (const value of [...content.include, ...content.references.map((r) => r.value)]) include(span, value);
  if (content.before) {
    const { epochs, count, series } = content.before.content;
    const shown = bisectRight(epochs, last, 0, count);
    for (const one of series) if (one.kind === 'line') lineExtent(span, one, shown);
  }
  // Of what is in front, it is said how much has no place.
  span.omitted = 0;
  for (const series of content.series) {
    if (series.kind === 'line') lineExtent(span, series, content.count);
    else bundleExtent(span, series, content.count);
  }
  guideExtents(span, content, last);
  if (content.percent)
    return { extent: [Math.max(0, span.low), Math.min(1, span.high)], omitted: span.omitted };
  return { extent: [span.low, span.high], omitted: span.omitted };
}

interface Span {
  low: number;
  high: number;
  omitted: number;
  readonly log: boolean;
}

function include(span: Span, value: number): void {
  if (span.log && value <= 0) span.omitted++;
  else if (Number.isFinite(value)) {
    if (value < span.low) span.low = value;
    if (value > span.high) span.high = value;
  }
}

/** How far an axis goes beyond what was recorded for a curve of the theory: decades, or as much again. */
const DECADES_BEYOND = 4;

/** Of a bound that is far away only the part near the curves has a place: they are what is looked at. */
function guideExtents(span: Span, { guides = [] }: TimeContent, last: number): void {
  const { low, high, log } = span;
  if (low > high) return;
  const factor = 10 ** DECADES_BEYOND;
  const least = log ? low / factor : low - (high - low);
  const greatest = log ? high * factor : high + (high - low);
  for (const { epochs, values } of guides) {
    for (let k = 0; k < values.length && epochs[k]! <= last; k++) {
      const value = values[k]!;
      if (value >= least && value <= greatest) include(span, value);
    }
  }
}

function lineExtent(span: Span, { values, band, members = [] }: LineSeries, count: number): void {
  for (let t = 0; t < count; t++) include(span, values[t]!);
  const { omitted } = span;
  const around = band ? [band.low, band.high, ...members] : members;
  for (const edge of around) for (let t = 0; t < count; t++) include(span, edge[t]!);
  // What has no place is counted once.
  span.omitted = omitted;
}

function bundleExtent(span: Span, { matrix, stride, columns }: BundleSeries, count: number): void {
  const least = span.log ? 0 : -Infinity;
  let { low, high } = span;
  for (let t = 0; t < count; t++) {
    const row = t * stride;
    for (let k = 0; k < columns.length; k++) {
      const value = matrix[row + columns[k]!]!;
      if (value < low && value > least) low = value;
      if (value > high) high = value;
      if (value <= least) span.omitted++;
    }
  }
  span.low = low;
  span.high = high;
}
