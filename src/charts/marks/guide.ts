import type { Scale } from '../scales/scales.ts';
import type { Path } from './line.ts';

/** A law c·t^−1 through one point (t₁, v₁): the rate that K Thm 4.1(iv) gives for the loss, Θ(1/t). */
export interface GuideAnchor {
  readonly t: number;
  readonly value: number;
}

/**
 * Traces v = v₁ t₁ / t for t from 1 to the end of the axis, one point each `step` pixels, where it lies on the axis.
 * @returns the last point traced, or null when nothing of it is on the axis
 */
export function traceGuide(
  path: Path,
  anchor: GuideAnchor,
  time: Scale,
  value: Scale,
  step = 4,
): { x: number; y: number } | null {
  path.beginPath();
  const [bottom, top] = value.range;
  const from = time.position(1);
  const to = time.range[1];
  let last: { x: number; y: number } | null = null;
  for (let k = 0; k <= Math.ceil((to - from) / step); k++) {
    const x = Math.min(to, from + k * step);
    const t = Math.max(1, time.invert(x));
    const y = value.position((anchor.value * anchor.t) / t);
    if (!(y <= bottom + 0.5 && y >= top - 0.5)) continue;
    if (last) path.lineTo(x, y);
    else path.moveTo(x, y);
    last = { x, y };
  }
  return last;
}
