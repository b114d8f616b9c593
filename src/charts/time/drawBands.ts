import type { LineSeries } from '../data/content.ts';
import type { Scale } from '../scales/scales.ts';
import { traceBand } from '../marks/band.ts';
import { setStroke } from './pen.ts';
import type { Pen } from './pen.ts';

/** Opacity of a band alone, of the one in front among several, and of the others, which are many. */
const ALONE = 0.16;
const FRONT = 0.2;
const BEHIND = 0.07;
/** So many bands still have edges, each its own; of more, the one in front alone. */
const EDGED = 3;

/** What is in front is on top and the strongest: the widest line, which comes last. */
export function drawBands(pen: Pen, lines: readonly LineSeries[]): void {
  const { context, palette } = pen;
  const banded = lines.filter(({ band }) => band !== null);
  const front = banded.at(-1);
  for (const series of banded) {
    traceBandOf(pen, series);
    context.globalAlpha = banded.length === 1 ? ALONE : series === front ? FRONT : BEHIND;
    context.fillStyle = palette.css(series.colour);
    context.fill();
  }
  const edged = banded.length < 2 ? [] : banded.length <= EDGED ? banded : [front!];
  context.globalAlpha = 0.4;
  for (const series of edged) {
    traceBandOf(pen, series);
    setStroke(pen, palette.css(series.colour), 'solid', 0.75);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/**
 * Of all epochs in one pixel's column the highest upper and the lowest lower edge, where the first of them is: an edge is
 * at most a pixel beside where it belongs, no extreme is lost, and a noisy band has two points a pixel.
 */
function traceBandOf({ context, content, geometry, scratch, ratio }: Pen, { band }: LineSeries): void {
  if (!band) return;
  const { value } = geometry;
  const starts: number[] = [];
  for (let k = 0, column = -Infinity; k < content.count; k++) {
    const at = Math.floor(scratch.xs[k]!);
    // The last epoch is where the band ends.
    if (at === column && k < content.count - 1) continue;
    column = at;
    starts.push(k);
  }
  const endOf = (k: number): number => starts[k + 1] ?? content.count;
  traceBand(
    context,
    Float64Array.from(starts, (k) => scratch.xs[k]!),
    starts.length,
    (k) => extremeOf(band.high, starts[k]!, endOf(k), Math.max, value) * ratio,
    (k) => extremeOf(band.low, starts[k]!, endOf(k), Math.min, value) * ratio,
    value.range[0] * ratio,
  );
}

/** The place of the extreme value at from, …, to − 1 of those that have one; NaN where none has. */
function extremeOf(
  values: Float64Array,
  from: number,
  to: number,
  better: (a: number, b: number) => number,
  { position }: Scale,
): number {
  let found = values[from]!;
  for (let k = from + 1; k < to; k++) {
    const value = values[k]!;
    if (Number.isNaN(found)) found = value;
    else if (!Number.isNaN(value)) found = better(found, value);
  }
  return position(found);
}
