/**
 * ARFF (Weka's attribute-relation file format): `@relation`, an `@attribute name type` a column, `@data`, then rows
 * with commas or sparse ones, `{index value, …}`. `%` begins a comment, `?` is missing.
 */
import type { Source } from '../bytes/source.ts';
import { FileProblem } from '../problem.ts';
import { visible } from '../../../settings/words.ts';
import { TableBuilder } from '../columns/builder.ts';
import type { ColumnHead } from '../columns/builder.ts';
import { MAX_DIM } from '../limits.ts';
import type { Cell, ReadOptions, Table } from '../table.ts';
import { grouped, plural, quoted } from '../words.ts';
import { arffCells, spacedCells, unescaped } from './arff-cells.ts';
import type { ArffCell } from './arff-cells.ts';
import { linesOf } from './lines.ts';
import { numberCell } from './number-cell.ts';
import { watched } from './watched.ts';

/** Whether a text that begins with these lines is ARFF: after comments and blank lines comes `@relation`. */
export function looksLikeArff(lines: readonly string[]): boolean {
  const first = lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('%'));
  return first !== undefined && /^@(relation|attribute)\b/i.test(first);
}

/** Lines of a header that say nothing that is needed; the last are KEEL's. */
const PASSED_OVER: ReadonlySet<string> = new Set(['@relation', '@input', '@inputs', '@output', '@outputs']);

/** The weight of a sparse row, from the brace on that ends the row. */
const WEIGHT = /\}\s*,\s*\{[^{}]*\}$/;

interface Attribute {
  readonly name: string;
  readonly type: 'number' | 'nominal' | 'text';
  /** What a nominal cell may be; what a sparse row leaves out is the first of them. */
  readonly values: readonly string[];
}

/** @throws FileProblem */
export async function readArff(source: Source, options: ReadOptions): Promise<Table> {
  const { name } = source;
  const reader = new ArffReader(name);
  let encoding: string | null = null;
  for await (const { lines, first, note } of linesOf(
    name,
    watched(source, options, () => reader.rows),
  )) {
    lines.forEach((line, k) => {
      reader.take(line, first + k);
    });
    encoding = note;
  }
  return reader.finish(encoding);
}

/** Takes the lines of an ARFF file one after another. */
class ArffReader {
  rows = 0;
  private readonly attributes: Attribute[] = [];
  private readonly notes: string[] = [];
  private builder: TableBuilder | null = null;
  private sparse = false;
  private weighted = false;
  private undeclared: string | null = null;

  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** @throws FileProblem */
  take(line: string, row: number): void {
    const text = line.trim();
    if (text === '' || text.startsWith('%')) return;
    if (this.builder !== null) {
      this.data(text, row);
      this.rows++;
    } else {
      this.header(text, row);
    }
  }

  /** @throws FileProblem */
  finish(encoding: string | null): Table {
    if (this.builder === null)
      throw new FileProblem(`${this.name} is an ARFF file without @data: it is cut off`, 'arff-header');
    if (this.rows === 0) throw new FileProblem(`${this.name} holds no rows below @data`, 'empty');
    if (encoding !== null) this.notes.push(encoding);
    if (this.sparse) this.notes.push('Rows are sparse: what is not written is 0, or the first of its names.');
    if (this.weighted) this.notes.push('Weights of rows were passed over.');
    if (this.undeclared !== null) this.notes.push(this.undeclared);
    return this.builder.finish(this.notes);
  }

  private wrong(row: number, what: string): Error {
    return new FileProblem(`${this.name}, row ${grouped(row)}: ${what}`, 'arff-row', row);
  }

  private header(text: string, row: number): void {
    const keyword = /^@\w+/.exec(text)?.[0].toLowerCase();
    if (keyword !== undefined && PASSED_OVER.has(keyword)) return;
    if (keyword === '@attribute') {
      this.attributes.push(this.attribute(text.slice(keyword.length).trim(), row));
      if (this.attributes.length > MAX_DIM + 1) {
        throw new FileProblem(
          `${this.name} has more than ${grouped(MAX_DIM)} attributes, which is what is read`,
          'too-wide',
          row,
        );
      }
      return;
    }
    if (keyword !== '@data') {
      throw new FileProblem(
        `${this.name}, row ${grouped(row)}: ${quoted(text)} is no line of an ARFF header`,
        'arff-header',
        row,
      );
    }
    if (this.attributes.length === 0)
      throw new FileProblem(`${this.name} has no @attribute before @data`, 'arff-header', row);
    this.builder = new TableBuilder('arff', this.name, this.attributes.map(columnOf));
  }

  /** `name type`, the name perhaps quoted. */
  private attribute(text: string, row: number): Attribute {
    const match = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s{]+))\s*(.*)$/.exec(text);
    const wrong = (what: string): Error =>
      new FileProblem(`${this.name}, row ${grouped(row)}: @attribute ${what}`, 'arff-header', row);
    if (match === null) throw wrong(`${quoted(text)} has no name`);
    const [, single, double, plain, type = ''] = match;
    const name = plain ?? unescaped(single ?? double ?? '');
    if (type.startsWith('{')) {
      const cells = arffCells(type.slice(1, type.lastIndexOf('}')), false);
      if (typeof cells === 'string' || !type.includes('}'))
        throw wrong(`${quoted(name)}: its list of names is not closed`);
      return { name, type: 'nominal', values: cells.map((cell) => cell.text) };
    }
    const word = /^\w*/.exec(type)![0].toLowerCase();
    if (word === 'numeric' || word === 'real' || word === 'integer')
      return { name, type: 'number', values: [] };
    if (word === 'string' || word === 'date') return { name, type: 'text', values: [] };
    if (word === 'relational')
      throw wrong(`${quoted(name)} is a table in a table (relational), which is not read`);
    throw wrong(
      `${quoted(name)} has the type ${quoted(type)}; numeric, real, integer, string, date and {names} are read`,
    );
  }

  private data(text: string, row: number): void {
    if (text.startsWith('{')) {
      this.builder!.add(this.sparseRow(text, row), row);
      return;
    }
    const width = this.attributes.length;
    const cells = this.dense(text, row);
    const weight = cells.length === width + 1 && /^\{.*\}$/.test(cells[width]!.text);
    if (weight) this.weighted = true;
    if (cells.length !== width && !weight) {
      throw this.wrong(row, `${plural(cells.length, 'value')} for ${plural(width, 'attribute')}`);
    }
    this.builder!.add(
      this.attributes.map((_, k) => this.cell(k, cells[k]!, row)),
      row,
    );
  }

  /** The cells of a row, separated by commas or, as Weka allows, by spaces; a comma at the end is passed over. */
  private dense(text: string, row: number): readonly ArffCell[] {
    const cells = this.cells(text, row, false);
    const width = this.attributes.length;
    if (cells.length === 1 && width > 1) return spacedCells(text) ?? cells;
    const { text: last, quoted: inQuotes } = cells.at(-1)!;
    return cells.length === width + 1 && last === '' && !inQuotes ? cells.slice(0, -1) : cells;
  }

  private cells(text: string, row: number, sparse: boolean): readonly ArffCell[] {
    const cells = arffCells(text, sparse);
    if (typeof cells === 'string') throw this.wrong(row, cells);
    return cells;
  }

  /** `{index value, …}`, perhaps with a weight, `, {w}`, behind it. */
  private sparseRow(text: string, row: number): Cell[] {
    const weight = WEIGHT.exec(text);
    if (weight !== null) this.weighted = true;
    const end = weight?.index ?? text.length - 1;
    if (text[end] !== '}') throw this.wrong(row, 'the row begins with { but does not end with }');
    this.sparse = true;
    const cells = this.cells(text.slice(1, end), row, true);
    const values = this.attributes.map(({ type, values: [first = null] }): Cell =>
      type === 'number' ? 0 : first,
    );
    const seen = new Set<number>();
    if (cells.length === 1 && cells[0]!.text === '' && !cells[0]!.quoted) return values;
    for (const cell of cells) {
      const { index: k } = cell;
      if (k === null || (cell.text === '' && !cell.quoted)) {
        throw this.wrong(row, `${quoted(cell.text)} is not an index and a value`);
      }
      if (seen.has(k)) throw this.wrong(row, `index ${k} stands there twice`);
      if (k >= this.attributes.length) {
        throw this.wrong(row, `index ${k} of ${plural(this.attributes.length, 'attribute')}, counted from 0`);
      }
      seen.add(k);
      values[k] = this.cell(k, cell, row);
    }
    return values;
  }

  private cell(k: number, { text, quoted: inQuotes }: ArffCell, row: number): Cell {
    if ((text === '?' || text === '') && !inQuotes) return null;
    const { name, type, values } = this.attributes[k]!;
    if (type === 'number') {
      const value = numberCell(text);
      if (value === undefined)
        throw this.wrong(row, `${quoted(name)} is ${quoted(text)}, which is no number that is read`);
      return value;
    }
    if (type === 'nominal' && !values.includes(text)) {
      this.undeclared ??= `Row ${grouped(row)} has a name for ${quoted(name)} that its attribute does not list, ${quoted(text)}: it was kept.`;
    }
    return text;
  }
}

function columnOf({ name, type }: Attribute): ColumnHead {
  return { name: visible(name), named: true, declared: type };
}
