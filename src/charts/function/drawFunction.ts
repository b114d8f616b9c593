import { DASHES } from '../data/content.ts';
import type { LegendEntry } from '../legend/legend.ts';
import { tracePoints } from '../marks/line.ts';
import type { Surface } from '../marks/surface.ts';
import { placed, type FunctionGeometry } from './geometry.ts';

/** A function with the line it is drawn with; x and y in turn, NaN for a gap. */
export interface FunctionLine {
  readonly entry: LegendEntry;
  readonly points: Float64Array;
}

/** The mark stage: functions of z as lines. */
export function drawFunctions(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  lines: readonly FunctionLine[],
  geometry: FunctionGeometry,
): void {
  const unit = em / 13;
  context.save();
  context.lineJoin = 'round';
  for (const { entry, points } of lines) {
    context.strokeStyle = palette.css(entry.colour);
    context.lineWidth = entry.width * unit;
    context.setLineDash(DASHES[entry.dash].map((length) => length * unit));
    tracePoints(context, placed(points, geometry), points.length / 2);
    context.stroke();
  }
  context.restore();
}
