import type { Scale } from '../scales/scales.ts';

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Bars of values over equal slots of `length` pixels, from the bottom of the axis; values without a place have none. */
export function bars(
  values: ArrayLike<number>,
  slots: number,
  value: Scale,
  length: number,
  fill: number,
): (Bar | null)[] {
  const slot = length / Math.max(1, slots);
  const [bottom] = value.range;
  return Array.from(values, (v, k) => {
    const y = value.position(v);
    if (Number.isNaN(y)) return null;
    const top = Math.min(bottom, y);
    return { x: (k + (1 - fill) / 2) * slot, y: top, width: slot * fill, height: bottom - top };
  });
}
