import type { FlipWatcher } from '../method/grouping.ts';
import type { Batch } from '../objective.ts';
import type { RunFacts } from '../outcome.ts';
import type { Sites } from '../space/groups/sites.ts';
import type { ActivationPattern } from './activation-pattern.ts';
import type { SnapshotShape } from './snapshot-shape.ts';

/**
 * Which signs flip: of each shown pair (neuron, sample), rows×columns of the shape, how often sign⟨w_r, x_i⟩ (of the
 * sample's last patch) changed from one epoch to the next since t = 0, and the epoch of the last change; 0 where none did.
 */
export interface PairFlips {
  readonly soFar: Uint32Array;
  readonly last: Uint32Array;
  /** Where it is known: while it is the same, so are these. */
  readonly total?: number;
}

/** Flips of the shown pairs, by whether the neuron is of the sample's class, j = y_i. */
interface FlipsByClass {
  readonly own: number;
  readonly other: number;
  /** The epoch of the last flip with j = y_i; 0 when there was none. */
  readonly lastOwn: number;
}

export function flipsByClass(
  { soFar, last }: PairFlips,
  { neurons, labels, shape }: Pick<RunFacts, 'neurons' | 'labels' | 'shape'>,
): FlipsByClass {
  const { rows, columns } = shape;
  let own = 0;
  let other = 0;
  let lastOwn = 0;
  for (let row = 0, cell = 0; row < rows.length; row++) {
    const isPositive = 2 * rows[row]! < neurons;
    for (let column = 0; column < columns.length; column++, cell++) {
      if (labels[columns[column]!]! > 0 === isPositive) {
        own += soFar[cell]!;
        lastOwn = Math.max(lastOwn, last[cell]!);
      } else other += soFar[cell]!;
    }
  }
  return { own, other, lastOwn };
}

/** Counts {@link PairFlips} in the place where all flips are counted: only epochs with a flip cost anything. */
export class PairFlipCount implements PairFlips, FlipWatcher {
  readonly soFar: Uint32Array;
  readonly last: Uint32Array;
  /** Flips of all shown pairs. */
  total = 0;
  /** Words of the shown neurons at the last epoch whose words were taken. */
  private readonly words: Int32Array;
  private hasWords = false;
  /** Shown column of each bit of a row; −1 where it is not shown. */
  private readonly columnOf: Int32Array;
  /** Shown row of each neuron; −1 where it is not shown. */
  private readonly rowOf: Int32Array;
  /** Shown columns of each site. */
  private readonly columnsOfSite: readonly (readonly number[])[];

  /**
   * @param neurons 2m
   * @param full all samples: of each the last patch is looked at
   * @param sites null where neurons do not move by groups
   */
  constructor(
    private readonly shape: SnapshotShape,
    private readonly pattern: ActivationPattern,
    neurons: number,
    full: Pick<Batch, 'n' | 'patches'>,
    sites: Sites | null,
  ) {
    const { rows, columns } = shape;
    this.soFar = new Uint32Array(rows.length * columns.length);
    this.last = new Uint32Array(this.soFar.length);
    this.words = new Int32Array(rows.length * pattern.perRow);
    this.rowOf = new Int32Array(neurons).fill(-1);
    rows.forEach((r, row) => (this.rowOf[r] = row));
    this.columnOf = new Int32Array(full.n * full.patches).fill(-1);
    const patchOf = columns.map((i) => (i + 1) * full.patches - 1);
    patchOf.forEach((patch, column) => (this.columnOf[patch] = column));
    const ofSite: number[][] = Array.from({ length: sites?.count ?? 0 }, () => []);
    patchOf.forEach((patch, column) => ofSite[sites?.ofPatch[patch] ?? -1]?.push(column));
    this.columnsOfSite = ofSite;
  }

  /**
   * Takes the pattern of epoch t.
   * @param isCounted whether `flipped` told of what has changed since the last call
   */
  take(t: number, isCounted: boolean): void {
    const { shape, pattern, words, columnOf } = this;
    const { perRow } = pattern;
    const counts = this.hasWords && !isCounted;
    for (let row = 0, at = 0; row < shape.rows.length; row++) {
      const from = shape.rows[row]! * perRow;
      for (let word = 0; word < perRow; word++, at++) {
        let changed = words[at]! ^ pattern.words[from + word]!;
        if (changed === 0) continue;
        words[at] = pattern.words[from + word]!;
        if (!counts) continue;
        for (; changed !== 0; changed &= changed - 1) {
          const column = columnOf[32 * word + 31 - Math.clz32(changed & -changed)]!;
          if (column >= 0) this.count(row, column, t);
        }
      }
    }
    this.hasWords = true;
  }

  flipped(t: number, r: number, site: number): void {
    const row = this.rowOf[r]!;
    if (row < 0) return;
    for (const column of this.columnsOfSite[site]!) this.count(row, column, t);
  }

  private count(row: number, column: number, t: number): void {
    const cell = row * this.shape.columns.length + column;
    this.soFar[cell] = this.soFar[cell]! + 1;
    this.last[cell] = t;
    this.total++;
  }
}
