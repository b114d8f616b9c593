import * as comlink from 'comlink';
import type { Dataset, Experiment } from '../src/core/experiment.ts';
import type { FrameSink, TrainingApi } from '../src/protocol/commands.ts';
import type { RunId } from '../src/protocol/frames.ts';
import type { SealedDataset } from '../src/protocol/sealed-dataset.ts';
import { Datasets } from './datasets.ts';
import { transferablesOf } from './frame-builder.ts';
import { TrainingRun, type Train } from './training-run.ts';

/** Pause, step and cancel are heard between slices, so within half a frame of a 60 Hz screen. */
const SLICE_MILLISECONDS = 8;

/** The page draws growing charts ten times a second: more frames would only be more work for it. */
const SEND_EVERY_MILLISECONDS = 50;

/** The first frame comes sooner, but a run that is over by then is one frame: its beginning alone would not be shown. */
const FIRST_AFTER_MILLISECONDS = 20;

export interface TrainingServiceParts {
  /** The core's front door. */
  readonly train: Train;
  /** Milliseconds of a steady clock. Only ends slices and spaces frames: what is recorded does not depend on it. */
  readonly now: () => number;
  /** Resolves after the messages that have arrived were handled. */
  readonly yieldToMessages: () => Promise<void>;
}

interface Started {
  readonly run: TrainingRun;
  readonly sink: FrameSink;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** It waits for its data to be read. */
  waiting: boolean;
  /** A frame is under way: the next one waits until the page has taken it. */
  sending: boolean;
  /** When the last frame was sent; −∞ when the next is not to wait; null before it began. */
  sentAt: number | null;
}

/** Trains runs in slices, one run after the other, and sends what they record. Needs no Worker: what it lives on is injected. */
export class TrainingService implements TrainingApi {
  readonly #parts: TrainingServiceParts;
  /** In the order in which they were started. */
  readonly #started = new Map<RunId, Started>();
  readonly #datasets = new Datasets();
  #working = false;

  constructor(parts: TrainingServiceParts) {
    this.#parts = parts;
  }

  /** Rejects when the run is known already, or with the error of a sink that did not take a frame. */
  start(id: RunId, experiment: Experiment, siblings: number, sink: FrameSink): Promise<void> {
    if (this.#started.has(id)) return Promise.reject(new Error(`run ${id} was started already`));
    const opened = new Map<string, Dataset>();
    const run = new TrainingRun(id, this.#parts.train, experiment, siblings, opened);
    return new Promise((resolve, reject) => {
      const started = { run, sink, resolve, reject, waiting: false, sending: false, sentAt: null };
      this.#started.set(id, started);
      if (experiment.data.kind === 'dataset') void this.#fetch(experiment.data.id, opened, started);
      this.#wake();
    });
  }

  pause(id: RunId): void {
    this.#tell(id, (run) => run.pause());
  }

  resume(id: RunId): void {
    this.#tell(id, (run) => run.resume());
  }

  step(id: RunId): void {
    this.#tell(id, (run) => run.step());
  }

  cancel(id: RunId): void {
    this.#tell(id, (run) => run.cancel());
  }

  provide(dataset: SealedDataset): void {
    this.#datasets.provide(dataset);
  }

  ping(): number {
    return this.#started.size;
  }

  #tell(id: RunId, command: (run: TrainingRun) => void): void {
    const started = this.#started.get(id);
    if (started === undefined) return;
    command(started.run);
    started.sentAt = -Infinity;
    void this.#send(id, started);
    this.#wake();
  }

  /** Reads what a run trains on; of one that is not there the run itself says so. */
  async #fetch(id: string, opened: Map<string, Dataset>, started: Started): Promise<void> {
    started.waiting = true;
    const dataset = await this.#datasets.open(id);
    if (dataset !== null) opened.set(id, dataset);
    started.waiting = false;
    this.#wake();
  }

  #wake(): void {
    if (!this.#working) void this.#work();
  }

  /**
   * Slices until every run is done, paused or waits for the page; what ends the wait wakes it again. The run that was
   * started first goes first: the page has one whole curve early, rather than the beginnings of all.
   */
  async #work(): Promise<void> {
    this.#working = true;
    // Messages first: of a hundred runs that were started and cancelled in one go, none is begun.
    await this.#parts.yieldToMessages();
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const [id, started] = next;
      const begun = this.#parts.now();
      started.sentAt ??= begun - SEND_EVERY_MILLISECONDS + FIRST_AFTER_MILLISECONDS;
      started.run.compute(() => this.#parts.now() - begun >= SLICE_MILLISECONDS);
      void this.#send(id, started);
      await this.#parts.yieldToMessages();
    }
    this.#working = false;
  }

  #next(): [RunId, Started] | undefined {
    for (const entry of this.#started) {
      if (!entry[1].waiting && entry[1].run.canCompute) return entry;
    }
    return undefined;
  }

  /** Whether what there is should be sent: now and then, and at once where someone waits for it. */
  #isDue({ run, sentAt }: Started): boolean {
    return (
      run.canSend && (run.isAwaited || this.#parts.now() - (sentAt ?? -Infinity) >= SEND_EVERY_MILLISECONDS)
    );
  }

  /** Sends what is due, a frame at a time. Never rejects: `start` does. */
  async #send(id: RunId, started: Started): Promise<void> {
    if (started.sending) return;
    started.sending = true;
    try {
      while (this.#isDue(started)) {
        const frame = started.run.take();
        started.sentAt = this.#parts.now();
        // There is room again for a run that was ahead.
        this.#wake();
        await started.sink(comlink.transfer(frame, transferablesOf(frame)));
        if (frame.end !== undefined) this.#close(id, started, started.resolve);
      }
    } catch (error) {
      this.#close(id, started, () => started.reject(error));
    }
    started.sending = false;
  }

  #close(id: RunId, { sink }: Started, settle: () => void): void {
    this.#started.delete(id);
    // A sink that came through comlink holds a message port open until it is released.
    (sink as FrameSink & Partial<comlink.ProxyMethods>)[comlink.releaseProxy]?.();
    settle();
  }
}
