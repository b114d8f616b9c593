import type { LineSeries, TimeContent } from '../data/content.ts';
import { indexAt } from '../data/search.ts';
import type { Geometry } from '../scales/geometry.ts';

/**
 * The compared curve nearest to a place of the plot, of those that can be brought to the front; null where none is
 * within reach. Of curves that lie on each other it is one that is not in front: that one is there already.
 *
 * @param x,y pixels of the plot
 * @param reach pixels
 */
export function curveNear(
  { series, epochs, count }: TimeContent,
  { time, value }: Pick<Geometry, 'time' | 'value'>,
  x: number,
  y: number,
  reach: number,
): LineSeries | null {
  let nearest: LineSeries | null = null;
  let least = reach;
  const first = Math.max(0, indexAt(epochs, count, time.invert(x - reach)));
  for (const one of series) {
    if (one.kind !== 'line' || typeof one.point?.place !== 'number') continue;
    let distance = Infinity;
    for (let t = first; t < count; t++) {
      const left = time.position(epochs[t]!);
      const right = t + 1 < count ? time.position(epochs[t + 1]!) : left;
      const [from, to] = [value.position(one.values[t]!), value.position(one.values[t + 1] ?? NaN)];
      distance = Math.min(
        distance,
        toSegment(x - left, y - from, right - left, (t + 1 < count ? to : from) - from),
      );
      if (left > x + reach) break;
    }
    if (distance < least || (nearest?.point?.front === true && distance < least + 1)) {
      least = Math.min(least, distance);
      nearest = one;
    }
  }
  return nearest;
}

/** Distance of (x, y) from the segment from the origin to (dx, dy); Infinity where that has no place. */
function toSegment(x: number, y: number, dx: number, dy: number): number {
  if (Number.isNaN(y)) return Infinity;
  if (Number.isNaN(dy)) return Math.hypot(x, y);
  const square = dx * dx + dy * dy;
  const share = square > 0 ? Math.max(0, Math.min(1, (x * dx + y * dy) / square)) : 0;
  return Math.hypot(x - share * dx, y - share * dy);
}
