import type { Experiment } from '../core/experiment.ts';
import { SCALARS } from '../core/observe/quantities.ts';
import type { Frame, RunEnd, RunId } from '../protocol/frames.ts';
import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import type { Stop, TrainingClient } from './worker-client.ts';

/** A run that the pool sees through to its last frame, whatever happens to workers. */
export interface Job {
  readonly run: RunId;
  readonly experiment: Experiment;
  /** Runs of the study that it is one of. */
  readonly siblings: number;
  /** The run's frames in order; the last has an `end`. */
  take(frame: Frame): void;
  /** The run's worker stopped: frames start again from the run's first. */
  restarted(): void;
}

export interface RunPool {
  start(job: Job): void;
  pause(run: RunId): void;
  resume(run: RunId): void;
  step(run: RunId): void;
  cancel(run: RunId): void;
  provide(dataset: SealedDataset): void;
  dispose(): void;
}

/** Makes a worker; `onStopped` is called once if it crashes or hangs, and the worker is ended by then. */
export type CreateClient = (onStopped: (stop: Stop) => void) => TrainingClient;

interface Slot {
  readonly client: TrainingClient;
  readonly jobs: Map<RunId, Assigned>;
}

interface Assigned {
  readonly job: Job;
  slot: Slot;
  /** How often its worker stopped. */
  stops: number;
  paused: boolean;
  cancelled: boolean;
  /** It has sent something. */
  begun: boolean;
}

type History = Pick<Assigned, 'stops' | 'paused' | 'cancelled'>;

/** A run whose worker stops is started again so many times: what stops two workers would stop a third. */
const RESTARTS = 1;

/** So long a worker may be silent, in milliseconds, while what was cancelled on it holds up what is wanted now. */
const PATIENCE = 1_200;
/** As long as its heartbeat lets any worker be silent. */
const MOST_PATIENCE = 20_000;

/**
 * At most `size` workers, made when there is work for them, each run on the one with the fewest. Of equals the oldest,
 * so that the runs of one batch after another find the workers that drew the data of their seeds before. Runs cost
 * unlike much: a worker that has none left takes over one that another has not begun.
 *
 * Determinism makes recovery simple: a run that lost its worker is begun anew and records the same numbers.
 *
 * A worker that does not hear of a cancelled run is replaced. On a machine so slow that an honest one takes that long,
 * patience doubles each time, until a run is whole.
 */
export class WorkerPool implements RunPool {
  readonly #createClient: CreateClient;
  readonly #size: number;
  readonly #slots = new Set<Slot>();
  readonly #assigned = new Map<RunId, Assigned>();
  readonly #datasets = new Map<string, SealedDataset>();
  #patience = PATIENCE;

  constructor(createClient: CreateClient, size: number) {
    this.#createClient = createClient;
    this.#size = Math.max(1, Math.floor(size));
  }

  start(job: Job): void {
    this.#begin(job, { stops: 0, paused: false, cancelled: false });
  }

  pause(run: RunId): void {
    const assigned = this.#assigned.get(run);
    if (assigned !== undefined) assigned.paused = true;
    assigned?.slot.client.tell('pause', run);
  }

  resume(run: RunId): void {
    const assigned = this.#assigned.get(run);
    if (assigned !== undefined) assigned.paused = false;
    assigned?.slot.client.tell('resume', run);
  }

  step(run: RunId): void {
    this.#assigned.get(run)?.slot.client.tell('step', run);
  }

  cancel(run: RunId): void {
    const assigned = this.#assigned.get(run);
    if (assigned !== undefined) assigned.cancelled = true;
    assigned?.slot.client.cancel(run, this.#patience);
  }

  provide(dataset: SealedDataset): void {
    this.#datasets.set(dataset.id, dataset);
    for (const { client } of [...this.#slots]) client.provide(dataset);
  }

  dispose(): void {
    for (const { client } of this.#slots) client.terminate();
    this.#slots.clear();
    this.#assigned.clear();
  }

  #begin(job: Job, history: History): void {
    try {
      this.#assign(job, this.#leastLoaded(), history);
    } catch (error) {
      job.take(emptyFrame(job.run, { kind: 'failed', message: noWorkerMessage(textOf(error)) }));
    }
  }

  #assign(job: Job, slot: Slot, history: History): void {
    const assigned: Assigned = { ...history, job, slot, begun: false };
    this.#assigned.set(job.run, assigned);
    slot.jobs.set(job.run, assigned);
    slot.client
      .start(job.run, job.experiment, job.siblings, (frame) => this.#take(assigned, frame))
      // A run whose worker refuses it, or whose frame was not taken, has no other way to end.
      .catch((error: unknown) =>
        this.#take(assigned, emptyFrame(job.run, { kind: 'failed', message: textOf(error) })),
      );
    if (assigned.paused) slot.client.tell('pause', job.run);
  }

  #take(assigned: Assigned, frame: Frame): void {
    const { job } = assigned;
    // A frame may still arrive from a worker that was ended: by then the run is another's.
    if (this.#assigned.get(job.run) !== assigned) return;
    assigned.begun = true;
    if (frame.end !== undefined) this.#release(assigned);
    if (frame.end?.kind === 'outcome') this.#patience = PATIENCE;
    job.take(frame);
    if (frame.end !== undefined) this.#occupy(assigned.slot);
  }

  #release({ job, slot }: Assigned): void {
    this.#assigned.delete(job.run);
    slot.jobs.delete(job.run);
  }

  /** Gives a worker without runs the last that another was given and has not begun. */
  #occupy(idle: Slot): void {
    if (idle.jobs.size > 0 || !this.#slots.has(idle)) return;
    const busiest = [...this.#slots].reduce((most, slot) => (slot.jobs.size > most.jobs.size ? slot : most));
    if (busiest.jobs.size < 2) return;
    const taken = [...busiest.jobs.values()].reverse().find(({ begun, cancelled }) => !begun && !cancelled);
    if (taken === undefined) return;
    this.#release(taken);
    // Nothing waits for it: the run is taken from it as it may be busy.
    busiest.client.cancel(taken.job.run, Infinity);
    this.#assign(taken.job, idle, taken);
  }

  #leastLoaded(): Slot {
    let best: Slot | undefined;
    for (const slot of this.#slots) if (best === undefined || slot.jobs.size < best.jobs.size) best = slot;
    if (best !== undefined && (best.jobs.size === 0 || this.#slots.size >= this.#size)) return best;
    return this.#addSlot();
  }

  #addSlot(): Slot {
    const client = this.#createClient((stop) => this.#replace(slot, stop));
    const slot: Slot = { client, jobs: new Map() };
    this.#slots.add(slot);
    for (const dataset of this.#datasets.values()) client.provide(dataset);
    return slot;
  }

  #replace(slot: Slot, stop: Stop): void {
    if (!this.#slots.delete(slot)) return;
    if (stop.kind === 'silent') this.#patience = Math.min(2 * this.#patience, MOST_PATIENCE);
    for (const assigned of [...slot.jobs.values()]) {
      this.#release(assigned);
      this.#recover(assigned, stop);
    }
  }

  #recover({ job, stops, paused, cancelled }: Assigned, { reason, kind }: Stop): void {
    if (cancelled) job.take(emptyFrame(job.run, { kind: 'cancelled' }));
    else if (stops >= RESTARTS) {
      const message =
        kind === 'unstarted'
          ? noWorkerMessage(reason)
          : `its worker stopped again after it was replaced: ${reason}`;
      job.take(emptyFrame(job.run, { kind: 'failed', message }));
    } else {
      job.restarted();
      this.#begin(job, { stops: stops + 1, paused, cancelled });
    }
  }
}

/** What the pool says in a worker's place. */
function emptyFrame(run: RunId, end: RunEnd): Frame {
  const none = new Float64Array(0);
  return {
    run,
    facts: undefined,
    epochs: none,
    scalars: SCALARS.map(() => none),
    margins: none,
    snapshots: [],
    end,
  };
}

/** A browser does not say why it starts no worker. */
const noWorkerMessage = (reason: string): string =>
  `no worker could be started, and the computation needs one (${reason}). A sandboxed frame, a policy or an extension blocks them, or the page was updated since it was opened: open it in a tab of its own, or reload it`;

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
