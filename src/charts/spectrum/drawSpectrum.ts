import type { Snapshot } from '../../core/observe/recorder.ts';
import { bars } from '../marks/bars.ts';
import type { Bar } from '../marks/bars.ts';
import type { Surface } from '../marks/surface.ts';
import type { SpectrumGeometry } from './geometry.ts';

/** Of a bar's slot. */
const FILL = 0.66;

/** Singular values as bars, or dots on a logarithmic axis; those of W(0) as outlines. CSS pixels. */
export function drawSpectrum(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  { left, top, length, slots, value }: SpectrumGeometry,
  now: Snapshot,
  initial: Snapshot,
): void {
  context.save();
  context.translate(left, top);
  context.fillStyle = palette.css('accent');
  context.strokeStyle = palette.css('ink');
  context.lineWidth = em / 10;
  const dots = value.kind === 'log';
  const radius = Math.min(0.38 * em, (0.45 * length) / Math.max(1, slots));
  const trace = (bar: Bar): void => {
    context.beginPath();
    if (dots) context.arc(bar.x + bar.width / 2, bar.y, radius, 0, 2 * Math.PI);
    else context.rect(bar.x, bar.y, bar.width, bar.height);
  };
  for (const bar of bars(now.singularValues, slots, value, length, FILL)) {
    if (!bar) continue;
    trace(bar);
    context.fill();
  }
  for (const bar of bars(initial.singularValues, slots, value, length, FILL)) {
    if (!bar) continue;
    trace(bar);
    context.stroke();
  }
  context.restore();
}
