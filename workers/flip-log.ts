import type { PairFlips } from '../src/core/observe/pair-flips.ts';
import { CHANGE, flipsAfter, type FlipChanges } from '../src/core/observe/flip-changes.ts';

/** Changes that there is room for at first. */
const ROOM = 64;

/** Takes down the flips of one snapshot after the other, as {@link FlipChanges} have them. */
export class FlipLog {
  /** How often each pair had flipped at the newest snapshot. */
  readonly #soFar: Uint32Array;
  #changes = new Uint32Array(0);
  #count = 0;
  #isEmpty = true;
  /** Of the newest snapshot; undefined where it did not say. */
  #total: number | undefined;

  /**
   * @param first 2×rows×columns
   * @param ends an entry for each snapshot that may come
   */
  constructor(
    private readonly first: Uint32Array,
    private readonly ends: Uint32Array,
  ) {
    this.#soFar = new Uint32Array(first.length / 2);
  }

  /** Bytes of the changes. */
  get bytes(): number {
    return CHANGE * this.#count * this.#changes.BYTES_PER_ELEMENT;
  }

  /** Takes the flips of snapshot k. */
  append(k: number, flips: PairFlips): void {
    if (this.#isEmpty) this.#begin(flips);
    else if (flips.total === undefined || flips.total !== this.#total) this.#note(flips);
    this.#total = flips.total;
    this.ends[k] = this.#count;
  }

  /** Of the snapshots from..to−1; views where they are the first ones. */
  part(from: number, to: number): FlipChanges {
    const { first, ends } = this;
    const start = ends[from]!;
    const changes = this.#changes.subarray(CHANGE * start, CHANGE * ends[to - 1]!);
    if (from === 0) return { first, changes, ends: ends.subarray(0, to) };
    const { soFar, last } = flipsAfter({ first, changes: this.#changes }, start);
    const now = new Uint32Array(first.length);
    now.set(soFar);
    now.set(last, soFar.length);
    return { first: now, changes, ends: ends.slice(from, to).map((end) => end - start) };
  }

  /** Goes on after a part of another log. */
  take({ first, changes, ends }: FlipChanges): void {
    this.first.set(first);
    this.ends.set(ends);
    this.#changes = changes.slice();
    this.#count = changes.length / CHANGE;
    this.#soFar.set(flipsAfter(this.part(0, ends.length), this.#count).soFar);
    this.#isEmpty = false;
  }

  #begin({ soFar, last }: PairFlips): void {
    this.first.set(soFar);
    this.first.set(last, soFar.length);
    this.#soFar.set(soFar);
    this.#isEmpty = false;
  }

  #note({ soFar, last }: PairFlips): void {
    const before = this.#soFar;
    for (let cell = 0; cell < before.length; cell++) {
      if (before[cell] === soFar[cell]) continue;
      before[cell] = soFar[cell]!;
      const at = CHANGE * this.#count++;
      if (at === this.#changes.length) this.#grow();
      this.#changes[at] = cell;
      this.#changes[at + 1] = soFar[cell]!;
      this.#changes[at + 2] = last[cell]!;
    }
  }

  #grow(): void {
    const more = new Uint32Array(Math.max(CHANGE * ROOM, 2 * this.#changes.length));
    more.set(this.#changes);
    this.#changes = more;
  }
}
