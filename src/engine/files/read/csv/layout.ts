import { visible } from '../../../../settings/words.ts';
import type { ColumnHead } from '../../columns/builder.ts';
import { grouped, quoted } from '../../words.ts';
import { cellOf, isMissing, trimmed } from './cell.ts';
import { RecordReader } from './records.ts';
import type { Delimiter, Record } from './records.ts';

/** What a person says of a file, against what is recognised. */
export interface LayoutChoice {
  readonly header?: boolean | undefined;
  readonly delimiter?: string | undefined;
}

/** How a text is a table. */
export interface Layout {
  readonly delimiter: Delimiter;
  /** Line of the first row of cells; what is above is no row. */
  readonly firstRow: number;
  readonly columns: readonly ColumnHead[];
  /** How lines that are comments begin; null: none are known. */
  readonly comment: string | null;
  readonly decimalComma: boolean;
  readonly notes: readonly string[];
}

const NAMES: Readonly<{ [delimiter: string]: string }> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
  spaces: 'spaces',
};
const COMMENTS = ['#', '%', '//'];
/** Names by which a lone word above words is known for a header. */
const LABEL_NAMES = new Set(['label', 'labels', 'y', 'class', 'target', 'digit', 'species', 'category']);
/** Lines at the beginning that are looked at. */
const LOOKED_AT = 1000;
const CONSISTENT = 0.9;

const COMMA_DECIMAL = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/;
const MAYBE_THOUSANDS = /^[+-]?\d{1,3},\d{3}$/;
const POINT_DECIMAL = /^[+-]?\d+\.\d+$/;
const MAYBE_POINT_THOUSANDS = /^[+-]?\d{1,3}\.\d{3}$/;

/** Decides from the first lines of a text (whole ones) how it is to be read; null: it has no rows. */
export function layoutOf(file: string, text: string, choice: LayoutChoice): Layout | null {
  const head = text.split('\n', LOOKED_AT).join('\n');
  const separator = /^sep=(.)[ \t]*\n/i.exec(head)?.[1];
  const body = separator === undefined ? head : head.slice(head.indexOf('\n') + 1);
  const first = separator === undefined ? 1 : 2;
  const said = choice.delimiter ?? separator;
  const view =
    said === undefined
      ? bestView(file, body, first)
      : viewOf(file, body, first, said === ' ' ? 'spaces' : said);
  if (view === null || view.rows.length === 0) return null;
  return new LayoutFinder(view, choice.header, body.split('\n'), first).find();
}

/** The text as it is with one delimiter. */
interface View {
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

const ORDER: readonly Delimiter[] = ['\t', ';', '|', ',', 'spaces'];

function bestView(file: string, text: string, first: number): View | null {
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

function viewOf(file: string, text: string, first: number, delimiter: Delimiter): View | null {
  let records: readonly Record[];
  try {
    records = new RecordReader(file, delimiter, first).take(text, false);
    if (records.length === 0 || !text.endsWith('\n')) {
      records = new RecordReader(file, delimiter, first).take(text, true);
    }
  } catch {
    // A quote that is wrong is told when the file is read; the rows above it are enough here.
    records = text.split('\n').map((line, k) => ({
      cells: delimiter === 'spaces' ? line.trim().split(/\s+/) : line.split(delimiter),
      line: first + k,
    }));
  }
  const rows = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const comments = !areCells(rows);
  const counted = rows.filter(({ cells }) => !comments || commentOf(cells) === null);
  const widths = new Map<number, number>();
  for (const { cells } of counted) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let width = 0;
  for (const [cells, times] of widths) {
    const most = widths.get(width) ?? 0;
    if (times > most || (times === most && cells > width)) width = cells;
  }
  if (width === 0) width = rows[0]?.cells.length ?? 0;
  const from = counted.findIndex(({ cells }) => cells.length === width);
  const regular = counted.filter(({ cells }) => cells.length === width);
  let numbers = 0;
  let cellCount = 0;
  for (const { cells } of regular.slice(0, 100)) {
    for (const cell of cells) {
      const text = trimmed(cell);
      cellCount++;
      if (typeof cellOf(text, false) === 'number' || (delimiter !== ',' && COMMA_DECIMAL.test(text)))
        numbers++;
    }
  }
  return {
    delimiter,
    rows,
    width,
    share: from < 0 ? 0 : regular.length / (counted.length - from),
    covered: counted.length === 0 ? 0 : regular.length / counted.length,
    numeric: cellCount === 0 ? 0 : numbers / cellCount,
    comments,
  };
}

/** What a row that is a comment begins with. */
export function commentOf(cells: readonly string[]): string | null {
  const text = trimmed(cells[0]!);
  return isMissing(text) ? null : (COMMENTS.find((prefix) => text.startsWith(prefix)) ?? null);
}

/** Whether most rows of several cells begin like comments: then none is one (colours, #ff0000). */
function areCells(rows: readonly Record[]): boolean {
  const several = rows.filter(({ cells }) => cells.length > 1);
  return several.filter(({ cells }) => commentOf(cells) !== null).length > several.length / 2;
}

/** Finds where the table begins and what its columns are called. */
class LayoutFinder {
  private readonly notes: string[] = [];
  private readonly width: number;
  private readonly rows: readonly Record[];

  constructor(
    private readonly view: View,
    private readonly headerChosen: boolean | undefined,
    private readonly lines: readonly string[],
    private readonly firstLine: number,
  ) {
    this.rows = view.rows;
    this.width = this.usedWidth();
  }

  find(): Layout {
    const { delimiter, rows } = this.view;
    const at = this.begin();
    const above = rows.slice(0, at);
    const table = rows.slice(at).filter(({ cells }) => this.fits(cells) && this.comment(cells) === null);
    const comment = above.map(({ cells }) => this.comment(cells)).find((prefix) => prefix !== null) ?? null;
    const decimalComma = this.hasDecimalCommas(table);
    const header = this.header(table, above, decimalComma);
    if (this.width > 1) this.notes.push(`Cells are set apart by ${NAMES[delimiter] ?? quoted(delimiter)}.`);
    if (decimalComma)
      this.notes.push('Numbers have decimal commas: 1,5 is one and a half; points group thousands.');
    const skipped = above.length - (header.inRow || header.cells === null ? 0 : 1);
    if (skipped > 0) {
      this.notes.push(
        `${grouped(skipped)} ${skipped === 1 ? 'line' : 'lines'} above the table ` +
          `${skipped === 1 ? 'was' : 'were'} passed over: comments or a title.`,
      );
    }
    const names = header.cells;
    if (names === null) this.notes.push('The first row is data: it does not name the columns.');
    const first = table[0];
    const firstRow = header.inRow
      ? (table[1]?.line ?? (first?.line ?? this.firstLine) + 1)
      : (first?.line ?? this.firstLine);
    return { delimiter, firstRow, columns: this.named(names), comment, decimalComma, notes: this.notes };
  }

  private comment(cells: readonly string[]): string | null {
    return this.view.comments ? commentOf(cells) : null;
  }

  /** The most frequent width without the columns at its end in which nothing ever stands. */
  private usedWidth(): number {
    const full = this.rows.filter(
      ({ cells }) => cells.length >= this.view.width && this.comment(cells) === null,
    );
    let { width } = this.view;
    while (width > 1 && full.every(({ cells }) => trimmed(cells[width - 1]!) === '')) width--;
    return width;
  }

  private fits(cells: readonly string[]): boolean {
    if (cells.length < this.width) return false;
    return cells.slice(this.width).every((cell) => trimmed(cell) === '');
  }

  /** Index of the first row of the table: of its width, no comment, and no title alone in its row. */
  private begin(): number {
    const at = this.rows.findIndex(({ cells }, k) => {
      if (!this.fits(cells) || this.comment(cells) !== null) return false;
      const filled = cells.filter((cell) => trimmed(cell) !== '').length;
      const next = this.rows[k + 1]?.cells.filter((cell) => trimmed(cell) !== '').length ?? 0;
      return filled > 1 || this.width < 3 || next <= 1;
    });
    return at < 0 ? 0 : at;
  }

  private hasDecimalCommas(table: readonly Record[]): boolean {
    let commas = 0;
    let clear = 0;
    let points = 0;
    for (const { cells } of table) {
      for (const cell of cells) {
        const text = trimmed(cell);
        if (COMMA_DECIMAL.test(text)) {
          commas++;
          if (!MAYBE_THOUSANDS.test(text)) clear++;
        } else if (POINT_DECIMAL.test(text) && !MAYBE_POINT_THOUSANDS.test(text)) points++;
      }
    }
    return commas > 0 && points === 0 && (this.view.delimiter !== ',' || clear > 0);
  }

  /** The header's cells and whether it is the table's first row; null: there is none. */
  private header(
    table: readonly Record[],
    above: readonly Record[],
    decimalComma: boolean,
  ): { readonly cells: readonly string[] | null; readonly inRow: boolean } {
    const [first, ...rest] = table;
    if (this.headerChosen !== undefined) {
      return this.headerChosen && first !== undefined
        ? { cells: first.cells, inRow: true }
        : { cells: null, inRow: false };
    }
    if (first === undefined) return { cells: null, inRow: false };
    if (this.isHeader(first, rest, decimalComma)) return { cells: first.cells, inRow: true };
    const before = above.at(-1);
    const cells = before === undefined ? [] : withoutComment(before.cells).map(trimmed);
    if (!cells.every((cell) => typeof cellOf(cell, decimalComma) === 'string'))
      return { cells: null, inRow: false };
    const names = cells.slice(0, this.width);
    if (
      before !== undefined &&
      this.comment(before.cells) !== null &&
      cells.length === this.width &&
      this.width > 1
    ) {
      return { cells: names, inRow: false };
    }
    // R writes no name above the names of the rows.
    if (
      before !== undefined &&
      this.comment(before.cells) === null &&
      cells.length === this.width - 1 &&
      this.width > 2
    ) {
      this.notes.push(
        'The header is one shorter than the rows: their first cell is taken for the name of the row.',
      );
      return { cells: ['', ...names], inRow: false };
    }
    return { cells: null, inRow: false };
  }

  private isHeader(first: Record, rest: readonly Record[], decimalComma: boolean): boolean {
    const cells = first.cells.slice(0, this.width).map(trimmed);
    const kinds = cells.map((cell) => cellOf(cell, decimalComma));
    const below = rest
      .slice(0, 200)
      .map((row) => row.cells.map((cell) => cellOf(trimmed(cell), decimalComma)));
    if (cells.every(isMissing)) return false;
    const words = kinds.filter((kind) => typeof kind === 'string').length;
    if (words > 0) {
      const aboveNumbers = kinds.some((kind, k) => {
        if (typeof kind !== 'string') return false;
        const column = below.map((row) => row[k] ?? null).filter((cell) => cell !== null);
        return column.length > 0 && column.every((cell) => typeof cell === 'number');
      });
      if (aboveNumbers) return true;
      if (words < kinds.length && kinds.some((kind) => typeof kind === 'number')) {
        return cells.some((cell) => LABEL_NAMES.has(cell.toLowerCase()) && cell.length > 1);
      }
      if (this.quotedAlone(first, rest[0])) return true;
      if (cells.some((cell) => LABEL_NAMES.has(cell.toLowerCase()) && cell.length > 1)) return true;
      if (rest.length === 0) return this.width > 1;
      // Names above words: different ones, none of which stands below again, in columns where words do.
      const distinct = new Set(cells.filter((cell) => cell !== ''));
      const repeated = cells.some((cell, k) => below.some((row) => row[k] === cell));
      const repeats = cells.some((_, k) => new Set(below.map((row) => row[k])).size < below.length);
      return !repeated && repeats && distinct.size >= words && below.length > 1;
    }
    return this.quotedAlone(first, rest[0]) || isRunning(cells, below[0]);
  }

  /** Whether all cells of the first row are quoted, and not those of the next. */
  private quotedAlone(first: Record, next: Record | undefined): boolean {
    if (next === undefined) return false;
    const quotes = (row: Record): number =>
      (this.lines[row.line - this.firstLine]?.match(/"/g)?.length ?? 0) / 2;
    const filled = first.cells.filter((cell) => cell !== '').length;
    return quotes(first) >= filled && quotes(next) < next.cells.length / 2;
  }

  private named(names: readonly string[] | null): readonly ColumnHead[] {
    const taken = new Set<string>();
    const twice: string[] = [];
    const columns = Array.from({ length: this.width }, (_, k): ColumnHead => {
      const text = visible(trimmed(k === 0 ? withoutHash(names?.[k] ?? '') : (names?.[k] ?? ''))).slice(
        0,
        200,
      );
      const base = text === '' ? `column ${k + 1}` : text;
      let name = base;
      for (let copy = 2; taken.has(name); copy++) name = `${base} (${copy})`;
      if (name !== base) twice.push(base);
      taken.add(name);
      return { name, named: text !== '', declared: null };
    });
    if (twice.length > 0) {
      this.notes.push(
        `The header names ${quoted(twice[0]!)} more than once${twice.length > 1 ? ', and others too' : ''}: the later ones got a number.`,
      );
    }
    return columns;
  }
}

const withoutHash = (name: string): string => name.replace(/^\s*#\s*/, '');

function withoutComment(cells: readonly string[]): readonly string[] {
  const prefix = commentOf(cells);
  if (prefix === null) return cells;
  const first = cells[0]!.trimStart().slice(prefix.length).trim();
  return first === '' ? cells.slice(1) : [first, ...cells.slice(1)];
}

/** Whether a row of numbers is 0,1,2,… (or 1,2,3,… where it is long), as pandas numbers columns, and the next is not the like. */
function isRunning(cells: readonly string[], next: readonly (number | string | null)[] | undefined): boolean {
  const numbers = cells[0] === '' ? cells.slice(1) : cells;
  const [begin] = numbers;
  if (begin !== '0' && begin !== '1') return false;
  const aboveWords = next?.some((cell) => typeof cell === 'string') ?? false;
  if (numbers.length < (begin === '0' ? (aboveWords ? 2 : 3) : 5)) return false;
  const start = Number(begin);
  if (!numbers.every((cell, k) => cell === String(start + k))) return false;
  return next === undefined || !next.every((cell, k) => k === 0 || Number(cell) === Number(next[k - 1]) + 1);
}
