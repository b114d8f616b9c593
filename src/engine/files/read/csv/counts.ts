import { cellOf, trimmed } from './cell.ts';
import type { Record } from './records.ts';

/** A line in front of a table that counts it, as scikit-learn's files have it: `150,4,setosa,versicolor,virginica`. */
export interface Counts {
  readonly text: string;
  /** Names of the labels 0, 1, …; none where it names none. */
  readonly labels: readonly string[];
}

/**
 * The counts that a line tells: whole numbers of rows and of columns, with or without the label's, then words. null: it
 * tells none. As a row of the table's width it has words, and none of them stands above a word.
 * @param below the rows that follow
 */
export function countsOf(cells: readonly string[], width: number, below: readonly Record[]): Counts | null {
  const texts = cells.map(trimmed);
  while (texts.at(-1) === '') texts.pop();
  const [rows = '', columns = '', ...labels] = texts;
  if (!/^\d{1,9}$/.test(rows) || !/^\d{1,5}$/.test(columns) || width < 2) return null;
  if (Number(columns) !== width && Number(columns) !== width - 1) return null;
  if (!labels.every((label) => typeof cellOf(label, false) === 'string')) return null;
  // Words above words are a row like the others; a header may come between.
  const rest = below[0]?.cells.every(isWord) === true ? below.slice(1) : below;
  const aboveWords = texts.some((_, k) => rest.some((row) => isWord(row.cells[k] ?? '')));
  if (texts.length === width && (labels.length === 0 || aboveWords)) return null;
  return { text: texts.join(','), labels };
}

/** Whether a cell is no number, with a decimal point or comma. */
const isWord = (cell: string): boolean =>
  [true, false].every((comma) => typeof cellOf(trimmed(cell), comma) === 'string');
