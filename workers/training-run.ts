import type { Dataset, Experiment } from '../src/core/experiment.ts';
import type { Recorder } from '../src/core/observe/recorder.ts';
import type { RunFacts } from '../src/core/outcome.ts';
import { RecordingFingerprint } from '../src/core/recording-fingerprint.ts';
import type { train as coreTrain } from '../src/core/run.ts';
import type { Frame, RunEnd, RunId } from '../src/protocol/frames.ts';
import { FrameBuilder } from './frame-builder.ts';

export type Train = typeof coreTrain;

/**
 * A run holds at most about so much that was not sent; past it, it waits for the page. More than a short run records in all
 * (12 MB of matrices, and its columns): that waits for nobody.
 */
export const PENDING_BYTES = 16 * 1_024 * 1_024;

/**
 * One run: a generator of the core, what it recorded and was not sent yet, and whether it may go on.
 *
 * Rows are *released* when they may be sent. The core may record several epochs between two yields; when the page
 * steps, one row is released and the others are held back.
 */
export class TrainingRun {
  readonly #builder: FrameBuilder;
  readonly #fingerprint = new RecordingFingerprint();
  readonly #begin: (recorder: Recorder) => ReturnType<Train>;
  #generator: ReturnType<Train> | undefined;
  #facts: RunFacts | undefined;
  #sentFacts = false;
  #end: RunEnd | undefined;
  #sentEnd = false;
  #paused = false;
  /** Asked for one more row, which is not recorded yet. */
  #stepping = false;
  #recorded = 0;
  #released = 0;

  constructor(
    id: RunId,
    train: Train,
    experiment: Experiment,
    siblings: number,
    datasets: ReadonlyMap<string, Dataset>,
  ) {
    this.#builder = new FrameBuilder(id);
    this.#begin = (recorder) => train(experiment, { ...recorder, siblings }, datasets);
  }

  /** Whether a slice would get it further now. */
  get canCompute(): boolean {
    const isAhead = this.canSend && this.#builder.bytes > PENDING_BYTES;
    return this.#end === undefined && !isAhead && (!this.#paused || this.#stepping);
  }

  get canSend(): boolean {
    const hasRows = this.#released > 0 && this.#facts !== undefined;
    return !this.#sentEnd && (hasRows || this.#allReleasedAndEnded);
  }

  /** Of what can be sent: whether it is the last of the run, or computing waits for room. */
  get isAwaited(): boolean {
    return this.#allReleasedAndEnded || this.#builder.bytes > PENDING_BYTES;
  }

  get #allReleasedAndEnded(): boolean {
    return this.#end !== undefined && this.#released === this.#builder.rows;
  }

  /** Computes until `isOver`, the end, or a step was done. */
  compute(isOver: () => boolean): void {
    try {
      this.#generator ??= this.#begin({
        epoch: (epoch, scalars, margins) => this.#record(epoch, scalars, margins),
        snapshot: (snapshot) => this.#builder.snapshot(snapshot),
      });
      do {
        this.#advance(this.#generator);
      } while (this.#end === undefined && !this.#hasStepped() && !isOver());
    } catch (error) {
      this.#end = { kind: 'failed', message: messageOf(error) };
    }
    if (this.#stepping) this.#finishStep();
    else if (!this.#paused) this.#released = this.#builder.rows;
  }

  /** What was released and not sent yet. */
  take(): Frame {
    const end = this.#allReleasedAndEnded ? this.#end : undefined;
    const facts = this.#sentFacts ? undefined : this.#facts;
    const frame = this.#builder.take(this.#released, facts, end);
    this.#released = 0;
    this.#sentFacts ||= facts !== undefined;
    this.#sentEnd = end !== undefined;
    return frame;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#stepping = false;
    this.#released = this.#builder.rows;
  }

  step(): void {
    if (!this.#paused) return;
    this.#stepping = true;
    this.#finishStep();
  }

  cancel(): void {
    // Gives back the memory of its kernels.
    this.#generator?.return({ kind: 'finished' });
    this.#end = { kind: 'cancelled' };
    this.#released = this.#builder.rows;
  }

  #advance(generator: ReturnType<Train>): void {
    const result = generator.next();
    if (result.done === true) {
      this.#end = { kind: 'outcome', outcome: result.value, fingerprint: this.#fingerprint.digest() };
    } else this.#facts ??= result.value;
  }

  #record(epoch: number, scalars: Float64Array, margins: Float64Array): void {
    this.#fingerprint.row(epoch, scalars, margins);
    this.#builder.epoch(epoch, scalars, margins);
    this.#recorded++;
  }

  #hasStepped(): boolean {
    return this.#stepping && this.#builder.rows > this.#released;
  }

  /** Releases the next row, if it is there; after the last one nothing is left to step through, so the run ends. */
  #finishStep(): void {
    const there = this.#builder.rows > this.#released;
    if (there) this.#released++;
    if (there || this.#end !== undefined) this.#stepping = false;
    const last = this.#recorded === this.#facts?.recordedEpochs && this.#released === this.#builder.rows;
    if (there && last) this.resume();
  }
}

/** RangeErrors are the core's words to the user; anything else is a fault of the program, and says so. */
function messageOf(error: unknown): string {
  if (error instanceof RangeError) return error.message;
  return `the computation stopped with an internal error: ${error instanceof Error ? error.message : String(error)}`;
}
