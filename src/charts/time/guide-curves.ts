import type { GuideCurve } from '../data/content.ts';
import type { Geometry } from '../scales/geometry.ts';
import { tracePoints } from '../marks/line.ts';
import { setStroke, type Pen } from './pen.ts';

const WIDTH = 1.25;
/** Opacity outside of the assumptions. */
const FAINT = 0.5;

/** Draws the curves of the theory, below what was recorded. */
export function drawGuideCurves(pen: Pen): void {
  const { context, content, geometry, palette, ratio } = pen;
  for (const guide of content.guides ?? []) {
    const points = Float64Array.from(placesOf(guide, geometry).flatMap(({ x, y }) => [x * ratio, y * ratio]));
    tracePoints(context, points, guide.epochs.length);
    setStroke(pen, palette.css('guide'), guide.dash, WIDTH);
    context.globalAlpha = guide.faint ? FAINT : 1;
    context.stroke();
  }
  context.globalAlpha = 1;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a guide is, in pixels of the plot; y is NaN where its value has no place. */
export const placesOf = (
  { epochs, values }: GuideCurve,
  { time, value }: Pick<Geometry, 'time' | 'value'>,
): readonly Place[] => Array.from(epochs, (t, k) => ({ x: time.position(t), y: value.position(values[k]!) }));
