import { headOf } from '../bytes/source.ts';
import type { Source } from '../bytes/source.ts';
import { encodingOf, TextReader } from '../bytes/text.ts';
import { FileProblem } from '../problem.ts';
import type { Labels, ReadOptions, Table } from '../table.ts';
import { byteSize, grouped } from '../words.ts';
import { layoutOf } from './csv/layout.ts';
import type { LayoutChoice } from './csv/layout.ts';
import { RecordReader, unclosed } from './csv/records.ts';
import { RowReader } from './csv/rows.ts';
import { ZeroGuard } from './csv/zeros.ts';

const SNIFFED = 4096;
/** Characters and lines that are seen before the layout is decided. */
const HEAD_LENGTH = 1 << 18;
const HEAD_LINES = 50;
/** Characters of the head at most: a few rows of 20,000 long numbers. */
const MAX_HEAD = 4_000_000;

/**
 * Reads a table of numbers and words (or a single column: labels) from a text, CSV and its relatives, in one pass.
 * @throws FileProblem naming row (lines of the file, the header counted) and column
 */
export async function readCsv(
  source: Source,
  options: ReadOptions,
  choice: LayoutChoice = {},
): Promise<Table | Labels> {
  const text = new TextReader(encodingOf(await headOf(source, SNIFFED)));
  const reader = new CsvReader(source.name, choice);
  let read = 0;
  for await (const piece of source.chunks()) {
    options.signal.throwIfAborted();
    read += piece.length;
    reader.take(text.take(piece, false), false);
    options.progress(source.size === null ? null : read / source.size, reader.rows);
    await options.breathe();
  }
  reader.take(text.take(new Uint8Array(0), true), true);
  return reader.finish(text.note);
}

/** Takes the text of a table in pieces: its head decides the layout, then rows go on as they come. */
class CsvReader {
  private readonly zeros: ZeroGuard;
  private head = '';
  /** How far the head's lines were counted, and how many there are in which something stands. */
  private counted = 0;
  private lines = 0;
  private parts: { readonly records: RecordReader; readonly rows: RowReader } | null = null;

  constructor(
    private readonly file: string,
    private readonly choice: LayoutChoice,
  ) {
    this.zeros = new ZeroGuard(file);
  }

  get rows(): number {
    return this.parts?.rows.total ?? 0;
  }

  take(piece: string, last: boolean): void {
    const text = this.zeros.take(piece);
    if (this.parts !== null) {
      this.read(text, last);
      return;
    }
    this.head += text;
    if (!last && !this.isEnough()) {
      if (this.head.length > MAX_HEAD) throw this.noRows();
      return;
    }
    const layout = layoutOf(
      this.file,
      last ? this.head : this.head.slice(0, this.head.lastIndexOf('\n') + 1),
      this.choice,
    );
    if (layout === null) throw new FileProblem(`${this.file} is empty: nothing stands in it`, 'empty');
    this.parts = {
      records: new RecordReader(this.file, layout.delimiter),
      rows: new RowReader(this.file, layout),
    };
    // Blank lines may be most of the head.
    const blank = this.head.trimEnd().length + 1;
    this.read(this.head.slice(0, blank), last && blank >= this.head.length);
    if (blank < this.head.length) this.read(this.head.slice(blank), last);
    this.head = '';
  }

  private read(text: string, last: boolean): void {
    const { records, rows } = this.parts!;
    const blank = records.skipBlank(text);
    if (blank > 0) rows.blankLines(blank, records.nextLine);
    else rows.take(records.take(text, last));
  }

  finish(note: string | null): Table | Labels {
    const notes = [note, this.zeros.note].filter((sentence) => sentence !== null);
    return this.parts!.rows.finish(notes);
  }

  /** Whether there are so many lines in which something stands that the layout can be seen. */
  private isEnough(): boolean {
    const { head } = this;
    if (head.length < HEAD_LENGTH) return false;
    for (let end = head.indexOf('\n', this.counted); end >= 0; end = head.indexOf('\n', this.counted)) {
      if (end > this.counted && head.slice(this.counted, end).trim() !== '') this.lines++;
      this.counted = end + 1;
      if (this.lines >= HEAD_LINES) return true;
    }
    return this.lines > 2 && this.counted > MAX_HEAD / 2;
  }

  private noRows(): FileProblem {
    if (this.head.trim() === '') {
      return new FileProblem(
        `${this.file} begins with ${byteSize(this.head.length)} of blank lines: it holds no table`,
        'blank',
      );
    }
    const line = this.head.split('\n').length;
    if (this.head.includes('"', this.counted)) return unclosed(this.file, line);
    return new FileProblem(
      `${this.file}, row ${grouped(line)} is longer than ${byteSize(MAX_HEAD)} or is cut off: this is no table of rows`,
      'row-too-long',
      line,
    );
  }
}
