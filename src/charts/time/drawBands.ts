import type { LineSeries } from '../data/content.ts';
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

function traceBandOf({ context, content, geometry, scratch, ratio }: Pen, { band }: LineSeries): void {
  if (!band) return;
  const { value } = geometry;
  const step = Math.max(1, Math.floor(content.count / (4 * geometry.plotWidth * ratio)));
  const count = Math.ceil(content.count / step);
  const last = content.count - 1;
  const at = (k: number): number => (k === count - 1 ? last : k * step);
  for (let k = 0; k < count; k++) scratch.ys[k] = scratch.xs[at(k)]!;
  traceBand(
    context,
    scratch.ys,
    count,
    (k) => value.position(band.high[at(k)]!) * ratio,
    (k) => value.position(band.low[at(k)]!) * ratio,
    value.range[0] * ratio,
  );
}
