import type { ColumnHead } from '../../columns/builder.ts';
import { grouped, quoted } from '../../words.ts';
import { trimmed } from './cell.ts';
import { columnsOf } from './column-names.ts';
import { countsOf } from './counts.ts';
import { headerOf } from './header.ts';
import type { Header } from './header.ts';
import { decimalMarkOf, notationOf } from './notation.ts';
import type { DecimalMark } from './notation.ts';
import type { Delimiter, Record } from './records.ts';
import { bestView, commentOf, viewOf } from './view.ts';
import type { View } from './view.ts';

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
/** Lines at the beginning that are looked at. */
const LOOKED_AT = 1000;

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

/** Finds where the table begins, and how its columns are called and written. */
class LayoutFinder {
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
    const start = this.begin();
    const counted = this.counts(start);
    const at = counted !== null && counted.index === start ? start + 1 : start;
    const above = rows.slice(0, at);
    const table = rows.slice(at).filter(({ cells }) => this.fits(cells) && this.comment(cells) === null);
    const mark = decimalMarkOf(allCells(table), delimiter === ',');
    const header = this.header(table, above.at(-1), mark);
    const named = columnsOf(header.names, this.width);
    const data = table.slice(header.rows);
    const columns = named.columns.map((head, k): ColumnHead => {
      const notation = notationOf(
        data.map(({ cells }) => trimmed(cells[k]!)),
        mark,
      );
      return notation === null ? head : { ...head, notation };
    });
    const passed =
      above.length - Number(header.rows === 0 && header.names !== null) - (counted === null ? 0 : 1);
    return {
      delimiter,
      firstRow: this.firstRow(table, header),
      columns,
      comment: above.map(({ cells }) => this.comment(cells)).find((prefix) => prefix !== null) ?? null,
      decimalComma: mark.comma,
      notes: [
        ...(this.width > 1 ? [`Cells are set apart by ${NAMES[delimiter] ?? quoted(delimiter)}.`] : []),
        ...(mark.comma
          ? ['Numbers have decimal commas: 1,5 is one and a half; points group thousands.']
          : []),
        ...(counted === null ? [] : [counted.note]),
        ...passedOver(passed),
        ...(header.names === null ? ['The first row is data: it does not name the columns.'] : []),
        ...header.notes,
        ...named.notes,
        ...columns.flatMap((column, k) => notationNote(column, data, k)),
      ],
    };
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

  /** The first line, where it counts the table that begins with it or follows; null where it does not. */
  private counts(start: number): { readonly index: number; readonly note: string } | null {
    const index = this.rows.findIndex(({ cells }) => this.comment(cells) === null);
    if (index < 0 || index > start || this.headerChosen !== undefined) return null;
    const below = this.rows.slice(index + 1).filter(({ cells }) => this.fits(cells));
    const found = countsOf(this.rows[index]!.cells, this.width, below);
    if (found === null) return null;
    const labels = found.labels
      .slice(0, 10)
      .map((label) => quoted(label))
      .join(', ');
    const names = found.labels.length === 0 ? '' : ` and names the labels 0, 1, … in their order: ${labels}`;
    return {
      index,
      note: `Row ${grouped(this.rows[index]!.line)}, ${quoted(found.text)}, counts rows and columns${names}. It is no row of the table and names no column.`,
    };
  }

  private header(table: readonly Record[], before: Record | undefined, mark: DecimalMark): Header {
    const [first] = table;
    if (this.headerChosen === undefined) {
      return headerOf({
        table,
        before,
        width: this.width,
        decimalComma: mark.comma,
        comments: this.view.comments,
        lineOf: ({ line }) => this.lines[line - this.firstLine] ?? '',
      });
    }
    return this.headerChosen && first !== undefined
      ? { names: first.cells, rows: 1, notes: [] }
      : { names: null, rows: 0, notes: [] };
  }

  /** The line after the header, or of the first row: rows of another length may come before the first that fits. */
  private firstRow(table: readonly Record[], { rows }: Header): number {
    const last = table[Math.max(rows, 1) - 1];
    if (last === undefined) return this.firstLine;
    if (rows === 0) return last.line;
    return this.rows[this.rows.indexOf(last) + 1]?.line ?? last.line + 1;
  }
}

function* allCells(rows: readonly Record[]): Iterable<string> {
  for (const { cells } of rows) for (const cell of cells) yield trimmed(cell);
}

const passedOver = (lines: number): readonly string[] =>
  lines <= 0
    ? []
    : [
        `${grouped(lines)} ${lines === 1 ? 'line' : 'lines'} above the table ` +
          `${lines === 1 ? 'was' : 'were'} passed over: comments or a title.`,
      ];

const READ_AS = {
  grouped: 'has thousands set apart',
  percent: 'has percent signs, which are dropped',
  currency: 'has currency signs, which are dropped',
  signs: 'has the words + and −, so − is not taken for a gap',
};

function notationNote({ name, notation }: ColumnHead, rows: readonly Record[], k: number): readonly string[] {
  if (notation === undefined) return [];
  const sample = rows.map(({ cells }) => trimmed(cells[k]!)).find((text) => /[^\d.+-]/.test(text));
  const example = sample === undefined || notation === 'signs' ? '' : `: ${quoted(sample)}`;
  return [`Column ${quoted(name)} ${READ_AS[notation]}${example}.`];
}
