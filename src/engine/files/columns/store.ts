import type { Cell } from '../table.ts';
import { MISSING, NUMBER, OTHER_WORD, WORD } from './facts.ts';

/** Words that were not kept: their column has more different ones than are counted. */
const UNKEPT = '…';

/**
 * The kept cells of one column, in as few bytes as they allow: numbers as bytes while they are whole and within 0..255,
 * then as doubles; codes (see facts.ts) only from the first cell on that is no number, of one byte, two or four.
 */
export class ColumnStore {
  private numbers: Uint8Array | Float64Array | null = null;
  private codes: Uint8Array | Uint16Array | Uint32Array | null = null;
  /** Bytes a number, and a code; 0 without. */
  private numberBytes = 0;
  private codeBytes = 0;

  /** Bytes a row. */
  get width(): number {
    return this.numberBytes + this.codeBytes;
  }

  /** Whether `put` may be called with this cell. */
  fits(code: number, value: number): boolean {
    if (code === NUMBER) return this.numberBytes === 8 || (this.numberBytes === 1 && (value & 255) === value);
    return code < 1 << 8 ? this.codeBytes > 0 : this.codeBytes >= bytesOf(code);
  }

  /** Bytes a row once it holds this cell too. */
  widthWith(code: number, value: number): number {
    if (code !== NUMBER) return this.numberBytes + Math.max(this.codeBytes, bytesOf(code));
    return Math.max(this.numberBytes, (value & 255) === value ? 1 : 8) + this.codeBytes;
  }

  /** Changes its arrays so that `put` may be called with this cell; the first `count` rows are kept. */
  widen(code: number, value: number, count: number, capacity: number): void {
    if (code === NUMBER) {
      this.numberBytes = (value & 255) === value ? 1 : 8;
      const wider = this.numberBytes === 1 ? new Uint8Array(capacity) : new Float64Array(capacity);
      this.numbers = this.numbers === null ? wider : copied(this.numbers, wider, count);
      return;
    }
    this.codeBytes = bytesOf(code);
    const wider = new (this.codeBytes === 1 ? Uint8Array : this.codeBytes === 2 ? Uint16Array : Uint32Array)(
      capacity,
    );
    this.codes = this.codes === null ? wider : copied(this.codes, wider, count);
  }

  resize(count: number, capacity: number): void {
    const { numbers, codes } = this;
    if (numbers !== null) this.numbers = copied(numbers, emptyLike(numbers, capacity), count);
    if (codes !== null) this.codes = copied(codes, emptyLike(codes, capacity), count);
  }

  put(row: number, code: number, value: number): void {
    if (this.codes !== null) this.codes[row] = code;
    if (this.numbers !== null) this.numbers[row] = code === NUMBER ? value : 0;
  }

  /** Row `row` ← row `from`. */
  move(row: number, from: number): void {
    if (this.codes !== null) this.codes[row] = this.codes[from]!;
    if (this.numbers !== null) this.numbers[row] = this.numbers[from]!;
  }

  at(row: number, words: readonly string[]): Cell {
    const code = this.codes === null ? NUMBER : this.codes[row]!;
    if (code === NUMBER) return this.numbers![row]!;
    if (code === MISSING) return null;
    return code === OTHER_WORD ? UNKEPT : words[code - WORD]!;
  }
}

const bytesOf = (code: number): number => (code < 1 << 8 ? 1 : code < 1 << 16 ? 2 : 4);

type Store = Uint8Array | Uint16Array | Uint32Array | Float64Array;

function emptyLike<T extends Store>(array: T, length: number): T {
  return new (array.constructor as new (length: number) => T)(length);
}

function copied<T extends Store>(from: Store, to: T, count: number): T {
  to.set(from.subarray(0, count));
  return to;
}
