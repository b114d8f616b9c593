import type { Strips } from './strips.ts';

/** The classes of columns and of rows, in the order of the picture. */
export const COLUMN_CLASSES = ['y = +1', 'y = −1'] as const;
export const ROW_CLASSES = ['+1 neurons', '−1 neurons'] as const;

interface Span {
  readonly start: number;
  readonly length: number;
}

/** Where each class lies along a side, CSS pixels; a class without cells has no length. */
export function classSpans(
  { count, split, start, size, length }: Strips,
  ratio: number,
): readonly [Span, Span] {
  const end = split === 0 ? 0 : start[split - 1]! + size[split - 1]!;
  const second = split === count ? length : start[split]!;
  return [
    { start: 0, length: end / ratio },
    { start: second / ratio, length: (length - second) / ratio },
  ];
}
