import type { Cell, Column } from '../table.ts';

/** What a column holds, judged by all of its cells. */
export type ColumnKind = 'numbers' | 'words' | 'nothing';

/** Numbers, with at most so many other words: one in five, or a single mark of its own for "missing". */
export function kindOf({ declared, facts }: Column): ColumnKind {
  const { numbers, words, values } = facts;
  if (numbers + words === 0) return 'nothing';
  if (declared === 'nominal' || declared === 'text') return 'words';
  if (words === 0) return 'numbers';
  const marks = values === null ? Infinity : [...values.keys()].filter((text) => !isNumber(text)).length;
  return words * 4 <= numbers || (marks === 1 && words < numbers) ? 'numbers' : 'words';
}

/** Whether a text is how a finite number is written. */
export const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** Different values; Infinity: more than were counted. */
export const distinctOf = ({ facts }: Column): number => facts.values?.size ?? Infinity;

/** Cells in which something stands. */
export const filledOf = ({ facts }: Column): number => facts.numbers + facts.words;

/** What the columns of a table have together: whole numbers in 0..255 that use this range, as pixels do. */
export function arePixels(columns: readonly Column[]): boolean {
  if (columns.length === 0) return false;
  let most = -Infinity;
  let least = Infinity;
  for (const { facts } of columns) {
    if (!facts.whole || facts.words > 0 || !(facts.least >= 0 && facts.most <= 255)) return false;
    most = Math.max(most, facts.most);
    least = Math.min(least, facts.least);
  }
  return most > 100 && (least === 0 || columns.every(({ facts }) => facts.most > 100));
}

/** Side of a square picture of so many numbers, grey or in three colours; null: it is none, or smaller than 8×8. */
export function pictureSide(dim: number): number | null {
  for (const channels of [1, 3]) {
    const side = Math.round(Math.sqrt(dim / channels));
    if (side >= 8 && channels * side * side === dim) return side;
  }
  return null;
}

/** Whether the columns are the pixels of a picture: all whole in 0..255, and as many as a square has. */
export const arePicture = (columns: readonly Column[]): boolean =>
  pictureSide(columns.length) !== null &&
  columns.every(({ facts }) => facts.whole && facts.words === 0 && facts.least >= 0 && facts.most <= 255);

/** What a label is called: 4, 4.0 and " 4" are one. */
export const labelKey = (cell: NonNullable<Cell>): string =>
  typeof cell === 'number' ? String(cell + 0) : cell;
