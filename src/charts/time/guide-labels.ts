import { leastIndex } from 'd3-array';
import type { GuideCurve, TimeContent } from '../data/content.ts';
import { textMark, type AxisMark, type Text } from '../marks/axis-marks.ts';
import type { Geometry } from '../scales/geometry.ts';
import { placesOf } from './guide-curves.ts';
import { curvesBeside, isCrossed, LETTER, rectOf, type Rect } from './label-room.ts';

/** Height of a line, in em. */
const LINE = 1.2;
/** Of the part of a guide that is in the plot, where its name may stand: at its end, or before. */
const SHARES = [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1];
/** A name above its curve, and below it: how far down from the curve letters stand, in em. */
const ABOVE = -0.5;
const BELOW = 1.2;

/**
 * The names of the theory's curves where they end, or before that where a text or another curve is in the way. What is
 * not on the axis is named at its edge. A name for which there is no room is left out, for two on each other are none: the
 * table has them all.
 * @param notes what is written in the plot already
 */
export function guideLabels(
  content: TimeContent,
  geometry: Geometry,
  em: number,
  notes: readonly AxisMark[],
): readonly AxisMark[] {
  const { guides = [] } = content;
  const taken = notes.flatMap((note) => (note.kind === 'text' ? [rectOf(note, em)] : []));
  return guides.flatMap((guide): AxisMark[] => {
    const curves = curvesBeside(content, guide);
    const costOf = (text: Text): number => {
      const rect = rectOf(text, em);
      const covered = taken.filter((other) => !isApart(rect, other)).length;
      const crossed = curves.filter((curve) => isCrossed(rect, curve, geometry)).length;
      return (isInside(rect, geometry) ? 0 : OUTSIDE) + COVERED * covered + crossed;
    };
    const candidates = candidatesOf(guide, geometry, em);
    const best = candidates[leastIndex(candidates, costOf) ?? -1];
    if (best === undefined || costOf(best) >= COVERED) return [];
    taken.push(rectOf(best, em));
    return [best];
  });
}

/** What a place costs that is outside of the plot, or on another text; on a curve it costs 1. */
const OUTSIDE = 1_000;
const COVERED = 50;

function candidatesOf(guide: GuideCurve, geometry: Geometry, em: number): readonly Text[] {
  const { left, top, plotWidth, plotHeight } = geometry;
  const places = placesOf(guide, geometry).filter(({ x }) => x <= plotWidth);
  const last = places.at(-1);
  if (last === undefined) return [];
  const visible = places.filter(({ y }) => y >= 0 && y <= plotHeight);
  // What has no place on a logarithmic axis is below it.
  if (visible.length === 0) return edgeLabels(guide, geometry, last.y < 0, em);
  const wide = LETTER * em * guide.label.length;
  const at = (share: number, down: number): Text => {
    const { x, y } = visible[Math.round(share * (visible.length - 1))]!;
    // Ending where the curve is, as far as there is room before it.
    const end = Math.min(plotWidth - 0.3 * em, Math.max(x - 0.2 * em, wide + 0.3 * em));
    return text(guide.label, left + end, top + y + down * em);
  };
  const rises = visible.at(-1)!.y < visible[0]!.y;
  const sides = rises ? [ABOVE, BELOW] : [BELOW, ABOVE];
  return SHARES.flatMap((share) => sides.map((down) => at(share, down)));
}

/** Lines at the upper or the lower edge. */
const edgeLabels = (
  { label }: GuideCurve,
  { left, top, plotWidth, plotHeight }: Geometry,
  isAbove: boolean,
  em: number,
): readonly Text[] =>
  [0, 1, 2, 3].map((k) =>
    text(
      `${label} ${isAbove ? '↑' : '↓'}`,
      left + plotWidth - 0.3 * em,
      isAbove ? top + (1 + k * LINE) * em : top + plotHeight - (0.4 + k * LINE) * em,
    ),
  );

const text = (label: string, x: number, y: number): Text => textMark('note', label, x, y, 'end');

const isApart = (a: Rect, b: Rect): boolean =>
  a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

const isInside = ({ top, bottom }: Rect, { top: from, plotHeight }: Geometry): boolean =>
  top >= from - 2 && bottom <= from + plotHeight + 2;
