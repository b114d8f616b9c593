import type { TimeContent } from '../data/content.ts';
import { timeInWords } from '../data/moment.ts';
import { wrapped } from '../marks/wrap.ts';
import { BELOW_MIDDLE, crisp, lineMark, textMark, type AxisMark, type Text } from '../marks/axis-marks.ts';
import type { Geometry } from '../scales/geometry.ts';
import { guideAnchor } from './drawTimeChart.ts';
import { guideMarks } from './guides.ts';
import { curvesBeside, isCrossed, rectOf } from './label-room.ts';

/** Axes and grid, below the curves. */
export function timeAxisMarks(geometry: Geometry, em: number): readonly AxisMark[] {
  const { left, top, plotWidth, plotHeight, time, value, labelled } = geometry;
  const foot = top + crisp(plotHeight);
  // Epoch 0 has no place on a logarithmic axis: up to epoch 1 the axis is broken.
  const broken = time.kind === 'log' ? time.position(1) : 0;
  return [
    ...value.ticks.flatMap(({ label, position }): AxisMark[] => {
      if (label === '') return [];
      const y = top + crisp(position);
      return [
        lineMark('grid', left, y, left + plotWidth, y),
        textMark('label', label, left - 0.5 * em, y + BELOW_MIDDLE * em, 'end'),
      ];
    }),
    ...(broken > 0 ? [lineMark('broken', left, foot, left + broken, foot)] : []),
    lineMark('axis', left + broken, foot, left + plotWidth, foot),
    ...time.ticks.flatMap(({ label, position }): AxisMark[] => {
      const x = left + crisp(position);
      const tick = lineMark('axis', x, foot, x, foot + (label === '' ? 0.2 : 0.4) * em);
      if (!labelled || label === '') return [tick];
      return [tick, textMark('label', label, left + crisp(position), foot + 1.3 * em, 'middle')];
    }),
  ];
}

/** Marked epochs, and labels of reference lines and guides, above curves and veil. */
export function timeNoteMarks(content: TimeContent, geometry: Geometry, em: number): readonly AxisMark[] {
  const { left, top, plotHeight, marks } = geometry;
  const guide = guideLabel(content, geometry, em);
  const notes = [
    ...marks.flatMap(({ label, x, labelX }) => [
      lineMark('event', left + crisp(x), top - 0.35 * em, left + crisp(x), top + plotHeight),
      ...(label === '' ? [] : [textMark('event', label, left + labelX, top - 0.6 * em, 'middle')]),
    ]),
    ...content.references.map((reference) => referenceLabel(reference, content, geometry, em)),
    ...(guide ? [guide] : []),
  ];
  return [...notes, ...(guideMarks()?.labels(content, geometry, em, notes) ?? [])];
}

/** A line's name at its right end, or its left, above it or below: where it lies on fewer curves. It never leaves that end, so that nothing jumps. */
function referenceLabel(
  { value: at, label, below, atStart = false }: TimeContent['references'][number],
  content: TimeContent,
  geometry: Geometry,
  em: number,
): Text {
  const { left, top, plotWidth, plotHeight, value } = geometry;
  const y = value.position(at);
  // At the upper edge there is no room above the line.
  const sides = (below ?? y < 1.5 * em) ? [1.2, -0.4] : [-0.4, 1.2];
  const curves = curvesBeside(content, null);
  const x = left + (atStart ? 0.3 * em : plotWidth - 0.3 * em);
  const [first, second] = sides.map((down) =>
    textMark('note', label, x, top + y + down * em, atStart ? 'start' : 'end'),
  ) as [Text, Text];
  const costOf = (place: Text): number =>
    curves.filter((curve) => isCrossed(rectOf(place, em), curve, geometry)).length;
  const hasRoom = second.y > top + em && second.y < top + plotHeight;
  return hasRoom && costOf(second) < costOf(first) ? second : first;
}

/** Written beside the guide where the guide enters the plot. */
function guideLabel(content: TimeContent, geometry: Geometry, em: number): AxisMark | null {
  const { left, top, time, value } = geometry;
  const anchor = guideAnchor(content);
  if (!anchor || !content.guide) return null;
  const enters = Math.max(1, (anchor.value * anchor.t) / value.domain[1]);
  const t = time.kind === 'log' ? enters * 1.25 : enters + 0.02 * time.domain[1];
  const x = time.position(t);
  const y = value.position((anchor.value * anchor.t) / t);
  if (Number.isNaN(x) || Number.isNaN(y)) return null;
  const fits = x < time.range[1] - 4 * em;
  const stands = top + Math.max(0.9 * em, y - 0.5 * em);
  return textMark(
    'note',
    content.guide.label,
    left + (fits ? x + 0.5 * em : x - 0.9 * em),
    stands,
    fits ? 'start' : 'end',
  );
}

/** What the time axis is, and of which runs the curves are, at the foot of the box; the page has them as text. */
export function timeFootMarks(content: TimeContent, geometry: Geometry, em: number): readonly AxisMark[] {
  const { left, width, height, labelled, footLines } = geometry;
  if (!labelled) return [];
  const right = width - 0.3 * em;
  const room = (right - left) / em - 5;
  const lines = footLines === 1 ? [content.runs] : wrapped(content.runs, room, (text) => 0.52 * text.length);
  return [
    ...lines.map((line, k) =>
      textMark('label', line, left, height - (0.3 + 1.25 * (lines.length - 1 - k)) * em, 'start'),
    ),
    textMark('label', timeInWords(), right, height - 0.3 * em, 'end'),
  ].filter(({ text }) => text !== '');
}
