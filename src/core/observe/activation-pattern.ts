import type { Kernels } from '../kernels/kernels.ts';
import { bitsIn, wordsOf } from '../kernels/words.ts';

/** Who fires for whom: the signs of the pre-activations, kept from one recorded epoch to the next. */
export class ActivationPattern {
  /** A bit for each pre-activation, 1 where it is ≥ 0: 2m rows of whole words. */
  readonly words: Int32Array;
  /** Words of a row. */
  readonly perRow: number;
  /** The bits that neurons of each class have where sign⟨w_r, x_i⟩ = j·y_i: one row of words. */
  private readonly wanted: readonly [Int32Array, Int32Array];
  private readonly counts: Int32Array;
  /** nP. */
  readonly width: number;
  private first = true;

  /**
   * @param y labels of the samples
   * @param patches P; each sample has so many columns
   */
  constructor(
    private readonly kernels: Kernels,
    private readonly neurons: number,
    y: Float64Array,
    patches: number,
  ) {
    this.width = y.length * patches;
    const words = wordsOf(this.width);
    this.perRow = words;
    this.words = kernels.allocateIndices(neurons * words);
    this.wanted = [kernels.allocateIndices(words), kernels.allocateIndices(words)];
    this.counts = kernels.allocateIndices(2);
    for (let k = 0; k < this.width; k++) {
      const agreeing = this.wanted[y[Math.floor(k / patches)]! > 0 ? 0 : 1];
      agreeing[k >>> 5] = agreeing[k >>> 5]! | (1 << (k & 31));
    }
  }

  /**
   * Takes the signs of `signed`, 2m×(nP).
   *
   * @returns how many signs differ from the last call (0 at the first), and the share of (j, r, i) whose sign is
   *   j·y_i (K Lemma 5.6)
   */
  update(signed: Float64Array): { flips: number; agreement: number } {
    const { kernels, words, wanted, counts, neurons, width } = this;
    const m = neurons / 2;
    counts.fill(0);
    kernels.updatePattern(signed, 0, m, width, wanted[0], words, counts);
    kernels.updatePattern(signed, m, m, width, wanted[1], words, counts);
    const flips = this.first ? 0 : counts[0]!;
    this.first = false;
    return { flips, agreement: counts[1]! / (neurons * width) };
  }

  /**
   * Takes the row of one neuron, which `words` has from `at` on; the others are as they were at the last call.
   *
   * @returns how many signs differ from the last call
   */
  updateRow(r: number, words: Int32Array, at: number): number {
    let flips = 0;
    for (let w = 0, to = r * this.perRow; w < this.perRow; w++, to++) {
      flips += bitsIn(words[at + w]! ^ this.words[to]!);
      this.words[to] = words[at + w]!;
    }
    return flips;
  }

  /** How many signs of a row that `words` has from `at` on are j·y_i, for a neuron of class j (0: +1, 1: −1). */
  agreeing(words: Int32Array, at: number, side: number): number {
    const wanted = this.wanted[side]!;
    let count = 0;
    for (let w = 0; w < this.perRow; w++) {
      const used = Math.min(32, this.width - 32 * w);
      const mask = used === 32 ? -1 : (1 << used) - 1;
      count += bitsIn(~(words[at + w]! ^ wanted[w]!) & mask);
    }
    return count;
  }

  /** out ← 1 where a neuron fired at the last `update` for a column, else 0: (number of rows)×(number of columns). */
  read(rows: Int32Array, columns: Int32Array, out: Uint8Array): void {
    const { kernels, words, perRow } = this;
    kernels.unpackPattern(words, perRow, rows, rows.length, columns, columns.length, out);
  }
}
