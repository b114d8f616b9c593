import type { GuideCurve, TimeContent } from '../data/content.ts';
import { indexAt } from '../data/search.ts';
import type { Text } from '../marks/axis-marks.ts';
import type { Geometry } from '../scales/geometry.ts';

/** Width of a letter, in em. */
export const LETTER = 0.52;

export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Line = Pick<GuideCurve, 'epochs' | 'values'> & { readonly count: number };

/** The curves that a name in the plot had better not lie on. @param own of the theory: the one that it is of */
export function curvesBeside(
  { series, epochs, count, guides = [] }: TimeContent,
  own: GuideCurve | null,
): readonly Line[] {
  const recorded = series.flatMap((one): Line[] =>
    one.kind === 'line' ? [{ epochs, count, values: one.values }] : [],
  );
  const others = guides.filter((guide) => guide !== own);
  return [...recorded, ...others.map((guide): Line => ({ ...guide, count: guide.epochs.length }))];
}

/** Places across a rectangle at which it is looked whether a curve is in it. */
const ACROSS = [0, 0.2, 0.4, 0.6, 0.8, 1];

export function isCrossed(
  rect: Rect,
  { epochs, count, values }: Line,
  { left, top, time, value }: Geometry,
): boolean {
  return ACROSS.some((share) => {
    const t = time.invert(rect.left + share * (rect.right - rect.left) - left);
    const y = top + value.position(values[indexAt(epochs, count, t)] ?? NaN);
    return y > rect.top && y < rect.bottom;
  });
}

export function rectOf({ text: { length }, x, y, anchor }: Text, em: number): Rect {
  const wide = LETTER * em * length;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - 0.9 * em, bottom: y + 0.3 * em };
}
