import type { Experiment } from '../core/experiment.ts';
import type { Frame, RunId } from './frames.ts';
import type { SealedDataset } from './sealed-dataset.ts';

/**
 * Takes the frames of one run. The promise it returns is the back-pressure: no other frame is sent before it
 * resolves, and meanwhile the worker computes only a few megabytes ahead.
 */
export type FrameSink = (frame: Frame) => Promise<void> | void;

/** What the page may ask of a training worker; every call is heard within one slice (about 8 ms). */
export interface TrainingApi {
  /**
   * Starts a run. Resolves when its last frame was taken. At most one frame is under way at a time.
   * @param siblings runs of the study that it is one of: of many each has fewer snapshots
   */
  start(run: RunId, experiment: Experiment, siblings: number, sink: FrameSink): Promise<void>;
  /** Holds the run after the current slice; `resume` goes on. Both ignore unknown runs. */
  pause(run: RunId): void;
  resume(run: RunId): void;
  /** Of a paused run: computes up to and including its next recorded epoch, sends the frame, stays paused. */
  step(run: RunId): void;
  /** Ends the run with a last frame `{ kind: 'cancelled' }`. */
  cancel(run: RunId): void;
  /** Keeps a dataset for later experiments that name its id. */
  provide(dataset: SealedDataset): void;
  /** Answers with the number of its runs; a worker that does not is stuck. */
  ping(): number;
}
