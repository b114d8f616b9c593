import { BELOW_MIDDLE, crisp, lineMark, textMark, type AxisMark } from '../marks/axis-marks.ts';
import type { AgainstGeometry } from './scales.ts';
import { varied, type AgainstContent } from './series.ts';

/** Axes and grid below the marks; what stands above the plot is named there. */
export function againstMarks(
  content: AgainstContent,
  geometry: AgainstGeometry,
  em: number,
): readonly AxisMark[] {
  const { left, top, plotWidth, plotHeight, place, value, rim } = geometry;
  const { name, symbol } = varied(content);
  const foot = top + crisp(plotHeight);
  const beside = left - 0.5 * em;
  const rimText = rim === null ? '' : rimLabel(content);
  return [
    ...(rim === null || rimText === ''
      ? []
      : [textMark('label', rimText, beside, top + rim + BELOW_MIDDLE * em, 'end')]),
    ...value.ticks.flatMap(({ label, position }): AxisMark[] => {
      if (label === '') return [];
      const y = top + crisp(position);
      return [
        lineMark('grid', left, y, left + plotWidth, y),
        textMark('label', label, beside, y + BELOW_MIDDLE * em, 'end'),
      ];
    }),
    ...(place.broken > 0 ? [lineMark('broken', left, foot, left + place.broken, foot)] : []),
    lineMark('axis', left + place.broken, foot, left + plotWidth, foot),
    ...place.ticks.flatMap(({ label, position }): AxisMark[] => {
      const x = left + crisp(position);
      const tick = lineMark('axis', x, foot, x, foot + 0.35 * em);
      return label === '' ? [tick] : [tick, textMark('label', label, x, foot + 1.3 * em, 'middle')];
    }),
    textMark('label', `${name} ${symbol}`.trim(), left + plotWidth, foot + 2.55 * em, 'end'),
  ];
}

/** ○ and × are the marks of the runs there. */
function rimLabel({ series, spec }: AgainstContent): string {
  const kinds = new Set(
    series.flatMap(({ places }) => places.flatMap(({ outcomes }) => outcomes.map((o) => o.kind))),
  );
  if (kinds.has('never') && kinds.has('diverged')) return '○× none';
  return kinds.has('never')
    ? '○ never'
    : spec.moment === 'playhead' && !kinds.has('diverged')
      ? ''
      : '× div.';
}
