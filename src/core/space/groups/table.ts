import type { Kernels } from '../../kernels/kernels.ts';
import { wordsOf } from '../../kernels/words.ts';
import type { Sites } from './sites.ts';

/** The groups by what makes them: the class (0: a_r > 0, 1: a_r < 0) and the activation pattern, a bit a site. */
export class GroupTable {
  /** Slots in use are among the first `count`; a slot whose group has no neurons is free. */
  count = 0;
  /** Class of each group. */
  readonly side: Uint8Array;
  /** 1 where a group fires: groups×Q. */
  readonly fires: Uint8Array;
  /** The same as bits: groups×(words of a row). */
  readonly words: Int32Array;
  readonly perRow: number;
  /** The row that was last packed. */
  private readonly row: Int32Array;

  /** @param capacity groups at most */
  constructor(
    kernels: Kernels,
    readonly sites: Sites,
    readonly capacity: number,
  ) {
    this.perRow = wordsOf(sites.count);
    this.side = new Uint8Array(capacity);
    this.fires = kernels.allocateBytes(capacity * sites.count);
    this.words = new Int32Array(capacity * this.perRow);
    this.row = new Int32Array(this.perRow);
  }

  /**
   * The group of a neuron of class `side` whose pre-activations are z[from], …, z[from + K − 1], a new one where it is the
   * first with its pattern.
   *
   * @param size neurons of each group
   * @param alone whether it is to have a group of its own, as long as there is room
   * @returns −1 where there is no room for another group
   */
  groupOf(z: Float64Array, from: number, side: number, size: Int32Array, alone = false): number {
    this.pack(z, from);
    let free = this.count;
    let known = -1;
    for (let g = this.count - 1; g >= 0; g--) {
      if (size[g] === 0) free = g;
      else if (this.side[g] === side && this.isRow(g)) known = g;
    }
    if (known >= 0 && (!alone || free === this.capacity)) return known;
    if (free === this.capacity) return -1;
    this.begin(free, side);
    return free;
  }

  /** All neurons of group g have crossed site q. */
  flip(g: number, q: number): void {
    const { fires, words, perRow, sites } = this;
    const at = g * sites.count + q;
    fires[at] = 1 - fires[at]!;
    const word = g * perRow + (q >>> 5);
    words[word] = words[word]! ^ (1 << (q & 31));
  }

  /** Whether two groups have the same class and pattern. */
  areAlike(g: number, h: number): boolean {
    const { side, words, perRow } = this;
    if (side[g] !== side[h]) return false;
    for (let w = 0; w < perRow; w++) if (words[g * perRow + w] !== words[h * perRow + w]) return false;
    return true;
  }

  /** The words of z's signs go to `row`. */
  private pack(z: Float64Array, from: number): void {
    const { sites, row } = this;
    row.fill(0);
    for (let q = 0; q < sites.count; q++) {
      // −0 ≥ 0, too.
      if (sites.sign[q]! * z[from + sites.feature[q]!]! >= 0) row[q >>> 5] = row[q >>> 5]! | (1 << (q & 31));
    }
  }

  private isRow(g: number): boolean {
    const { words, row, perRow } = this;
    for (let w = 0; w < perRow; w++) if (words[g * perRow + w] !== row[w]) return false;
    return true;
  }

  private begin(g: number, side: number): void {
    const { words, row, perRow, fires, sites } = this;
    this.count = Math.max(this.count, g + 1);
    this.side[g] = side;
    words.set(row, g * perRow);
    for (let q = 0; q < sites.count; q++) fires[g * sites.count + q] = (row[q >>> 5]! >>> (q & 31)) & 1;
  }
}
