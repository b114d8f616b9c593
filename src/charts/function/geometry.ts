import { BELOW_MIDDLE, crisp, lineMark, textMark, type AxisMark } from '../marks/axis-marks.ts';
import type { Box } from '../scales/geometry.ts';
import { valueScale, type Scale } from '../scales/scales.ts';

/** Where functions of z stand in their box: pixels. */
export interface FunctionGeometry {
  readonly left: number;
  readonly top: number;
  readonly across: Scale;
  readonly value: Scale;
}

/** @param curves x and y in turn, NaN for a gap */
export function functionGeometry(
  curves: readonly Float64Array[],
  { width, height, em }: Box,
): FunctionGeometry {
  const ends = (odd: 0 | 1): [number, number] => {
    const all = curves.flatMap((points) => [...points].filter((v, k) => k % 2 === odd && v === v));
    return [all.reduce((a, b) => Math.min(a, b), 0), all.reduce((a, b) => Math.max(a, b), 0)];
  };
  const value = valueScale('linear', ends(1), [Math.max(1, height - 2.4 * em), 0], 2.4 * em);
  const widest = value.ticks.reduce((most, t) => Math.max(most, t.label.length), 3);
  const left = (0.62 * widest + 0.9) * em;
  const across = valueScale('linear', ends(0), [0, Math.max(1, width - left - 0.9 * em)], 1.9 * em);
  return { left, top: 0.6 * em, across, value };
}

export function functionMarks(
  { left, top, across, value }: FunctionGeometry,
  em: number,
): readonly AxisMark[] {
  const [bottom, right] = [top + value.range[0], left + across.range[1]];
  return [
    ...value.ticks.flatMap(({ label, position }): AxisMark[] => {
      const y = top + crisp(position);
      return [
        lineMark('grid', left, y, right, y),
        textMark('label', label, left - 0.5 * em, y + BELOW_MIDDLE * em, 'end'),
      ];
    }),
    ...across.ticks.flatMap(({ label, position, value: z }): AxisMark[] => {
      const x = left + crisp(position);
      return [
        lineMark(z === 0 ? 'axis' : 'grid', x, top, x, bottom),
        textMark('label', label, x, bottom + 1.3 * em, 'middle'),
      ];
    }),
    lineMark('axis', left, top + crisp(value.position(0)), right, top + crisp(value.position(0))),
  ];
}

/** A curve's points in pixels of the box. */
export const placed = (points: Float64Array, { left, top, across, value }: FunctionGeometry): Float64Array =>
  points.map((v, k) => (k % 2 === 0 ? left + across.position(v) : top + value.position(v)));
