import { MAX_COLUMNS, MAX_MAGNITUDE, TABLE_MEMORY } from '../limits.ts';
import { FileProblem } from '../problem.ts';
import type { Cell, Column, Format, Table } from '../table.ts';
import { grouped, partOf, quoted } from '../words.ts';
import { FactsCounter, maxDistinct } from './facts.ts';
import { inSample } from './sample.ts';
import { ColumnStore } from './store.ts';

/** What a reader knows of a column before its cells. */
export type ColumnHead = Pick<Column, 'name' | 'named' | 'declared' | 'notation'>;

/** Bytes a row for its line and its index. */
const ROW_BYTES = 16;
const FIRST_CAPACITY = 64;
/** With so many columns of doubles, or fewer, the features are still taken to be bytes: a running number, a label. */
const ODD_COLUMNS = 2;

/**
 * Takes the rows of a table one after another and keeps all of them, or, once they do not fit into TABLE_MEMORY, a sample
 * (see sample.ts); facts are counted over all rows. What is kept depends on the rows alone, not on how they arrived.
 */
export class TableBuilder {
  private readonly file: string;
  private readonly format: Format;
  private readonly memory: number;
  private readonly heads: readonly ColumnHead[];
  private readonly facts: readonly FactsCounter[];
  private readonly stores: readonly ColumnStore[];
  private readonly codes: Uint32Array;
  private readonly numbers: Float64Array;
  /** Of each kept row: its line in the file, and its index among all rows. */
  private lines = new Float64Array(FIRST_CAPACITY);
  private indices = new Float64Array(FIRST_CAPACITY);
  private capacity = FIRST_CAPACITY;
  private count = 0;
  private rows = 0;
  private level = 0;
  /** Rows that fit at the present width. */
  private most = FIRST_CAPACITY;

  /**
   * @param memory bytes that the table may take
   * @throws FileProblem when there are no columns or too many
   */
  constructor(format: Format, file: string, heads: readonly ColumnHead[], memory = TABLE_MEMORY) {
    this.memory = memory;
    checkColumns(file, heads.length);
    this.file = file;
    this.format = format;
    this.heads = heads;
    const limit = maxDistinct(heads.length);
    this.facts = heads.map(() => new FactsCounter(limit));
    this.stores = heads.map(() => new ColumnStore());
    this.codes = new Uint32Array(heads.length);
    this.numbers = new Float64Array(heads.length);
  }

  /** Rows added so far. */
  get total(): number {
    return this.rows;
  }

  /**
   * Adds a row: a cell a column, NaN is a missing one.
   *
   * @param line the row's number in the file, from 1
   * @throws FileProblem for a number beyond ±MAX_MAGNITUDE
   */
  add(cells: ArrayLike<Cell>, line: number): void {
    const { facts, codes, numbers } = this;
    for (let k = 0; k < facts.length; k++) {
      let cell = cells[k] ?? null;
      if (typeof cell === 'number') {
        if (Number.isNaN(cell)) cell = null;
        else if (Math.abs(cell) > MAX_MAGNITUDE) throw this.beyond(cell, line, k);
      }
      codes[k] = facts[k]!.see(cell);
      numbers[k] = typeof cell === 'number' ? cell : 0;
    }
    const index = this.rows++;
    if (!inSample(index, this.level)) return;
    this.makeRoom();
    // Room may have been made by a smaller sample, without this row.
    if (!inSample(index, this.level)) return;
    for (let k = 0; k < codes.length; k++) this.stores[k]!.put(this.count, codes[k]!, numbers[k]!);
    this.lines[this.count] = line;
    this.indices[this.count] = index;
    this.count++;
  }

  /** The table of the rows so far; the builder must not be used after. */
  finish(notes: readonly string[]): Table {
    const { count, rows: total, lines, indices } = this;
    const columns = this.heads.map((head, k): Column => {
      const { words } = this.facts[k]!;
      const store = this.stores[k]!;
      return { ...head, facts: this.facts[k]!.finish(), at: (row) => store.at(row, words) };
    });
    const sampled = `${partOf(count, total, 'row')} kept: a random sample, always the same one of this file.`;
    return {
      kind: 'table',
      format: this.format,
      name: this.file,
      columns,
      count,
      total,
      lineOf: (row) => lines[row]!,
      indexOf: (row) => indices[row]!,
      notes: count < total ? [...notes, sampled] : notes,
    };
  }

  /** Makes room for the current row as wide as it is. */
  private makeRoom(): void {
    const { stores, codes, numbers } = this;
    const wider: number[] = [];
    for (let k = 0; k < stores.length; k++) if (!stores[k]!.fits(codes[k]!, numbers[k]!)) wider.push(k);
    if (wider.length > 0) {
      this.most = this.mostRows();
      if (this.count >= this.most) this.thin(this.most);
      if (this.capacity > this.most) this.resize(this.most);
      for (const k of wider) stores[k]!.widen(codes[k]!, numbers[k]!, this.count, this.capacity);
    }
    if (this.count < this.capacity) return;
    if (this.count >= this.most) this.thin(this.most);
    else this.resize(Math.min(this.most, 2 * this.capacity));
  }

  /** Rows that fit into the memory as wide as they are with the current one. */
  private mostRows(): number {
    let width = ROW_BYTES;
    let wide = 0;
    this.stores.forEach((store, k) => {
      const bytes = store.fits(this.codes[k]!, this.numbers[k]!)
        ? store.width
        : store.widthWith(this.codes[k]!, this.numbers[k]!);
      width += bytes;
      if (bytes >= 8) wide++;
    });
    // The dataset that is made of the table later has to fit too.
    width += this.stores.length * (wide > ODD_COLUMNS ? 8 : 1);
    return Math.max(1, Math.floor(this.memory / width));
  }

  /** Leaves rows out until there are fewer than `most`. */
  private thin(most: number): void {
    while (this.count >= most && this.level < 31) {
      this.level++;
      let kept = 0;
      for (let row = 0; row < this.count; row++) {
        if (!inSample(this.indices[row]!, this.level)) continue;
        if (kept !== row) {
          this.lines[kept] = this.lines[row]!;
          this.indices[kept] = this.indices[row]!;
          for (const store of this.stores) store.move(kept, row);
        }
        kept++;
      }
      this.count = kept;
    }
  }

  private resize(capacity: number): void {
    for (const store of this.stores) store.resize(this.count, capacity);
    this.lines = resized(this.lines, this.count, capacity);
    this.indices = resized(this.indices, this.count, capacity);
    this.capacity = capacity;
  }

  private beyond(value: number, line: number, column: number): FileProblem {
    return new FileProblem(
      `${this.file}, row ${grouped(line)}, column ${quoted(this.heads[column]!.name)}: ${value} is beyond ±${MAX_MAGNITUDE}, ` +
        'the largest number that is read',
      'number-range',
      line,
    );
  }
}

/** @throws FileProblem when a table would have no columns or too many; call before memory is taken */
export function checkColumns(file: string, columns: number): void {
  if (columns === 0) throw new FileProblem(`${file} holds no columns`, 'no-columns');
  if (columns <= MAX_COLUMNS) return;
  throw new FileProblem(
    `${file} has ${grouped(columns)} columns; at most ${grouped(MAX_COLUMNS)} are read: leave some out`,
    'too-many-columns',
  );
}

function resized(array: Float64Array, count: number, capacity: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(capacity);
  next.set(array.subarray(0, count));
  return next;
}
