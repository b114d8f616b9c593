import { BELOW_MIDDLE, crisp, lineMark, textMark, type AxisMark } from '../marks/axis-marks.ts';
import type { Box } from '../scales/geometry.ts';
import { valueScale, type Scale } from '../scales/scales.ts';
import type { SamplesContent } from './content.ts';

/** Where the samples' numbers stand in their box: pixels. */
export interface SamplesGeometry {
  readonly left: number;
  readonly top: number;
  readonly length: number;
  readonly slot: number;
  readonly value: Scale;
}

export function samplesGeometry(content: SamplesContent, { width, height, em }: Box): SamplesGeometry {
  const { axis, points, rings, lines, labels } = content;
  const all = [...points, ...rings, ...lines.map((line) => line.value)].filter(
    (value) => Number.isFinite(value) && (axis === 'linear' || value > 0),
  );
  const extent = [
    all.reduce((a, b) => Math.min(a, b), Infinity),
    all.reduce((a, b) => Math.max(a, b), -Infinity),
  ] as const;
  const value = valueScale(axis, extent, [Math.max(1, height - 3.3 * em), 0], 2 * em);
  const widest = value.ticks.reduce((most, { label }) => Math.max(most, label.length), 3);
  const left = (0.62 * widest + 0.9) * em;
  const length = Math.max(1, width - left - 0.6 * em);
  return { left, top: 0.6 * em, length, slot: length / Math.max(1, labels.length), value };
}

export function samplesMarks(
  { lines, labels }: SamplesContent,
  { left, top, length, slot, value }: SamplesGeometry,
  em: number,
): readonly AxisMark[] {
  const [bottom, right] = [top + value.range[0], left + length];
  const every = Math.max(1, Math.ceil((1.8 * em) / slot));
  return [
    ...value.ticks.flatMap(({ label, position }): AxisMark[] => {
      if (label === '') return [];
      const y = top + crisp(position);
      return [
        lineMark('grid', left, y, right, y),
        textMark('label', label, left - 0.5 * em, y + BELOW_MIDDLE * em, 'end'),
      ];
    }),
    ...lines.flatMap(({ value: at, label, below }): AxisMark[] => {
      const y = top + crisp(value.position(at));
      return [
        lineMark('broken', left, y, right, y),
        textMark('note', label, right, y + (below === true ? 1.05 : -0.35) * em, 'end'),
      ];
    }),
    lineMark('axis', left, bottom, right, bottom),
    ...Array.from(labels, (_, i) => i)
      .filter((i) => i % every === 0)
      .map((i) => textMark('label', String(i + 1), left + (i + 0.5) * slot, bottom + 1.3 * em, 'middle')),
    textMark('label', 'point', right, bottom + 2.5 * em, 'end'),
  ];
}
