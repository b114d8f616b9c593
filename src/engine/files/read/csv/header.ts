import type { Cell } from '../../table.ts';
import { grouped, quoted } from '../../words.ts';
import { cellOf, isMissing, trimmed } from './cell.ts';
import type { Record } from './records.ts';
import { commentOf, withoutComment } from './view.ts';

/** Names by which a lone word above words is known for a header. */
const LABEL_NAMES = new Set(['label', 'labels', 'y', 'class', 'target', 'digit', 'species', 'category']);
/** Rows below a header that are looked at. */
const LOOKED_AT = 200;

/** What names the columns. */
export interface Header {
  /** null: nothing does. */
  readonly names: readonly string[] | null;
  /** How many of the table's first rows it takes; 0 where it stands above them, as a comment or one cell shorter. */
  readonly rows: number;
  readonly notes: readonly string[];
}

/** What is known of a table before its header. */
export interface Headed {
  /** The table's rows, all of its width. */
  readonly table: readonly Record[];
  /** The last record above them. */
  readonly before: Record | undefined;
  readonly width: number;
  readonly decimalComma: boolean;
  /** Whether lines may be comments. */
  readonly comments: boolean;
  /** The text of the line in which a record begins. */
  readonly lineOf: (row: Record) => string;
}

const NONE: Header = { names: null, rows: 0, notes: [] };

/** Recognises the header of a table. */
export function headerOf(headed: Headed): Header {
  const { table, width } = headed;
  const [first, second] = table;
  if (first === undefined) return NONE;
  const below = table.slice(1, 1 + LOOKED_AT).map((row) => cellsOf(headed, row));
  const cells = first.cells.slice(0, width).map(trimmed);
  const kinds = cellsOf(headed, first);
  const under = second === undefined ? null : underHeader(kinds, below);
  if (!isHeader(headed, first, cells, kinds, under === null ? below : below.slice(1))) return above(headed);
  const notes = numberNotes(cells, kinds);
  if (under === null) return { names: cells, rows: 1, notes };
  // Of two levels of names the one that tells the columns apart.
  const lower = second!.cells.slice(0, width).map(trimmed);
  const names = !areDifferent(cells) && areDifferent(lower) ? lower : cells;
  return {
    names,
    rows: 2,
    notes: [...notes, `Row ${grouped(second!.line)} has words above numbers as the header has: passed over.`],
  };
}

const cellsOf = ({ width, decimalComma }: Headed, { cells }: Record): readonly Cell[] =>
  cells.slice(0, width).map((cell) => cellOf(trimmed(cell), decimalComma));

const areDifferent = (names: readonly string[]): boolean =>
  names.every((name) => name !== '') && new Set(names).size === names.length;

/** The row under the header where it belongs to it: without a number, and with a word above numbers alone. */
function underHeader(
  kinds: readonly Cell[],
  [next, ...rest]: readonly (readonly Cell[])[],
): readonly Cell[] | null {
  if (next === undefined || rest.length < 2) return null;
  if ([...kinds, ...next].some((kind) => typeof kind === 'number')) return null;
  const wordsAboveNumbers = next.some(
    (kind, k) => typeof kind === 'string' && typeof kinds[k] === 'string' && isNumeric(rest, k),
  );
  return wordsAboveNumbers ? next : null;
}

/** Whether a column has numbers and nothing else. */
function isNumeric(rows: readonly (readonly Cell[])[], k: number): boolean {
  const filled = rows.map((row) => row[k] ?? null).filter((cell) => cell !== null);
  return filled.length > 0 && filled.every((cell) => typeof cell === 'number');
}

function isHeader(
  headed: Headed,
  first: Record,
  cells: readonly string[],
  kinds: readonly Cell[],
  below: readonly (readonly Cell[])[],
): boolean {
  if (cells.every(isMissing)) return false;
  const quotes = quotedAlone(headed, first);
  const words = kinds.filter((kind) => typeof kind === 'string').length;
  if (words === 0) return quotes || isRunning(cells, below);
  if (kinds.some((kind, k) => typeof kind === 'string' && isNumeric(below, k))) return true;
  const named = cells.some((cell) => LABEL_NAMES.has(cell.toLowerCase()) && cell.length > 1);
  if (named || kinds.some((kind) => typeof kind === 'number')) return named;
  if (quotes) return true;
  if (below.length === 0) return headed.width > 1;
  // Names above words: different ones, none of which stands below again, in columns where words do.
  const distinct = new Set(cells.filter((cell) => cell !== ''));
  const repeated = cells.some((cell, k) => below.some((row) => row[k] === cell));
  const repeats = cells.some((_, k) => new Set(below.map((row) => row[k])).size < below.length);
  return !repeated && repeats && distinct.size >= words && below.length > 1;
}

/** Whether all cells of the first row are quoted, and not those of the next. */
function quotedAlone({ table, lineOf }: Headed, first: Record): boolean {
  const next = table[1];
  if (next === undefined) return false;
  const quotes = (row: Record): number => (lineOf(row).match(/"/g)?.length ?? 0) / 2;
  const filled = first.cells.filter((cell) => cell !== '').length;
  return quotes(first) >= filled && quotes(next) < next.cells.length / 2;
}

/** Of a header above the table's rows: behind a comment's sign, or, as R writes it, without a name for row names. */
function above({ before, width, decimalComma, comments }: Headed): Header {
  if (before === undefined) return NONE;
  const cells = withoutComment(before.cells).map(trimmed);
  if (!cells.every((cell) => typeof cellOf(cell, decimalComma) === 'string')) return NONE;
  const isComment = comments && commentOf(before.cells) !== null;
  if (isComment) return cells.length === width && width > 1 ? { names: cells, rows: 0, notes: [] } : NONE;
  if (cells.length !== width - 1 || width < 3) return NONE;
  const note = 'The header is one shorter than the rows: their first cell is taken for the name of the row.';
  return { names: ['', ...cells], rows: 0, notes: [note] };
}

/** Names that are numbers are told: they may be a row. */
function numberNotes(cells: readonly string[], kinds: readonly Cell[]): readonly string[] {
  const numbers = cells.filter((_, k) => typeof kinds[k] === 'number');
  if (numbers.length === 0) return [];
  const some = numbers.slice(0, 3).map(quoted).join(', ');
  return [
    `The first row is taken for names of columns, though ${numbers.length === cells.length ? 'they' : 'some of them'} are numbers: ` +
      `${some}${numbers.length > 3 ? ', …' : ''}. Say so if it is data.`,
  ];
}

/**
 * Whether a row is 0,1,2,… as pandas numbers columns, or 1,2,3,… where it is long or stands above fractions, and the next
 * is not the like.
 */
function isRunning(cells: readonly string[], below: readonly (readonly Cell[])[]): boolean {
  const numbers = cells[0] === '' ? cells.slice(1) : cells;
  const [begin] = numbers;
  const [next] = below;
  if (begin !== '0' && begin !== '1') return false;
  const aboveWords = next?.some((cell) => typeof cell === 'string') ?? false;
  const least = begin === '0' ? (aboveWords ? 2 : 3) : aboveFractions(cells.length, below) ? 3 : 5;
  if (numbers.length < least) return false;
  const start = Number(begin);
  if (!numbers.every((cell, k) => cell === String(start + k))) return false;
  return next === undefined || !next.every((cell, k) => k === 0 || Number(cell) === Number(next[k - 1]) + 1);
}

/** Whether there is a column of nothing but fractions below, of several rows. */
function aboveFractions(width: number, below: readonly (readonly Cell[])[]): boolean {
  if (below.length < 2) return false;
  return Array.from({ length: width }).some((_, k) =>
    below.every((row) => typeof row[k] === 'number' && !Number.isInteger(row[k])),
  );
}
