import { BELOW_MIDDLE, crisp, lineMark, textMark, type AxisMark } from '../marks/axis-marks.ts';
import type { SliceGeometry } from './scene.ts';

/** Axes and grid of a slice. @param labels of both axes */
export function sliceMarks(
  { left, top, width, height, across, up }: SliceGeometry,
  labels: readonly [string, string],
  em: number,
): readonly AxisMark[] {
  const [foot, right] = [top + height, left + width];
  const role = (value: number) => (value === 0 ? 'axis' : 'grid');
  return [
    ...up.ticks.flatMap(({ value, label, position }) => {
      const y = top + crisp(position);
      return [
        lineMark(role(value), left, y, right, y),
        textMark('label', label, left - 0.5 * em, y + BELOW_MIDDLE * em, 'end'),
      ];
    }),
    ...across.ticks.flatMap(({ value, label, position }) => {
      const x = left + crisp(position);
      return [lineMark(role(value), x, top, x, foot), textMark('label', label, x, foot + 1.3 * em, 'middle')];
    }),
    textMark('label', `${labels[0]} →`, right, foot + 2.5 * em, 'end'),
    textMark('label', `↑ ${labels[1]}`, left, top - 0.5 * em, 'start'),
  ];
}
