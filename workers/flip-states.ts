import type { PairFlips } from '../src/core/observe/pair-flips.ts';

const BYTES_PER_COUNT = 4;
/** Two matrices a state: how often each pair flipped, and when last. */
const MATRICES = 2;

/** What the flips of pairs were, one state after the other: a snapshot before which nothing flipped takes no room. */
export class FlipStates {
  /** States, of soFar and last each. */
  #numbers = new Uint32Array(0);
  #count = 0;

  /** @param cells of a matrix */
  constructor(private readonly cells: number) {}

  get bytes(): number {
    return BYTES_PER_COUNT * this.#count * this.#size;
  }

  /** @returns the place of the state, a new one only where it differs from the last */
  append(flips: PairFlips): number {
    if (this.#count > 0 && this.#isLast(flips)) return this.#count - 1;
    const from = this.#count * this.#size;
    if (from + this.#size > this.#numbers.length) {
      const more = new Uint32Array(Math.max(1, 2 * this.#count) * this.#size);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers.set(flips.soFar, from);
    this.#numbers.set(flips.last, from + this.cells);
    return this.#count++;
  }

  /** The states from..to−1, as a view. */
  part(from: number, to: number): Uint32Array {
    return this.#numbers.subarray(from * this.#size, to * this.#size);
  }

  /** The same in memory of their own. */
  copyOf(from: number, to: number): FlipStates {
    const copy = new FlipStates(this.cells);
    copy.#numbers = this.part(from, to).slice();
    copy.#count = to - from;
    return copy;
  }

  get #size(): number {
    return MATRICES * this.cells;
  }

  #isLast({ soFar }: PairFlips): boolean {
    const from = (this.#count - 1) * this.#size;
    for (let cell = 0; cell < this.cells; cell++) {
      if (this.#numbers[from + cell] !== soFar[cell]) return false;
    }
    return true;
  }
}
