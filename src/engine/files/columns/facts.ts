import type { Cell, ColumnFacts } from '../table.ts';

/** What {@link FactsCounter.see} makes of a cell: a number, nothing, or from WORD on a word's place in the dictionary. */
export const NUMBER = 0;
export const MISSING = 1;
/** A word that the dictionary has no place for. */
export const OTHER_WORD = 2;
export const WORD = 3;

/** Longest word that is kept; a longer one is cut. */
const MAX_WORD = 256;
/** Different values that are counted in all columns together, about. */
const DISTINCT_IN_ALL = 1_000_000;

/** How many different values of a column are counted, in a table of so many columns. */
export const maxDistinct = (columns: number): number =>
  Math.min(100_000, Math.max(64, Math.floor(DISTINCT_IN_ALL / columns)));

/** Counts over all rows of one column, and the dictionary of its words. */
export class FactsCounter {
  /** Words in order of first sight; the code of `words[k]` is WORD + k. */
  readonly words: string[] = [];
  private readonly codes = new Map<string, number>();
  private readonly limit: number;

  private numbers = 0;
  private wordCells = 0;
  private missing = 0;
  private whole = true;
  private least = Infinity;
  private most = -Infinity;
  private running = true;
  private last = NaN;

  /** Different values in order of first sight; null as soon as there are more than `limit`. */
  private order: (number | string)[] | null = [];
  /** Of the numbers 0..255, then of all other numbers, then of the words by their place. */
  private byteRows: Uint32Array | null = null;
  private numberRows: Map<number, number> | null = null;
  private readonly wordRows: number[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Counts a cell of the next row and gives its code. A number must be finite. */
  see(cell: Cell): number {
    if (typeof cell === 'number') {
      this.seeNumber(cell);
      return NUMBER;
    }
    if (cell === null) {
      this.missing++;
      return MISSING;
    }
    return this.seeWord(cell);
  }

  finish(): ColumnFacts {
    const { numbers, wordCells: words, missing } = this;
    const none = numbers === 0;
    return {
      numbers,
      words,
      missing,
      whole: this.whole,
      least: none ? NaN : this.least,
      most: none ? NaN : this.most,
      running: this.running && numbers > 1 && words === 0 && missing === 0,
      values:
        this.order === null ? null : new Map(this.order.map((value) => [String(value), this.rows(value)])),
    };
  }

  private seeNumber(x: number): void {
    if (x < this.least) this.least = x;
    if (x > this.most) this.most = x;
    if (this.running && this.numbers > 0 && x !== this.last + 1) this.running = false;
    this.last = x;
    this.numbers++;
    if ((x & 255) === x) {
      if (this.order === null) return;
      this.byteRows ??= new Uint32Array(256);
      if (this.byteRows[x]!++ === 0) this.sight(x);
      return;
    }
    if (this.whole && !Number.isInteger(x)) this.whole = false;
    if (this.order === null) return;
    this.numberRows ??= new Map();
    const rows = this.numberRows.get(x) ?? 0;
    this.numberRows.set(x, rows + 1);
    if (rows === 0) this.sight(x);
  }

  private seeWord(text: string): number {
    this.wordCells++;
    const word = text.length > MAX_WORD ? `${text.slice(0, MAX_WORD)}…` : text;
    const code = this.codes.get(word);
    if (code !== undefined) {
      this.wordRows[code - WORD]!++;
      return code;
    }
    if (this.words.length >= this.limit) {
      this.forget();
      return OTHER_WORD;
    }
    // A copy: a slice of the text that was read would keep all of that text in memory.
    const copy = ` ${word}`.slice(1);
    const next = WORD + this.words.length;
    this.codes.set(copy, next);
    this.words.push(copy);
    this.wordRows.push(1);
    this.sight(copy);
    return next;
  }

  private sight(value: number | string): void {
    this.order?.push(value);
    if (this.order !== null && this.order.length > this.limit) this.forget();
  }

  private forget(): void {
    this.order = null;
    this.byteRows = null;
    this.numberRows = null;
  }

  private rows(value: number | string): number {
    if (typeof value === 'string') return this.wordRows[this.codes.get(value)! - WORD]!;
    return (value & 255) === value ? this.byteRows![value]! : this.numberRows!.get(value)!;
  }
}
