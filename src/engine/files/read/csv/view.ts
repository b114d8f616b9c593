import { cellOf, isMissing, trimmed } from './cell.ts';
import { COMMA_DECIMAL } from './notation.ts';
import { RecordReader } from './records.ts';
import type { Delimiter, Record } from './records.ts';

/** A text as it is with one delimiter. */
export interface View {
  readonly delimiter: Delimiter;
  /** Records in which something stands, comments among them. */
  readonly rows: readonly Record[];
  /** The most frequent number of cells. */
  readonly width: number;
  /** The share of rows from the first of that width on that have it. */
  readonly share: number;
  /** The same of all rows: a header with other delimiters than the rows below is passed over by a wrong one. */
  readonly covered: number;
  /** The share of cells that are numbers. */
  readonly numeric: number;
  /** Whether lines that begin with #, % or // are comments. */
  readonly comments: boolean;
}

const COMMENTS = ['#', '%', '//'];
const CONSISTENT = 0.9;
const ORDER: readonly Delimiter[] = ['\t', ';', '|', ',', 'spaces'];

/** The view with the delimiter that makes the most of a table of the text; null: it has no rows. */
export function bestView(file: string, text: string, first: number): View | null {
  let best: View | null = null;
  let bestScore = -Infinity;
  ORDER.forEach((delimiter, place) => {
    const view = viewOf(file, text, first, delimiter);
    if (view === null || view.width < 2) return;
    // Words with spaces between them are not columns.
    if (delimiter === 'spaces' && view.numeric === 0) return;
    const score =
      (view.share >= CONSISTENT ? 1 : 0) + view.share / 10 + view.covered + view.numeric - place / 100;
    if (score > bestScore) [best, bestScore] = [view, score];
  });
  const found = best as View | null;
  if (found !== null && found.share >= 0.5) return found;
  return viewOf(file, text, first, ',');
}

/** @param first line of the file with which the text begins, from 1 */
export function viewOf(file: string, text: string, first: number, delimiter: Delimiter): View | null {
  const rows = recordsOf(file, text, first, delimiter).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const comments = !areCells(rows);
  const counted = rows.filter(({ cells }) => !comments || commentOf(cells) === null);
  const width = usualWidth(counted) || (rows[0]?.cells.length ?? 0);
  const from = counted.findIndex(({ cells }) => cells.length === width);
  const regular = counted.filter(({ cells }) => cells.length === width);
  return {
    delimiter,
    rows,
    width,
    share: from < 0 ? 0 : regular.length / (counted.length - from),
    covered: counted.length === 0 ? 0 : regular.length / counted.length,
    numeric: numericShare(regular.slice(0, 100), delimiter),
    comments,
  };
}

function recordsOf(file: string, text: string, first: number, delimiter: Delimiter): readonly Record[] {
  try {
    const records = new RecordReader(file, delimiter, first).take(text, false);
    if (records.length > 0 && text.endsWith('\n')) return records;
    return new RecordReader(file, delimiter, first).take(text, true);
  } catch {
    // A quote that is wrong is told when the file is read; the rows above it are enough here.
    return text.split('\n').map((line, k) => ({
      cells: delimiter === 'spaces' ? line.trim().split(/\s+/) : line.split(delimiter),
      line: first + k,
    }));
  }
}

/** The most frequent number of cells, the larger of two; 0 without rows. */
function usualWidth(rows: readonly Record[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let width = 0;
  for (const [cells, times] of widths) {
    const most = widths.get(width) ?? 0;
    if (times > most || (times === most && cells > width)) width = cells;
  }
  return width;
}

function numericShare(rows: readonly Record[], delimiter: Delimiter): number {
  const cells = rows.flatMap((row) => row.cells.map(trimmed));
  const numbers = cells.filter(
    (text) => typeof cellOf(text, false) === 'number' || (delimiter !== ',' && COMMA_DECIMAL.test(text)),
  );
  return cells.length === 0 ? 0 : numbers.length / cells.length;
}

/** What a row that is a comment begins with. */
export function commentOf(cells: readonly string[]): string | null {
  const text = trimmed(cells[0]!);
  return isMissing(text) ? null : (COMMENTS.find((prefix) => text.startsWith(prefix)) ?? null);
}

/** The cells of a comment without what makes it one. */
export function withoutComment(cells: readonly string[]): readonly string[] {
  const prefix = commentOf(cells);
  if (prefix === null) return cells;
  const first = cells[0]!.trimStart().slice(prefix.length).trim();
  return first === '' ? cells.slice(1) : [first, ...cells.slice(1)];
}

/** Whether most rows of several cells begin like comments: then none is one (colours, #ff0000). */
function areCells(rows: readonly Record[]): boolean {
  const several = rows.filter(({ cells }) => cells.length > 1);
  return several.filter(({ cells }) => commentOf(cells) !== null).length > several.length / 2;
}
