import { combineFingerprints } from '../core/fingerprint.ts';
import type { Frame, RunId } from '../protocol/frames.ts';
import { MODE_NAMES, modesOf, type Mode } from '../settings/modes.ts';
import type { Settings } from '../settings/schema.ts';
import type { Batch, Variant } from './batch.ts';
import {
  divergedMessage,
  failedMessage,
  restartedMessage,
  type Diverged,
  type RunTrouble,
} from './batch-messages.ts';
import type { Recording } from './recording.ts';
import { RecordingStore } from './recording-store.ts';

/** What a batch is told of one of its runs. */
export interface PlannedMember {
  readonly run: RunId;
  readonly seed: number;
  readonly mode: Mode;
}

/** A run of the batch: its recording so far, and whether it had to be begun anew. */
interface Member extends PlannedMember {
  store: RecordingStore;
  restarted: boolean;
}

/** A batch that frames come to; `snapshot` is what others see of it. */
export class LiveBatch {
  readonly id: number;
  #settings: Settings;
  readonly #members: readonly Member[];
  /** Why it cannot be run at all. */
  #refusal: string | null = null;
  #paused = false;
  #cancelled = false;
  #snapshot: Batch | null = null;

  /** @param runs in seed order, the modes of a seed next to each other */
  constructor(id: number, settings: Settings, runs: readonly PlannedMember[]) {
    this.id = id;
    this.#settings = settings;
    this.#members = runs.map((planned) => ({
      ...planned,
      store: new RecordingStore(planned.run),
      restarted: false,
    }));
  }

  /** Takes settings that have the same runs: only which mode is in front differs. */
  adopt(settings: Settings): void {
    this.#settings = settings;
    this.#snapshot = null;
  }

  get runs(): readonly RunId[] {
    return this.#members.map(({ run }) => run);
  }

  get isActive(): boolean {
    return this.snapshot.status === 'computing' || this.snapshot.status === 'paused';
  }

  /** Whether its first run has an epoch to show: the first of those that can still get one. */
  get hasSomethingToShow(): boolean {
    const first = this.#members.find(({ store }) => store.length > 0 || store.end === null);
    return first !== undefined && first.store.length > 0;
  }

  /** Whether a run of each mode has ended: nothing will be added to those. */
  get hasWholeRun(): boolean {
    return this.#variants().every(({ recordings }) => recordings.some(({ end }) => end !== null));
  }

  /** Whether a run of each mode has come to epoch t, or to its end. */
  reaches(t: number): boolean {
    const sought = Math.min(t, this.#settings.epochs);
    return this.#variants().every(({ recordings }) =>
      recordings.some(({ end, epochs, length }) => end !== null || (epochs[length - 1] ?? -1) >= sought),
    );
  }

  /** As it is now; the same object until something changes. */
  get snapshot(): Batch {
    this.#snapshot ??= this.#describe();
    return this.#snapshot;
  }

  take(index: number, frame: Frame): void {
    this.#members[index]?.store.append(frame);
    this.#snapshot = null;
  }

  restart(index: number): void {
    const member = this.#members[index];
    if (member === undefined) return;
    member.store = new RecordingStore(member.run);
    member.restarted = true;
    this.#snapshot = null;
  }

  refuse(message: string): void {
    this.#refusal = message;
    this.#snapshot = null;
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#snapshot = null;
  }

  /** Its recordings stay as they are: frames that still come are not taken. */
  cancel(): void {
    this.#cancelled = true;
    for (const { store } of this.#members) if (store.end === null) store.close({ kind: 'cancelled' });
    this.#snapshot = null;
  }

  #describe(): Batch {
    const all = this.#members.map(({ store }) => store);
    const variants = this.#variants();
    const chosen = variants.find(({ mode }) => mode === this.#settings.regularizer);
    const diverged = this.#mostDiverged();
    return {
      id: this.id,
      settings: this.#settings,
      variants,
      recordings: chosen?.recordings ?? [],
      status: this.#status(all),
      progress: all.length === 0 ? 0 : sum(all.map((r) => this.#share(r))) / all.length,
      message: this.#message(diverged),
      suggestedEta: diverged?.outcome.suggestedEta ?? null,
      fingerprint: fingerprintOf(all),
    };
  }

  #variants(): readonly Variant[] {
    if (this.#members.length === 0) return [];
    return modesOf(this.#settings).map((mode) => ({
      mode,
      recordings: this.#members.filter((member) => member.mode === mode).map(({ store }) => store),
    }));
  }

  #status(recordings: readonly Recording[]): Batch['status'] {
    if (this.#refusal !== null) return 'failed';
    if (this.#cancelled) return 'cancelled';
    if (recordings.some(({ end }) => end === null)) return this.#paused ? 'paused' : 'computing';
    if (recordings.some(({ end }) => end?.kind === 'failed')) return 'failed';
    return recordings.some((recording) => divergenceOf(recording) !== null) ? 'diverged' : 'done';
  }

  /** t of the last recorded epoch over T; a run that ended by itself has nothing left to compute. */
  #share({ end, length, epochs }: Recording): number {
    if (end?.kind === 'outcome') return 1;
    return length === 0 ? 0 : Math.min(1, epochs[length - 1]! / this.#settings.epochs);
  }

  #message(diverged: { run: RunTrouble; outcome: Diverged } | null): string | null {
    if (this.#refusal !== null) return this.#refusal;
    const failure = this.#failure();
    if (failure !== null) return failure;
    if (diverged !== null) return divergedMessage(diverged.run, diverged.outcome);
    const restarted = this.#members.flatMap((member, index) =>
      member.restarted ? [this.#troubleOf(index)] : [],
    );
    return restarted.length === 0 ? null : restartedMessage(restarted);
  }

  /** Of the first run that failed; what failed every run in the same way is said without naming one. */
  #failure(): string | null {
    const failures = this.#members.map(({ store: { end } }) => (end?.kind === 'failed' ? end.message : null));
    const index = failures.findIndex((message) => message !== null);
    const message = failures[index];
    if (typeof message !== 'string') return null;
    if (failures.every((other) => other === message)) return message;
    return failedMessage(this.#troubleOf(index), message);
  }

  /** The diverged run that asks for the smallest η: with it, the others are likely to stay finite too. */
  #mostDiverged(): { run: RunTrouble; outcome: Diverged } | null {
    const found = this.#members.flatMap(({ store }, index) => {
      const outcome = divergenceOf(store);
      return outcome === null ? [] : [{ run: this.#troubleOf(index), outcome }];
    });
    const eta = ({ outcome }: (typeof found)[number]): number => outcome.suggestedEta ?? Infinity;
    return found.reduce<(typeof found)[number] | null>(
      (least, next) => (least === null || eta(next) < eta(least) ? next : least),
      null,
    );
  }

  #troubleOf(member: number): RunTrouble {
    const { seed, mode } = this.#members[member]!;
    const modes = modesOf(this.#settings).length;
    return { index: Math.floor(member / modes), seed, mode: modes > 1 ? MODE_NAMES[mode] : null };
  }
}

function divergenceOf({ end }: Recording): Diverged | null {
  return end?.kind === 'outcome' && end.outcome.kind === 'diverged' ? end.outcome : null;
}

/** Combined in seed order once every run has one, so it does not depend on which worker was first. */
function fingerprintOf(recordings: readonly Recording[]): string | null {
  const parts = recordings.flatMap(({ end }) => (end?.kind === 'outcome' ? [end.fingerprint] : []));
  return parts.length > 0 && parts.length === recordings.length ? combineFingerprints(parts) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
