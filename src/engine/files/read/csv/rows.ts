import { TableBuilder } from '../../columns/builder.ts';
import { FileProblem } from '../../problem.ts';
import type { Cell, Labels, Table } from '../../table.ts';
import { grouped, plural, quoted } from '../../words.ts';
import { cellOf, likeNumber, trimmed } from './cell.ts';
import type { Layout } from './layout.ts';
import { writtenCell } from './notation.ts';
import { unclosed } from './records.ts';
import type { Record } from './records.ts';
import { commentOf } from './view.ts';

/** Blank rows one after another that are passed over. */
const MAX_BLANK = 1_000_000;
/** Rows of a file of labels. */
const MAX_LABELS = 10_000_000;
/** The share of rows that may have another number of cells; a single one may always where two others are alike. */
const MAX_WRONG = 0.25;
/** Characters of a single column's cell: longer ones are prose. */
const MAX_LABEL = 200;

/** The first cell of a column that is written like a number and is none. */
interface Odd {
  readonly line: number;
  readonly text: string;
}

/** Makes rows of the records of a text and counts what is left out. */
export class RowReader {
  private readonly file: string;
  private readonly layout: Layout;
  private readonly width: number;
  private readonly builder: TableBuilder | null;
  private readonly labels: Cell[] = [];
  private readonly cells: Cell[];
  private readonly nothing: readonly Cell[];
  private readonly odd = new Map<number, Odd>();
  private readonly numbers: Float64Array;
  private readonly words: Float64Array;
  private blank = 0;
  private blankTogether = 0;
  private comments = 0;
  private wrong: { count: number; readonly line: number; readonly cells: number } | null = null;
  private count = 0;

  constructor(file: string, layout: Layout) {
    this.file = file;
    this.layout = layout;
    this.width = layout.columns.length;
    this.builder = this.width > 1 ? new TableBuilder('csv', file, layout.columns) : null;
    this.cells = new Array<Cell>(this.width).fill(null);
    this.nothing = new Array<Cell>(this.width).fill(null);
    this.numbers = new Float64Array(this.width);
    this.words = new Float64Array(this.width);
  }

  /** Rows so far. */
  get total(): number {
    return this.count;
  }

  /** @throws FileProblem */
  take(records: readonly Record[]): void {
    for (const { cells, line } of records) if (line >= this.layout.firstRow) this.row(cells, line);
  }

  /** Counts lines in which nothing stands, up to `line`. @throws FileProblem when there is no end of them */
  blankLines(lines: number, line: number): void {
    this.blank += lines;
    this.blankTogether += lines;
    if (this.blankTogether <= MAX_BLANK) return;
    throw new FileProblem(
      `${this.file} has more than ${grouped(MAX_BLANK)} blank lines up to row ${grouped(line)}: delete them`,
      'blank',
      line,
    );
  }

  /** @throws FileProblem when there are no rows, or too many that are not like the others, or odd numbers */
  finish(before: readonly string[]): Table | Labels {
    const { file, layout, count } = this;
    if (count === 0) throw new FileProblem(`${file} holds no rows below its header`, 'no-rows');
    this.checkWidths();
    this.checkNumbers();
    const notes = [...before, ...layout.notes];
    if (this.comments > 0) notes.push(`${plural(this.comments, 'comment')} between the rows passed over.`);
    if (this.blank > 0) notes.push(`${plural(this.blank, 'blank line')} passed over.`);
    if (this.wrong !== null) {
      const { count: wrong, line, cells } = this.wrong;
      const others = wrong === 1 ? '' : ` (and ${plural(wrong - 1, 'other row')} not of that length)`;
      notes.push(
        `Row ${grouped(line)} has ${plural(cells, 'cell')}, the table ${plural(this.width, 'column')}${others}: ` +
          'counted as incomplete.',
      );
    }
    if (this.builder !== null) return this.builder.finish(notes);
    return { kind: 'labels', format: 'csv', name: file, values: this.labels, notes };
  }

  private row(cells: readonly string[], line: number): void {
    if (isBlank(cells)) {
      this.blankLines(1, line);
      return;
    }
    this.blankTogether = 0;
    if (!this.fits(cells)) {
      this.misfit(cells, line);
      return;
    }
    if (this.isComment(cells)) {
      this.comments++;
      return;
    }
    this.count++;
    for (let k = 0; k < this.width; k++) this.cells[k] = this.cell(cells[k]!, k, line);
    if (this.builder !== null) this.builder.add(this.cells, line);
    else this.label(this.cells[0]!, line);
  }

  private cell(raw: string, column: number, line: number): Cell {
    const text = trimmed(raw);
    const { columns, decimalComma } = this.layout;
    const { notation } = columns[column]!;
    const cell =
      notation === undefined ? cellOf(text, decimalComma) : writtenCell(text, notation, decimalComma);
    if (typeof cell === 'number') this.numbers[column]!++;
    else if (cell !== null) {
      if (likeNumber(cell)) {
        if (!this.odd.has(column)) this.odd.set(column, { line, text: cell });
      } else this.words[column]!++;
      if (raw.includes('\n')) this.checkSwallowed(raw, line);
    }
    return cell;
  }

  private label(cell: Cell, line: number): void {
    if (typeof cell === 'string' && cell.length > MAX_LABEL) {
      throw new FileProblem(
        `${this.file}, row ${grouped(line)} is text and no table: ${quoted(cell)}; a table has cells set apart by commas, ` +
          'semicolons, tabs or spaces',
        'no-table',
        line,
      );
    }
    if (this.labels.length >= MAX_LABELS) {
      throw new FileProblem(
        `${this.file} has more than ${grouped(MAX_LABELS)} rows of one column`,
        'too-many-rows',
        line,
      );
    }
    this.labels.push(cell);
  }

  /** Whether a row has the table's cells, but for empty ones after them. */
  private fits(cells: readonly string[]): boolean {
    for (let k = this.width; k < cells.length; k++) if (trimmed(cells[k]!) !== '') return false;
    return cells.length >= this.width;
  }

  private isComment(cells: readonly string[]): boolean {
    const prefix = commentOf(cells);
    return prefix !== null && prefix === this.layout.comment;
  }

  private misfit(cells: readonly string[], line: number): void {
    if (commentOf(cells) !== null) {
      this.comments++;
      return;
    }
    const swallowed = cells.find((cell) => cell.includes('\n'));
    if (swallowed !== undefined) this.checkSwallowed(swallowed, line);
    this.count++;
    if (this.wrong === null) this.wrong = { count: 1, line, cells: cells.length };
    else this.wrong.count++;
    if (this.builder !== null) this.builder.add(this.nothing, line);
    else this.labels.push(null);
  }

  /** A quoted cell that holds whole rows was meant to end before them. @throws FileProblem */
  private checkSwallowed(cell: string, line: number): void {
    const { delimiter, decimalComma } = this.layout;
    if (this.width < 2) return;
    const rows = cell.split('\n').slice(1, -1);
    const isRow = (text: string): boolean => {
      const cells = delimiter === 'spaces' ? text.trim().split(/\s+/) : text.split(delimiter);
      return (
        cells.length === this.width &&
        cells.some((part) => typeof cellOf(trimmed(part), decimalComma) === 'number')
      );
    };
    if (rows.some(isRow)) throw unclosed(this.file, line);
  }

  private checkWidths(): void {
    const { wrong } = this;
    const right = this.count - (wrong?.count ?? 0);
    if (wrong === null || wrong.count <= MAX_WRONG * this.count || (wrong.count === 1 && right > 1)) return;
    const others =
      wrong.count === 1
        ? ''
        : `, and ${plural(wrong.count - 1, 'other row')} ${wrong.count === 2 ? 'is' : 'are'} not of that length either`;
    throw new FileProblem(
      `${this.file}, row ${grouped(wrong.line)} has ${plural(wrong.cells, 'cell')}, the table ` +
        `${plural(this.width, 'column')}${others}: mend the row, or say what stands between cells`,
      'row-length',
      wrong.line,
    );
  }

  private checkNumbers(): void {
    for (const [column, { line, text }] of this.odd) {
      const numbers = this.numbers[column]!;
      const words = this.words[column]!;
      // Where words stand too, or nothing else, these are words as well: product codes.
      if (numbers === 0 || words > numbers / 9) continue;
      const name = this.layout.columns[column]!.name;
      throw new FileProblem(
        `${this.file}, row ${grouped(line)}, column ${quoted(name)}: ${quoted(text)} is not read as a number; ` +
          `write it in plain decimals${text.includes(',') ? ' with a point' : ''}, within ±1e100 and not below 1e-300, or take the row out`,
        'odd-number',
        line,
      );
    }
  }
}

/** A line that parts the head of a table from its rows, as Markdown and databases draw it. */
const RULE = /^:?-{3,}:?$/;

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) {
    const text = trimmed(cell);
    if (text !== '' && !RULE.test(text)) return false;
  }
  return true;
}
