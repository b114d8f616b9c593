import type { Mode } from '../modes.ts';
import { PRESET_PICTURES } from '../preset-pictures.ts';

/** One curve of a preset's small picture, in a unit square: x to the right, y upwards. */
export interface PictureCurve {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Which of the compared modes; absent where none are. */
  readonly mode?: Mode;
  /** Which of the values of another axis, and of how many. */
  readonly value?: { readonly place: number; readonly of: number };
}

/** Heights are stored as two hexadecimal digits each. */
const DIGITS = 2;
const FULL = 255;

/**
 * The small picture of a preset: its headline quantity over its time axis, a curve for each value of its first axis (the
 * test accuracy where modes or data with a signal are compared; flips so far where its view is of those), recorded by its first run. Empty where there is none.
 */
export const pictureOf = (id: string): readonly PictureCurve[] =>
  Object.entries(PRESET_PICTURES[id] ?? {}).map(([name, heights]) => {
    const points = pointsOf(heights);
    if (name === 'alone') return { points };
    const [place, of] = name.split(' of ').map(Number);
    return of === undefined ? { points, mode: name as Mode } : { points, value: { place: place!, of } };
  });

function pointsOf(heights: string): PictureCurve['points'] {
  const count = heights.length / DIGITS;
  return Array.from({ length: count }, (_, k) => {
    const height = Number.parseInt(heights.slice(DIGITS * k, DIGITS * (k + 1)), 16);
    return [k / (count - 1), height / FULL];
  });
}

/** The heights of a curve, each in 0..1, as {@link pictureOf} reads them. */
export const pictureText = (heights: readonly number[]): string =>
  heights
    .map((height) =>
      Math.round(FULL * height)
        .toString(16)
        .padStart(DIGITS, '0'),
    )
    .join('');
