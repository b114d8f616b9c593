import { SCALARS } from '../src/core/observe/quantities.ts';
import type { Recorder, Snapshot } from '../src/core/observe/recorder.ts';
import type { RunFacts } from '../src/core/outcome.ts';
import type { Frame, RunEnd, RunId } from '../src/protocol/frames.ts';
import { GrowingColumn } from './growing.ts';
import { SnapshotStore } from './snapshot-store.ts';

const ROWS = 64;
const BYTES_PER_NUMBER = 8;

/** Collects what a run records, as rows, and hands it over as the columns of frames. */
export class FrameBuilder implements Recorder {
  readonly #run: RunId;
  readonly #epochs = new GrowingColumn(ROWS);
  readonly #scalars = SCALARS.map(() => new GrowingColumn(ROWS));
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
    return this.#epochs.length;
  }

  /** Memory of what was not handed over yet. */
  get bytes(): number {
    const numbers = this.rows * (1 + SCALARS.length) + this.#margins.length;
    return numbers * BYTES_PER_NUMBER + this.#snapshots.bytes;
  }

  epoch(epoch: number, scalars: Float64Array, margins: Float64Array): void {
    this.#samples = margins.length;
    this.#epochs.push(epoch);
    for (let k = 0; k < this.#scalars.length; k++) this.#scalars[k]!.push(scalars[k]!);
    this.#margins.append(margins);
  }

  snapshot(snapshot: Snapshot): void {
    this.#snapshots.append(snapshot);
  }

  /** The first `rows` rows, with the snapshots up to the last of them, as a frame that owns its buffers. */
  take(rows: number, facts: RunFacts | undefined, end: RunEnd | undefined): Frame {
    this.#lastTaken = this.#epochs.at(rows - 1) ?? this.#lastTaken;
    const numbers = rows * (1 + SCALARS.length + this.#samples);
    const buffer = new ArrayBuffer(BYTES_PER_NUMBER * numbers);
    let at = 0;
    const first = (column: GrowingColumn, count: number): Float64Array => {
      const taken = new Float64Array(buffer, at, count);
      at += taken.byteLength;
      column.moveFirst(taken);
      return taken;
    };
    return {
      run: this.#run,
      facts,
      epochs: first(this.#epochs, rows),
      scalars: this.#scalars.map((column) => first(column, rows)),
      margins: first(this.#margins, rows * this.#samples),
      snapshots: this.#snapshots.takeUpTo(this.#lastTaken),
      end,
    };
  }
}

/**
 * The buffers of a frame that are handed over rather than copied: one for all of its columns and one a pack of snapshots.
 * Not those of `facts`, which the run may still read; nor empty ones, which cost nothing to copy.
 */
export function transferablesOf(frame: Frame): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer } of [frame.epochs, ...frame.snapshots.map(({ epochs }) => epochs)]) {
    if (buffer instanceof ArrayBuffer && buffer.byteLength > 0) buffers.add(buffer);
  }
  return [...buffers];
}
