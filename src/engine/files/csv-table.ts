import { checkSize, MAX_MAGNITUDE } from './limits.ts';
import { tableLayout } from './table-header.ts';
import type { TableLayout } from './table-header.ts';
import { LabelColumn } from './table-labels.ts';
import { FileProblem, grouped, quoted } from './words.ts';

/** A table read from text. */
export interface Table {
  readonly count: number;
  readonly dim: number;
  /** count×dim, row-major: bytes where all numbers are integers in 0..255. */
  readonly values: Uint8Array | Float64Array;
  readonly labels: Int32Array;
  /** Label k → its name in the file; null where the labels are the file's own integers. */
  readonly labelNames: readonly string[] | null;
  /** How the table was understood, sentences for the user. */
  readonly notes: readonly string[];
}

/** Takes the rows of a table one after another; sizes are checked before memory is taken. */
export class TableBuilder {
  private layout: TableLayout | undefined;
  private readonly labels = new LabelColumn();
  /** Rows in the first `count`×dim entries; doubled when full. Bytes until a number is not one. */
  private values: Uint8Array | Float64Array = new Uint8Array(0);
  private count = 0;
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** Adds a row; `row` is its number in the file, from 1. Blank rows are skipped. @throws FileProblem */
  add(cells: readonly string[], row: number): void {
    if (cells.length === 1 && cells[0]!.trim() === '') return;
    if (this.layout === undefined) {
      if (cells.length < 2) {
        throw new FileProblem(
          `${this.file} is not a table of numbers and labels: its first row, ${quoted(cells[0]!)}, is one column`,
        );
      }
      checkSize(this.file, 1, cells.length - 1);
      this.layout = tableLayout(cells);
      if (this.layout.header) return;
    }
    const { columns, label, features } = this.layout;
    if (cells.length !== columns.length) {
      throw new FileProblem(
        `${this.file}, row ${grouped(row)} has ${grouped(cells.length)} ` +
          `${cells.length === 1 ? 'column' : 'columns'}, the first row ${grouped(columns.length)}`,
      );
    }
    const dim = features.length;
    this.reserve(dim);
    const base = this.count * dim;
    for (let k = 0; k < dim; k++) {
      const column = features[k]!;
      const value = this.number(cells[column]!, row, columns[column]!);
      if (this.values instanceof Uint8Array && (value & 255) !== value) {
        this.values = Float64Array.from(this.values);
      }
      this.values[base + k] = value;
    }
    this.labels.add(cells[label]!, row);
    this.count++;
  }

  /** @throws FileProblem */
  finish(): Table {
    const layout = this.layout;
    if (layout === undefined || this.count === 0) {
      throw new FileProblem(
        `${this.file} holds no ${layout === undefined ? 'table' : 'rows below its header'}`,
      );
    }
    const column = layout.columns[layout.label]!;
    const { labels, names } = this.labels.finish(this.file, column);
    const notes = [
      layout.labelByName
        ? `Labels are column ${quoted(column)}.`
        : `Labels are the last column${layout.header ? `, ${quoted(column)}` : ''}.`,
    ];
    if (!layout.header) notes.push('The first row was read as data: it has numbers and no column names.');
    if (layout.rowNames) notes.push('The first column has no name and was taken for row names: left out.');
    if (names !== null) {
      notes.push(`Labels were numbered: ${names.map((name, k) => `${k} is ${quoted(name)}`).join(', ')}.`);
    }
    const dim = layout.features.length;
    return {
      count: this.count,
      dim,
      values: this.values.slice(0, this.count * dim),
      labels,
      labelNames: names,
      notes,
    };
  }

  /** Makes room for one more row. */
  private reserve(dim: number): void {
    checkSize(this.file, this.count + 1, dim);
    const needed = (this.count + 1) * dim;
    if (needed <= this.values.length) return;
    const bytes = this.values instanceof Uint8Array;
    const length = Math.max(needed, 2 * this.values.length, 1 << 16);
    const larger = bytes ? new Uint8Array(length) : new Float64Array(length);
    larger.set(this.values);
    this.values = larger;
  }

  private number(cell: string, row: number, column: string): number {
    const value = Number(cell);
    if (Math.abs(value) <= MAX_MAGNITUDE && (value !== 0 || cell.trim() !== '')) return value;
    const why =
      cell.trim() === ''
        ? 'the cell is empty'
        : Number.isNaN(value)
          ? `${quoted(cell)} is not a number`
          : `${quoted(cell)} is beyond ±${MAX_MAGNITUDE}`;
    throw new FileProblem(`${this.file}, row ${grouped(row)}, column ${column}: ${why}`);
  }
}
