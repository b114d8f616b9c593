import type { LineSeries } from '../data/content.ts';
import { traceBand } from '../marks/band.ts';
import { setStroke } from './pen.ts';
import type { Pen } from './pen.ts';

/** On what is still an empty canvas: where bands cross, the one on top is seen alone, and all have their edges. */
export function drawBands(pen: Pen, lines: readonly LineSeries[]): void {
  const { context, palette } = pen;
  const banded = lines.filter(({ band }) => band !== null);
  for (const series of banded) {
    traceBandOf(pen, series);
    context.globalCompositeOperation = 'destination-out';
    context.fill();
    context.globalCompositeOperation = 'source-over';
    context.globalAlpha = 0.16;
    context.fillStyle = palette.css(series.colour);
    context.fill();
    context.globalAlpha = 1;
  }
  if (banded.length < 2) return;
  context.globalAlpha = 0.4;
  for (const series of banded) {
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
