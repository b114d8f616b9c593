import * as comlink from 'comlink';
import type { Experiment } from '../core/experiment.ts';
import type { FrameSink, TrainingApi } from '../protocol/commands.ts';
import type { RunId } from '../protocol/frames.ts';
import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import type { Every } from './timers.ts';

/** What is used of a Worker; in tests a message port. */
export interface WorkerLike extends comlink.Endpoint {
  terminate(): void;
}

const PING_EVERY_MILLISECONDS = 2_000;
/** So long without an answer to a ping, in milliseconds, and the worker counts as stuck. */
const PATIENCE = 20_000;
/** How often it is looked whether a cancelled run has ended. */
const CHECK_EVERY_MILLISECONDS = 400;

/** Why a worker is no more. */
export interface Stop {
  readonly reason: string;
  /** `unstarted`: it never answered anything. `silent`: it did not hear in time that a run was cancelled. */
  readonly kind: 'unstarted' | 'crashed' | 'silent';
}

/** What the pool needs of a worker. */
export interface TrainingClient {
  /** Resolves when the run has sent its last frame, or never if the worker stops before. */
  start(run: RunId, experiment: Experiment, siblings: number, sink: FrameSink): Promise<void>;
  tell(command: 'pause' | 'resume' | 'step', run: RunId): void;
  /** Ends a run. A worker that does not hear it within `patience` milliseconds is stopped. */
  cancel(run: RunId, patience: number): void;
  provide(dataset: SealedDataset): void;
  terminate(): void;
}

/**
 * Owns one worker: speaks to it, listens to its heart while it has runs, and ends it. A Worker that crashed never
 * answers, so its end is told by `onStopped`, once, with the reason; the client is of no use afterwards.
 *
 * Unanswered pings are counted rather than timed: a page that slept for an hour has missed one, not an hour's worth.
 * So are the looks at a cancelled run; they begin once the worker has answered a first time, for a new one has its
 * program to load.
 */
export class WorkerClient implements TrainingClient {
  readonly #worker: WorkerLike;
  readonly #remote: comlink.Remote<TrainingApi>;
  readonly #onStopped: (stop: Stop) => void;
  readonly #every: Every;
  readonly #patience: number;
  #running = 0;
  #unanswered = 0;
  #stopHeartbeat: (() => void) | null = null;
  readonly #stopChecks = new Set<() => void>();
  #hasAnswered = false;
  #stopped = false;

  /** @param patience milliseconds without an answer after which the worker counts as stuck */
  constructor(worker: WorkerLike, onStopped: (stop: Stop) => void, every: Every, patience = PATIENCE) {
    this.#worker = worker;
    this.#remote = comlink.wrap<TrainingApi>(worker);
    this.#onStopped = onStopped;
    this.#every = every;
    this.#patience = patience;
    worker.addEventListener('error', this.#onError);
    worker.addEventListener('messageerror', this.#onMessageError);
    this.#ask(this.#remote.ping().then(() => void (this.#hasAnswered = true)));
  }

  async start(run: RunId, experiment: Experiment, siblings: number, sink: FrameSink): Promise<void> {
    this.#running++;
    this.#stopHeartbeat ??= this.#every(PING_EVERY_MILLISECONDS, () => this.#beat());
    try {
      await this.#remote.start(run, experiment, siblings, comlink.proxy(sink));
    } finally {
      this.#running--;
      if (this.#running === 0) this.#endHeartbeat();
    }
  }

  tell(command: 'pause' | 'resume' | 'step', run: RunId): void {
    this.#ask(this.#remote[command](run));
  }

  cancel(run: RunId, patience: number): void {
    const answer = this.#remote.cancel(run);
    this.#ask(answer);
    if (!this.#hasAnswered) return;
    let looks = 0;
    const stopChecking = this.#every(CHECK_EVERY_MILLISECONDS, () => {
      looks++;
      if (looks * CHECK_EVERY_MILLISECONDS < patience) return;
      this.#stop(`it did not answer for ${patience / 1_000} seconds`, 'silent');
    });
    this.#stopChecks.add(stopChecking);
    const heard = (): void => {
      stopChecking();
      this.#stopChecks.delete(stopChecking);
    };
    void answer.then(heard, heard);
  }

  provide(dataset: SealedDataset): void {
    this.#ask(this.#remote.provide(dataset));
  }

  terminate(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#endHeartbeat();
    for (const stopChecking of this.#stopChecks) stopChecking();
    this.#stopChecks.clear();
    this.#worker.removeEventListener('error', this.#onError);
    this.#worker.removeEventListener('messageerror', this.#onMessageError);
    this.#worker.terminate();
  }

  #beat(): void {
    if (this.#unanswered * PING_EVERY_MILLISECONDS >= this.#patience) {
      this.#stop(`it did not answer for ${this.#patience / 1_000} seconds`);
      return;
    }
    this.#unanswered++;
    this.#ask(this.#remote.ping().then(() => void (this.#unanswered = 0)));
  }

  /** A command that fails (data that cannot be copied, an error in the worker) is a worker that cannot be relied on. */
  #ask(answer: Promise<void>): void {
    answer.catch((error: unknown) => this.#stop(error instanceof Error ? error.message : String(error)));
  }

  #endHeartbeat(): void {
    this.#stopHeartbeat?.();
    this.#stopHeartbeat = null;
    this.#unanswered = 0;
  }

  readonly #onError = (event: Event): void => {
    const message = 'message' in event && typeof event.message === 'string' ? event.message : '';
    this.#stop(message === '' ? 'it could not be loaded or crashed' : message);
  };

  readonly #onMessageError = (): void => this.#stop('a message from it could not be read');

  #stop(reason: string, kind: Stop['kind'] = this.#hasAnswered ? 'crashed' : 'unstarted'): void {
    if (this.#stopped) return;
    this.terminate();
    this.#onStopped({ reason, kind });
  }
}
