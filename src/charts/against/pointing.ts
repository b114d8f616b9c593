import type { AgainstGeometry } from './scales.ts';
import type { AgainstContent, Place } from './series.ts';

/** A place by the index of its series and its own in it. */
export interface Pointed {
  readonly series: number;
  readonly place: number;
}

/** The place's middle in pixels of the plot: its mean, or the middle of its runs, or the rim where none has a value. */
export function middleOf({ place, value, rim }: AgainstGeometry, one: Place): { x: number; y: number } {
  const x = place.position(one.value);
  if (one.mean !== null) return { x, y: value.position(one.mean) };
  const ys = one.outcomes.flatMap((outcome) =>
    outcome.kind === 'value' ? [value.position(outcome.value)] : [],
  );
  if (ys.length === 0) return { x, y: rim ?? 0 };
  return { x, y: ys.reduce((sum, y) => sum + y, 0) / ys.length };
}

/**
 * The place under the pointer: nearest along the axis, and of those at the same value the nearest in height.
 * @param x @param y pixels of the plot
 */
export function placeUnder(
  content: AgainstContent,
  geometry: AgainstGeometry,
  x: number,
  y: number,
): Pointed | null {
  let found: Pointed | null = null;
  let [across, along] = [Infinity, Infinity];
  for (const [s, { places }] of content.series.entries()) {
    for (const [k, one] of places.entries()) {
      const middle = middleOf(geometry, one);
      const [dx, dy] = [Math.abs(middle.x - x), Math.abs(middle.y - y)];
      const isNearer = dx < across - 0.5 || (dx < across + 0.5 && dy < along);
      if (!isNearer) continue;
      found = { series: s, place: k };
      [across, along] = [dx, dy];
    }
  }
  return found;
}

/** Where an arrow key leads: left and right to the next value, up and down to the next curve; null for other keys. */
export function placeByKey({ series }: AgainstContent, key: string, from: Pointed): Pointed | null {
  const within = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));
  const moved = (toSeries: number, toPlace: number): Pointed => {
    const s = within(toSeries, series.length);
    return { series: s, place: within(toPlace, series[s]?.places.length ?? 1) };
  };
  switch (key) {
    case 'ArrowLeft':
      return moved(from.series, from.place - 1);
    case 'ArrowRight':
      return moved(from.series, from.place + 1);
    case 'ArrowUp':
      return moved(from.series - 1, from.place);
    case 'ArrowDown':
      return moved(from.series + 1, from.place);
    default:
      return null;
  }
}
