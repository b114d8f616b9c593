import type { Experiment } from '../core/experiment.ts';
import type { Frame, RunId } from '../protocol/frames.ts';
import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import { plannedRuns } from '../settings/study/plan.ts';
import { isCurve, type Study } from '../settings/study/study.ts';
import type { Batch, Lab } from './batch.ts';
import { createMember, LiveBatch, type Member } from './live-batch.ts';
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

/** The page's computing side: a study in, recordings out. */
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

/** A run that is to be given to the pool. */
interface Waiting {
  readonly member: Member;
  readonly experiment: Experiment;
  /** It is drawn as a curve. */
  readonly ahead: boolean;
}

interface Planned {
  readonly batch: LiveBatch;
  /** Of its members, those that are neither there nor on their way. */
  readonly waiting: readonly Waiting[];
}

/** In these states a batch has, or will have, all that its study asks for. */
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
  /** Experiments of the newest batch that are not with the pool yet: it begins when what was cancelled for it has ended. */
  #waiting: readonly Waiting[] = [];
  /** Runs with the pool that are wanted. */
  readonly #wanted = new Map<RunId, Member>();
  /** Runs with the pool that were cancelled and have not ended. */
  readonly #leaving = new Set<RunId>();

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

  compute(study: Study): void {
    const planned = this.#plan(study);
    if (this.#goesOn(planned)) {
      this.#newest?.adopt(study);
    } else {
      const wasPaused = this.#newest?.snapshot.status === 'paused';
      this.#abandon(planned.batch.members);
      this.#newest = planned.batch;
      this.#waiting = planned.waiting;
      this.#askedAt = this.#now();
      if (wasPaused) this.#tellWanted('resume');
      this.#startWaiting();
      this.#showNewest();
    }
    this.#notifier.changed('now');
  }

  pause(): void {
    this.#setPaused(true);
  }

  resume(): void {
    this.#setPaused(false);
  }

  step(): void {
    if (this.#newest?.snapshot.status === 'paused') this.#tellWanted('step');
  }

  provide(dataset: SealedDataset): void {
    this.#pool.provide(dataset);
  }

  subscribe(listener: () => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  dispose(): void {
    this.#abandon([]);
    this.#pool.dispose();
  }

  /** Whether the newest batch has just these runs at the same points, and was not refused. */
  #goesOn({ batch }: Planned): boolean {
    const newest = this.#newest;
    return newest !== null && newest.hasSamePlaces(batch) && STANDING.includes(newest.snapshot.status);
  }

  /** The batch of a study. Runs that are there, or on their way, are the ones they are; the others wait. */
  #plan(study: Study): Planned {
    const id = ++this.#lastBatch;
    try {
      const known = this.#knownMembers();
      const members = new Map<string, Member>();
      const waiting: Waiting[] = [];
      const places: Member[][] = [];
      for (const { point, index, experiment } of plannedRuns(study)) {
        const key = JSON.stringify(experiment);
        let member = members.get(key);
        if (member === undefined) {
          member = known.get(key) ?? createMember(++this.#lastRun, experiment, key);
          members.set(key, member);
          if (!known.has(key)) waiting.push({ member, experiment, ahead: isCurve(study, point) });
        }
        (places[index] ??= []).push(member);
      }
      return { batch: new LiveBatch(id, study, [...members.values()], places), waiting };
    } catch (error) {
      const batch = new LiveBatch(id, study, [], []);
      batch.refuse(error instanceof Error ? error.message : String(error));
      return { batch, waiting: [] };
    }
  }

  /** Whole runs of what is on screen and of the newest batch, and those of it that are being computed. */
  #knownMembers(): ReadonlyMap<string, Member> {
    const known = new Map<string, Member>();
    for (const batch of [this.#shown, this.#newest]) {
      for (const member of batch?.members ?? []) {
        if (member.store.end?.kind === 'outcome' || this.#wanted.has(member.run))
          known.set(member.key, member);
      }
    }
    return known;
  }

  /**
   * Begins the newest batch once no cancelled run of an older one is left. While they wind down, each `compute` only
   * takes the place of the last, so a dragged slider starts no more batches than the workers can take up. Of each seed,
   * what is drawn as curves comes first.
   */
  #startWaiting(): void {
    const batch = this.#newest;
    if (batch === null || this.#waiting.length === 0 || this.#leaving.size > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { member, experiment } of [
      ...waiting.filter(({ ahead }) => ahead),
      ...waiting.filter(({ ahead }) => !ahead),
    ]) {
      this.#wanted.set(member.run, member);
      this.#pool.start({
        run: member.run,
        experiment,
        siblings: batch.members.length,
        take: (frame) => this.#take(member, frame),
        restarted: () => this.#restarted(member),
      });
    }
    if (batch.snapshot.status === 'paused') this.#tellWanted('pause');
  }

  #take(member: Member, frame: Frame): void {
    const wanted = this.#wanted.has(member.run);
    if (frame.end !== undefined) {
      this.#wanted.delete(member.run);
      this.#leaving.delete(member.run);
    }
    const batch = this.#newest;
    if (wanted && batch?.isActive === true) {
      const before = batch.snapshot.message;
      batch.take(member, frame);
      const appears = this.#showNewest();
      const isNews = appears || !batch.isActive || batch.snapshot.message !== before;
      this.#notifier.changed(isNews ? 'now' : 'frame');
    }
    this.#startWaiting();
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

  #restarted(member: Member): void {
    if (!this.#wanted.has(member.run) || this.#newest?.isActive !== true) return;
    this.#newest.restart(member);
    this.#notifier.changed('now');
  }

  /** Ends what is being computed and not in `kept`, and takes no more of its frames. */
  #abandon(kept: readonly Member[]): void {
    const stays = new Set(kept);
    const leaving = [...this.#wanted.values()].filter((member) => !stays.has(member));
    if (this.#newest?.isActive === true)
      this.#newest.cancel(this.#newest.members.filter((m) => !stays.has(m)));
    for (const { run } of leaving) {
      this.#wanted.delete(run);
      this.#leaving.add(run);
      this.#pool.cancel(run);
    }
  }

  #setPaused(paused: boolean): void {
    if (this.#newest?.isActive !== true) return;
    this.#newest.setPaused(paused);
    this.#tellWanted(paused ? 'pause' : 'resume');
    this.#showNewest();
    this.#notifier.changed('now');
  }

  #tellWanted(command: 'pause' | 'resume' | 'step'): void {
    for (const run of this.#wanted.keys()) this.#pool[command](run);
  }
}
