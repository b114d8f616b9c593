import { SCALAR_INDEX, SCALARS, type ScalarName } from '../core/observe/quantities.ts';
import type { Snapshot } from '../core/observe/recorder.ts';
import type { RunFacts } from '../core/outcome.ts';
import type { Frame, RunEnd, RunId } from '../protocol/frames.ts';
import { unpacked } from './unpacked.ts';
import type { Recording } from './recording.ts';

const EMPTY = new Float64Array(0);
/** First capacity in rows. */
const ROWS = 1_024;
/**
 * By which it grows as frames come, but never past what the run will record. Much at a time: memory that is not written
 * to costs nothing, and to copy 30 MB makes the page stumble.
 */
const GROWTH = 16;

/**
 * A recording that frames are appended to. The views it gives out stay valid: rows are never changed, and a view
 * is the same object until the next frame.
 */
export class RecordingStore implements Recording {
  readonly run: RunId;
  #facts: RunFacts | null = null;
  #length = 0;
  #end: RunEnd | null = null;
  #version = 0;
  #snapshots: readonly Snapshot[] = [];
  #capacity = 0;
  #epochs = EMPTY;
  #scalars: readonly Float64Array[] = SCALARS.map(() => EMPTY);
  #margins = EMPTY;
  #views = { epochs: EMPTY, scalars: this.#scalars, margins: EMPTY };

  constructor(run: RunId) {
    this.run = run;
  }

  get facts(): RunFacts | null {
    return this.#facts;
  }

  get length(): number {
    return this.#length;
  }

  get epochs(): Float64Array {
    return this.#views.epochs;
  }

  get margins(): Float64Array {
    return this.#views.margins;
  }

  get snapshots(): readonly Snapshot[] {
    return this.#snapshots;
  }

  get end(): RunEnd | null {
    return this.#end;
  }

  get version(): number {
    return this.#version;
  }

  column(name: ScalarName): Float64Array {
    return this.#views.scalars[SCALAR_INDEX[name]] ?? EMPTY;
  }

  /** @throws RangeError when the frame is not this run's, or holds rows before the run's facts were given */
  append(frame: Frame): void {
    if (frame.run !== this.run) throw new RangeError(`a frame of run ${frame.run} came to run ${this.run}`);
    this.#facts ??= frame.facts ?? null;
    if (frame.epochs.length > 0) this.#appendRows(frame);
    if (frame.snapshots.length > 0)
      this.#snapshots = [...this.#snapshots, ...frame.snapshots.flatMap(unpacked)];
    this.#end ??= frame.end ?? null;
    this.#version++;
  }

  /** Ends it as it is, when no more of its frames are wanted. */
  close(end: RunEnd): void {
    this.#end ??= end;
    this.#version++;
  }

  #appendRows(frame: Frame): void {
    if (this.#facts === null) throw new RangeError(`run ${this.run} sent epochs before its facts`);
    const { n, recordedEpochs } = this.#facts;
    const from = this.#length;
    const to = from + frame.epochs.length;
    if (to > this.#capacity) this.#grow(to, n, recordedEpochs);
    this.#epochs.set(frame.epochs, from);
    this.#scalars.forEach((column, k) => column.set(frame.scalars[k] ?? EMPTY, from));
    this.#margins.set(frame.margins, from * n);
    this.#length = to;
    this.#views = {
      epochs: this.#epochs.subarray(0, to),
      scalars: this.#scalars.map((column) => column.subarray(0, to)),
      margins: this.#margins.subarray(0, to * n),
    };
  }

  #grow(rows: number, n: number, recordedEpochs: number): void {
    const capacity = Math.max(rows, Math.min(recordedEpochs, Math.max(ROWS, GROWTH * this.#capacity)));
    this.#epochs = copyInto(new Float64Array(capacity), this.#epochs);
    this.#scalars = this.#scalars.map((column) => copyInto(new Float64Array(capacity), column));
    this.#margins = copyInto(new Float64Array(capacity * n), this.#margins);
    this.#capacity = capacity;
  }
}

function copyInto(target: Float64Array<ArrayBuffer>, source: Float64Array): Float64Array<ArrayBuffer> {
  target.set(source);
  return target;
}
