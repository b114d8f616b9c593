import { SCALARS } from '../src/core/observe/quantities.ts';
import type { Recorder, Snapshot } from '../src/core/observe/recorder.ts';
import type { RunFacts } from '../src/core/outcome.ts';
import type { Frame, RunEnd, RunId } from '../src/protocol/frames.ts';
import { GrowingColumn } from './growing.ts';
import { SnapshotStore } from './snapshot-store.ts';

const ROWS = 64;
const BYTES_PER_NUMBER = 8;
/** t and the scalars. */
const COLUMNS = 1 + SCALARS.length;

/** Collects what a run records, as rows, and hands it over as the columns of frames. */
export class FrameBuilder implements Recorder {
  readonly #run: RunId;
  /** t and the scalars, row after row: a run appends to one place, and columns are made once, when they are taken. */
  readonly #numbers = new GrowingColumn(ROWS * COLUMNS);
  /** Rows of n margins, one after the other. */
  readonly #margins = new GrowingColumn(ROWS);
  #samples = 0;
  readonly #snapshots = new SnapshotStore();
  /** t of the last row that was handed over. */
  #lastTaken = -1;

  constructor(run: RunId) {
    this.#run = run;
  }

  /** Rows collected and not handed over yet. */
  get rows(): number {
    return this.#numbers.length / COLUMNS;
  }

  /** Memory of what was not handed over yet. */
  get bytes(): number {
    const numbers = this.#numbers.length + this.#margins.length;
    return numbers * BYTES_PER_NUMBER + this.#snapshots.bytes;
  }

  epoch(epoch: number, scalars: Float64Array, margins: Float64Array): void {
    this.#samples = margins.length;
    this.#numbers.push(epoch);
    this.#numbers.append(scalars);
    this.#margins.append(margins);
  }

  snapshot(snapshot: Snapshot): void {
    this.#snapshots.append(snapshot);
  }

  /** The first `rows` rows, with the snapshots up to the last of them, as a frame that owns its buffers. */
  take(rows: number, facts: RunFacts | undefined, end: RunEnd | undefined): Frame {
    this.#lastTaken = this.#numbers.at((rows - 1) * COLUMNS) ?? this.#lastTaken;
    const buffer = new ArrayBuffer(BYTES_PER_NUMBER * rows * (COLUMNS + this.#samples));
    const [epochs, ...scalars] = Array.from(
      { length: COLUMNS },
      (_, k) => new Float64Array(buffer, BYTES_PER_NUMBER * k * rows, rows),
    );
    const margins = new Float64Array(buffer, BYTES_PER_NUMBER * COLUMNS * rows);
    this.#numbers.moveFirst(rows * COLUMNS, (taken) => {
      [epochs!, ...scalars].forEach((column, k) => {
        for (let r = 0, at = k; r < rows; r++, at += COLUMNS) column[r] = taken[at]!;
      });
    });
    this.#margins.moveFirst(margins.length, (taken) => margins.set(taken));
    return {
      run: this.#run,
      facts,
      epochs: epochs!,
      scalars,
      margins,
      snapshots: this.#snapshots.takeUpTo(this.#lastTaken),
      end,
    };
  }
}

/**
 * The buffers of a frame that are handed over rather than copied: one for all of its columns and one or two a pack of snapshots.
 * Not those of `facts`, which the run may still read; nor empty ones, which cost nothing to copy.
 */
export function transferablesOf(frame: Frame): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const packs = frame.snapshots.flatMap(({ epochs, flips }) => [epochs, flips.changes]);
  for (const { buffer } of [frame.epochs, ...packs]) {
    if (buffer instanceof ArrayBuffer && buffer.byteLength > 0) buffers.add(buffer);
  }
  return [...buffers];
}
