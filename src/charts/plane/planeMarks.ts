import { BELOW_MIDDLE, crisp, lineMark, textMark, type AxisMark } from '../marks/axis-marks.ts';
import type { Plane } from './trails.ts';

/** Axes and grid of the plane of signal and noise. */
export function planeMarks(plane: Plane, em: number): readonly AxisMark[] {
  const { signal, noise, left, top, width, height } = plane;
  const foot = top + height;
  const role = (value: number) => (value === 0 ? 'axis' : 'grid');
  return [
    ...noise.ticks.flatMap(({ value, label, position }) => {
      const y = top + crisp(position);
      return [
        lineMark(role(value), left, y, left + width, y),
        textMark('label', label, left - 0.5 * em, y + BELOW_MIDDLE * em, 'end'),
      ];
    }),
    ...signal.ticks.flatMap(({ value, label, position }) => {
      const x = left + crisp(position);
      return [lineMark(role(value), x, top, x, foot), textMark('label', label, x, foot + 1.3 * em, 'middle')];
    }),
    textMark('label', 'signal ⟨w, μ⟩ →', left + width, foot + 2.5 * em, 'end'),
    textMark('label', '↑ noise max ⟨w, ξ⟩', 0.4 * em, top - 0.5 * em, 'start'),
  ];
}
