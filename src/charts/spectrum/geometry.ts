import type { Snapshot } from '../../core/observe/recorder.ts';
import type { AxisKind } from '../data/content.ts';
import { valueScale } from '../scales/scales.ts';
import type { Scale } from '../scales/scales.ts';
import { BELOW_MIDDLE, crisp, lineMark, textMark, type AxisMark } from '../marks/axis-marks.ts';

/** Where the bars of a spectrum stand in their box: pixels. */
export interface SpectrumGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly length: number;
  readonly slots: number;
  readonly value: Scale;
}

interface SpectrumExtent {
  readonly extent: readonly [number, number];
  readonly slots: number;
}

/** Extent of all the spectra so far, so that the axis stands still while the bars move. */
export function spectrumExtent(snapshots: readonly Snapshot[], axis: AxisKind): SpectrumExtent {
  let low = axis === 'linear' ? 0 : Infinity;
  let high = 0;
  let slots = 0;
  for (const { singularValues } of snapshots) {
    slots = Math.max(slots, singularValues.length);
    for (const value of singularValues) {
      if (value > high) high = value;
      // Rounding leaves singular values of zero at about 1e-16 of the largest: no reason for a longer axis.
      if (value < low && value > 1e-9 * high) low = value;
    }
  }
  return { extent: [low, high], slots };
}

export function spectrumGeometry(
  { extent, slots }: SpectrumExtent,
  axis: AxisKind,
  { width, height, em }: { readonly width: number; readonly height: number; readonly em: number },
): SpectrumGeometry {
  const value = valueScale(axis, extent, [Math.max(1, height - 3.3 * em), 0], 2.4 * em);
  const widest = value.ticks.reduce((most, t) => Math.max(most, t.label.length), 3);
  const left = (0.62 * widest + 0.9) * em;
  const length = Math.max(1, width - left - 0.6 * em);
  return { width, height, left, top: 0.6 * em, length, slots, value };
}

export function spectrumMarks(geometry: SpectrumGeometry, em: number): readonly AxisMark[] {
  const { left, top, length, slots, value } = geometry;
  const bottom = top + value.range[0];
  const slot = length / Math.max(1, slots);
  const every = Math.max(1, Math.ceil((1.8 * em) / slot));
  const named = Array.from({ length: slots }, (_, k) => k + 1).filter((k) => (k - 1) % every === 0);
  return [
    ...value.ticks.flatMap(({ label, position }): AxisMark[] => {
      if (label === '') return [];
      const y = top + crisp(position);
      return [
        lineMark('grid', left, y, left + length, y),
        textMark('label', label, left - 0.5 * em, y + BELOW_MIDDLE * em, 'end'),
      ];
    }),
    lineMark('axis', left, bottom, left + length, bottom),
    ...named.map((k) => textMark('label', String(k), left + (k - 0.5) * slot, bottom + 1.3 * em, 'middle')),
    textMark('label', 'k-th largest', left + length, bottom + 2.5 * em, 'end'),
  ];
}
