import type { Experiment } from '../core/experiment.ts';
import type { Frame } from '../protocol/frames.ts';
import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import { plannedRuns } from '../settings/experiment.ts';
import type { Settings } from '../settings/schema.ts';
import type { Batch, Lab } from './batch.ts';
import { LiveBatch } from './live-batch.ts';
import { browserSchedule, Notifier, type Schedule } from './notifier.ts';
import { WorkerPool, type RunPool } from './pool.ts';
import { every, type Every } from './timers.ts';
import { WorkerClient, type WorkerLike } from './worker-client.ts';

export interface LabOptions {
  /** At most so many workers; by default one less than the machine's threads, which leaves one to the page. */
  readonly workers?: number;
  readonly createWorker?: () => WorkerLike;
  readonly every?: Every;
  readonly schedule?: Schedule;
  /** Milliseconds of a steady clock. */
  readonly now?: () => number;
  /** t under the playhead: what is on screen is not replaced by less than that. */
  readonly playhead?: () => number;
  /** Instead of workers: for tests. */
  readonly pool?: RunPool;
}

/** The page's computing side: settings in, recordings out. */
export function createLab(options: LabOptions = {}): Lab {
  const { now = () => performance.now(), playhead = () => 0, schedule = browserSchedule } = options;
  return new PooledLab(options.pool ?? createPool(options), schedule, now, playhead);
}

function createPool({
  // Some browsers do not tell.
  workers = (navigator.hardwareConcurrency || 2) - 1,
  createWorker = createTrainingWorker,
  every: timer = every,
}: LabOptions): WorkerPool {
  return new WorkerPool((onStopped) => new WorkerClient(createWorker(), onStopped, timer), workers);
}

function createTrainingWorker(): Worker {
  return new Worker(new URL('../../workers/training.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * What is on screen stays until a new batch has a whole run: quick runs follow a slider without starting over at epoch
 * 0 each time. After so long it is enough that the new one has come to the playhead, …
 */
const HOLD_MS = 300;
/** … and after so long that it has begun. */
const LONGEST_HOLD_MS = 600;

interface Planned {
  readonly batch: LiveBatch;
  /** In the batch's order; empty when the settings are refused. */
  readonly experiments: readonly Experiment[];
}

/** In these states a batch has, or will have, all that its settings ask for. */
const STANDING: readonly Batch['status'][] = ['computing', 'paused', 'done', 'diverged'];

class PooledLab implements Lab {
  readonly #pool: RunPool;
  readonly #notifier: Notifier;
  #lastBatch = 0;
  #lastRun = 0;
  /** On screen. */
  #shown: LiveBatch | null = null;
  /** Asked for last; the shown one, once it has something to show. */
  #newest: LiveBatch | null = null;
  /** The experiments of the newest, as text: the same runs need not be computed again. */
  #newestRuns = '';
  /** The newest, until the runs that were cancelled for it have ended. */
  #planned: Planned | null = null;
  /** Runs given to the pool that have not ended. */
  #unfinished = 0;

  readonly #now: () => number;
  readonly #playhead: () => number;
  /** When the newest batch was asked for. */
  #askedAt = 0;

  constructor(pool: RunPool, schedule: Schedule, now: () => number, playhead: () => number) {
    this.#pool = pool;
    this.#notifier = new Notifier(schedule);
    this.#now = now;
    this.#playhead = playhead;
  }

  get current(): Batch | null {
    return this.#shown?.snapshot ?? null;
  }

  get pending(): Batch | null {
    return this.#newest === this.#shown ? null : (this.#newest?.snapshot ?? null);
  }

  compute(settings: Settings): void {
    const planned = this.#plan(settings);
    const runs = JSON.stringify(planned.experiments);
    if (this.#goesOn(runs)) {
      this.#newest?.adopt(settings);
      this.#notifier.changed('now');
      return;
    }
    this.#abandon();
    this.#planned = planned;
    this.#newest = planned.batch;
    this.#newestRuns = runs;
    this.#askedAt = this.#now();
    this.#startPlanned();
    this.#notifier.changed('now');
  }

  pause(): void {
    this.#setPaused(true);
  }

  resume(): void {
    this.#setPaused(false);
  }

  step(): void {
    if (this.#newest?.snapshot.status === 'paused') this.#tellRuns('step');
  }

  cancel(): void {
    this.#abandon();
    this.#planned = null;
    this.#showNewest();
    this.#notifier.changed('now');
  }

  provide(dataset: SealedDataset): void {
    this.#pool.provide(dataset);
  }

  subscribe(listener: () => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  dispose(): void {
    this.cancel();
    this.#pool.dispose();
  }

  /** Whether the newest batch has just these runs, and was neither stopped nor refused. */
  #goesOn(runs: string): boolean {
    return (
      this.#newest !== null && runs === this.#newestRuns && STANDING.includes(this.#newest.snapshot.status)
    );
  }

  #plan(settings: Settings): Planned {
    const id = ++this.#lastBatch;
    try {
      const planned = plannedRuns(settings);
      const experiments = planned.map(({ experiment }) => experiment);
      const runs = planned.map(({ mode, experiment: { seed } }) => ({ run: ++this.#lastRun, seed, mode }));
      return { batch: new LiveBatch(id, settings, runs), experiments };
    } catch (error) {
      const batch = new LiveBatch(id, settings, []);
      batch.refuse(error instanceof Error ? error.message : String(error));
      return { batch, experiments: [] };
    }
  }

  /**
   * Begins the newest batch once no run of an older one is left. While they wind down, each `compute` only takes the
   * place of the last, so a dragged slider starts no more batches than the workers can take up.
   */
  #startPlanned(): void {
    if (this.#planned === null || this.#unfinished > 0) return;
    const { batch, experiments } = this.#planned;
    this.#planned = null;
    this.#unfinished = experiments.length;
    experiments.forEach((experiment, index) => {
      this.#pool.start({
        run: batch.runs[index]!,
        experiment,
        take: (frame) => this.#take(batch, index, frame),
        restarted: () => this.#restarted(batch, index),
      });
    });
    if (batch.snapshot.status === 'paused') this.#tellRuns('pause');
  }

  #take(batch: LiveBatch, index: number, frame: Frame): void {
    if (frame.end !== undefined) this.#unfinished--;
    if (batch === this.#newest && batch.isActive) {
      const before = batch.snapshot.message;
      batch.take(index, frame);
      const appears = this.#showNewest();
      const isNews = appears || !batch.isActive || batch.snapshot.message !== before;
      this.#notifier.changed(isNews ? 'now' : 'frame');
    }
    this.#startPlanned();
  }

  /** Puts the newest batch on screen once it may be. @returns whether it is new there */
  #showNewest(): boolean {
    const batch = this.#newest;
    if (batch === null || batch === this.#shown || !batch.hasSomethingToShow) return false;
    if (this.#shown !== null && !this.#isWorthIt(batch)) return false;
    this.#shown = batch;
    return true;
  }

  /** Whether a batch that has something to show may take the place of what is on screen. */
  #isWorthIt(batch: LiveBatch): boolean {
    if (batch.hasWholeRun || batch.snapshot.status !== 'computing') return true;
    const waited = this.#now() - this.#askedAt;
    return waited >= LONGEST_HOLD_MS || (waited >= HOLD_MS && batch.reaches(this.#playhead()));
  }

  #restarted(batch: LiveBatch, index: number): void {
    if (batch !== this.#newest || !batch.isActive) return;
    batch.restart(index);
    this.#notifier.changed('now');
  }

  /** Of what is being computed: ends it, and takes no more of its frames. */
  #abandon(): void {
    if (this.#newest?.isActive !== true) return;
    this.#newest.cancel();
    this.#tellRuns('cancel');
  }

  #setPaused(paused: boolean): void {
    if (this.#newest?.isActive !== true) return;
    this.#newest.setPaused(paused);
    this.#tellRuns(paused ? 'pause' : 'resume');
    this.#showNewest();
    this.#notifier.changed('now');
  }

  /** The pool ignores runs that have ended or were not started. */
  #tellRuns(command: 'pause' | 'resume' | 'step' | 'cancel'): void {
    for (const run of this.#newest?.runs ?? []) this.#pool[command](run);
  }
}
