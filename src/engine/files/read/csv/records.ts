import Papa from 'papaparse';
import type { ParseError, Parser } from 'papaparse';
import { FileProblem } from '../../problem.ts';
import { byteSize, grouped } from '../../words.ts';

/** What stands between cells; `spaces` are runs of spaces and tabs. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'spaces' | (string & {});

export interface Record {
  readonly cells: readonly string[];
  /** The line of the file in which it begins, from 1. */
  readonly line: number;
}

/** Characters of one row: 20,000 numbers of 200 characters. Keeps an open quote from collecting the file. */
const MAX_ROW = 4_000_000;

interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly ParseError[];
  readonly meta: { readonly cursor: number };
}

/** The records of a text that comes in pieces, whose lines end with \n. */
export class RecordReader {
  private readonly file: string;
  private readonly parser: Parser;
  private readonly spaces: boolean;
  /** A quote that opens a cell after spaces, which Papa takes for a part of the cell; and whole quoted cells. */
  private readonly spacedQuote: RegExp;
  private readonly quotedCell: RegExp;
  private pending = '';
  /** Line of the first character of `pending`. */
  private line: number;
  /** Length of `pending` below which a whole record cannot be expected in it. */
  private expected = 0;

  constructor(file: string, delimiter: Delimiter, line = 1) {
    this.file = file;
    this.spaces = delimiter === 'spaces';
    this.parser = new Papa.Parser({ delimiter: this.spaces ? ' ' : delimiter, newline: '\n' });
    this.line = line;
    const start = `(^|${delimiter.replace(/\W/g, '\\$&')})`;
    const space = delimiter === '\t' ? ' ' : '[ \\t]';
    this.spacedQuote = new RegExp(`${start}${space}+"`, 'm');
    this.quotedCell = new RegExp(`${start}${space}*("(?:[^"]|"")*")`, 'gm');
  }

  /** The records that end within the text so far. @throws FileProblem where a quote is not closed as it has to be */
  take(text: string, last: boolean): readonly Record[] {
    this.pending += text;
    if (this.pending.length > MAX_ROW + text.length) throw this.tooLong();
    if (!last && this.pending.length < this.expected) return [];
    // Whole lines only: whether a quote ends a cell is seen from what follows it.
    const end = last ? this.pending.length : this.pending.lastIndexOf('\n') + 1;
    let input = this.pending.slice(0, end);
    this.pending = this.pending.slice(end);
    if (this.spaces) input = input.replace(/[ \t]+/g, ' ').replace(/^ | $/gm, '');
    else if (this.spacedQuote.test(input)) input = input.replace(this.quotedCell, '$1$2');
    const { data, errors, meta } = this.parser.parse(input, 0, !last) as Parsed;
    if (errors.length > 0) throw this.openQuote(input, errors[0]!);
    this.pending = input.slice(last ? input.length : meta.cursor) + this.pending;
    this.expected = data.length === 0 ? 2 * this.pending.length : 0;
    const records = this.numbered(data, input.includes('"'));
    // A text that ends with its last line's end has no further row.
    if (last && records.at(-1)?.cells.length === 1 && records.at(-1)?.cells[0] === '') records.pop();
    return records;
  }

  /** Line of the first character that is not read yet. */
  get nextLine(): number {
    return this.line;
  }

  /** Passes over a text of nothing but blank lines between records; how many, or 0 where it is none. */
  skipBlank(text: string): number {
    if (this.pending !== '' || !text.endsWith('\n') || /[^ \t\n]/.test(text)) return 0;
    let lines = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
    this.line += lines;
    return lines;
  }

  private numbered(data: readonly string[][], quotes: boolean): Record[] {
    return data.map((cells) => {
      const record = { cells, line: this.line++ };
      if (quotes) for (const cell of cells) if (cell.includes('\n')) this.line += cell.split('\n').length - 1;
      return record;
    });
  }

  private openQuote(input: string, { index = 0 }: ParseError): FileProblem {
    const line = this.line + input.slice(0, index).split('\n').length - 1;
    return unclosed(this.file, line);
  }

  private tooLong(): FileProblem {
    const quote = /(?:^|\n)(?:[^"\n]*[^"\n\w.])?"/.test(this.pending.slice(0, 100_000));
    if (quote) return unclosed(this.file, this.line);
    return new FileProblem(
      `${this.file}, row ${grouped(this.line)} is longer than ${byteSize(MAX_ROW)}: this is no table of rows`,
      'row-too-long',
      this.line,
    );
  }
}

/** A quote opened in this line that is not closed, or closes where none may. */
export function unclosed(file: string, line: number): FileProblem {
  return new FileProblem(
    `${file}, row ${grouped(line)}: a quote (") is opened here and is not closed before a delimiter or the row's end: ` +
      'close it, or take it out',
    'open-quote',
    line,
  );
}
