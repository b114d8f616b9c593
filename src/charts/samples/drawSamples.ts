import { traceMarker } from '../marks/markers.ts';
import type { Surface } from '../marks/surface.ts';
import type { SamplesContent } from './content.ts';
import type { SamplesGeometry } from './geometry.ts';

/** The mark stage: outlines over filled marks, discs of one class and squares of the other. CSS pixels. */
export function drawSamples(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  { labels, points, rings }: SamplesContent,
  { left, top, slot, value }: SamplesGeometry,
): void {
  const radius = Math.max(1, Math.min(0.34 * em, 0.3 * slot));
  const trace = (of: Float64Array, i: number, size: number): boolean => {
    const y = value.position(of[i]!);
    if (Number.isNaN(y)) return false;
    context.beginPath();
    traceMarker(context, labels[i]! > 0 ? 'disc' : 'square', left + (i + 0.5) * slot, top + y, size);
    return true;
  };
  context.save();
  context.lineWidth = em / 9;
  context.strokeStyle = palette.css('ink');
  for (let i = 0; i < labels.length; i++) {
    context.fillStyle = palette.css(labels[i]! > 0 ? 'positive' : 'negative');
    if (trace(points, i, radius)) context.fill();
    if (trace(rings, i, 1.5 * radius)) context.stroke();
  }
  context.restore();
}
