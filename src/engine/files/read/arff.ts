/**
 * ARFF (Weka's attribute-relation file format): `@relation`, an `@attribute name type` a column, `@data`, then rows
 * with commas or sparse ones, `{index value, …}`. `%` begins a comment, `?` is missing.
 */
import { FileProblem } from '../problem.ts';
import { visible } from '../../../settings/words.ts';
import { TableBuilder } from '../columns/builder.ts';
import type { ColumnHead } from '../columns/builder.ts';
import { MAX_DIM } from '../limits.ts';
import type { Cell, ReadOptions, Table } from '../table.ts';
import { grouped, quoted } from '../words.ts';
import { arffCells } from './arff-cells.ts';
import type { ArffCell } from './arff-cells.ts';
import { linesOf } from './lines.ts';
import { numberCell } from './number-cell.ts';
import { watched } from './source.ts';
import type { Source } from './source.ts';

/** Whether a text that begins with these lines is ARFF: after comments and blank lines comes `@relation`. */
export function looksLikeArff(lines: readonly string[]): boolean {
  const first = lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('%'));
  return first !== undefined && /^@(relation|attribute)\b/i.test(first);
}

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
  for await (const { lines, first } of linesOf(
    name,
    watched(source, options, () => reader.rows),
  )) {
    lines.forEach((line, k) => {
      reader.take(line, first + k);
    });
  }
  return reader.finish();
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
  finish(): Table {
    if (this.builder === null)
      throw new FileProblem(`${this.name} is an ARFF file without @data: it is cut off`, 'arff-header');
    if (this.rows === 0) throw new FileProblem(`${this.name} holds no rows below @data`, 'empty');
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
    if (keyword === '@relation') return;
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
    const name = (single ?? double ?? plain ?? '').replace(/\\(.)/g, '$1');
    if (type.startsWith('{')) {
      const cells = arffCells(type.replace(/^\{/, '').replace(/\}[^}]*$/, ''));
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
    const sparse = text.startsWith('{');
    const end = sparse ? text.lastIndexOf('}') : text.length;
    if (end < 0) throw this.wrong(row, 'the row begins with { but has no }');
    const cells = arffCells(sparse ? text.slice(1, end) : text);
    if (typeof cells === 'string') throw this.wrong(row, cells);
    if (sparse) {
      this.sparse = true;
      if (text.includes('{', 1)) this.weighted = true;
      this.builder!.add(this.sparseRow(cells, row), row);
      return;
    }
    const width = this.attributes.length;
    const weight = cells.length === width + 1 && /^\{.*\}$/.test(cells[width]!.text);
    if (weight) this.weighted = true;
    if (cells.length !== width && !weight) {
      throw this.wrong(
        row,
        `${grouped(cells.length)} ${cells.length === 1 ? 'value' : 'values'} for ${grouped(width)} attributes`,
      );
    }
    this.builder!.add(
      this.attributes.map((_, k) => this.cell(k, cells[k]!, row)),
      row,
    );
  }

  private sparseRow(cells: readonly ArffCell[], row: number): Cell[] {
    const values = this.attributes.map(({ type, values: [first = null] }): Cell =>
      type === 'number' ? 0 : first,
    );
    const seen = new Set<number>();
    for (const { text, quoted: wholeQuoted } of cells) {
      if (text === '' && cells.length === 1) continue;
      const match = /^(\d{1,9})\s+(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(.+))$/.exec(text);
      const k = Number(match?.[1]);
      if (match === null || wholeQuoted) throw this.wrong(row, `${quoted(text)} is not an index and a value`);
      if (k >= this.attributes.length || seen.has(k)) {
        throw this.wrong(
          row,
          seen.has(k)
            ? `index ${k} stands there twice`
            : `index ${k} of ${this.attributes.length} attributes, counted from 0`,
        );
      }
      seen.add(k);
      const [, , single, double, plain] = match;
      const value = (single ?? double ?? plain ?? '').replace(/\\(.)/g, '$1');
      values[k] = this.cell(k, { text: value, quoted: plain === undefined }, row);
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
