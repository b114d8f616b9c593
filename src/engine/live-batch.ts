import { combineFingerprints } from '../core/fingerprint.ts';
import type { Experiment } from '../core/experiment.ts';
import type { Frame, RunId } from '../protocol/frames.ts';
import { inPlanOrder } from '../settings/study/plan.ts';
import { isCurve, isFront, pointsOf, sameSettings, type Point, type Study } from '../settings/study/study.ts';
import { pointInWords } from '../settings/study/words.ts';
import type { Batch, CurvePlace, Variant } from './batch.ts';
import {
  divergedMessage,
  failedMessage,
  restartedMessage,
  type Diverged,
  type RunTrouble,
} from './batch-messages.ts';
import type { Recording } from './recording.ts';
import { RecordingStore } from './recording-store.ts';

/** A run: its recording so far, and whether it had to be begun anew. Batches that want the same run share it. */
export interface Member {
  readonly run: RunId;
  readonly seed: number;
  /** T */
  readonly epochs: number;
  /** Its experiment as text. */
  readonly key: string;
  store: RecordingStore;
  restarted: boolean;
}

export const createMember = (run: RunId, { seed, epochs }: Experiment, key: string): Member => ({
  run,
  seed,
  epochs,
  key,
  store: new RecordingStore(run),
  restarted: false,
});

/** The runs of a batch as its study orders them. */
type Arranged = Pick<Batch, 'variants' | 'curves' | 'recordings'>;

/** A batch that frames come to; `snapshot` is what others see of it. */
export class LiveBatch {
  readonly id: number;
  /** The members of each point, in seed order. */
  readonly #places: readonly (readonly Member[])[];
  /** Each once, in the order of the study's plan. */
  readonly members: readonly Member[];
  #study: Study;
  #points: readonly Point[];
  /** Why it cannot be run at all. */
  #refusal: string | null = null;
  #paused = false;
  #cancelled = false;
  /** What frames do not change: it is asked for at every one. */
  #arranged: Arranged | null = null;
  #snapshot: Batch | null = null;

  /** @param places the members of each of the study's points, in seed order; none when it is refused */
  constructor(id: number, study: Study, members: readonly Member[], places: readonly (readonly Member[])[]) {
    this.id = id;
    this.#study = study;
    this.#points = pointsOf(study);
    this.members = members;
    this.#places = places;
  }

  /** Takes a study that has the same runs at the same points: only what is in front, or a name, differs. */
  adopt(study: Study): void {
    const before = this.#points;
    this.#study = study;
    // A point that stays is the same object: what charts made of its runs stays with it.
    this.#points = pointsOf(study).map((point, p) => (isSamePoint(before[p]!, point) ? before[p]! : point));
    this.#snapshot = null;
    this.#arranged = null;
  }

  /** Whether another batch has the same runs at the same points. */
  hasSamePlaces(other: LiveBatch): boolean {
    return (
      this.#places.length > 0 &&
      this.#places.length === other.#places.length &&
      this.#places.every((members, p) => {
        const others = other.#places[p]!;
        return members.length === others.length && members.every(({ key }, r) => key === others[r]!.key);
      })
    );
  }

  get isActive(): boolean {
    return this.snapshot.status === 'computing' || this.snapshot.status === 'paused';
  }

  /** Whether its first run has an epoch to show: the first of those in front that can still get one. */
  get hasSomethingToShow(): boolean {
    const first = this.snapshot.recordings.find(({ length, end }) => length > 0 || end === null);
    return first !== undefined && first.length > 0;
  }

  /** Whether a run of each curve has ended: nothing will be added to those. */
  get hasWholeRun(): boolean {
    return this.snapshot.curves.every(({ recordings }) => recordings.some(({ end }) => end !== null));
  }

  /** Whether a run of each curve has come to epoch t, or to its end. */
  reaches(t: number): boolean {
    return this.snapshot.curves.every(({ point, recordings }) => {
      const sought = Math.min(t, point.settings.epochs);
      return recordings.some(
        ({ end, epochs, length }) => end !== null || (epochs[length - 1] ?? -1) >= sought,
      );
    });
  }

  /** As it is now; the same object until something changes. */
  get snapshot(): Batch {
    this.#snapshot ??= this.#describe();
    return this.#snapshot;
  }

  take(member: Member, frame: Frame): void {
    member.store.append(frame);
    this.#snapshot = null;
  }

  restart(member: Member): void {
    member.store = new RecordingStore(member.run);
    member.restarted = true;
    this.#snapshot = null;
    this.#arranged = null;
  }

  refuse(message: string): void {
    this.#refusal = message;
    this.#snapshot = null;
  }

  setPaused(paused: boolean): void {
    this.#paused = paused;
    this.#snapshot = null;
  }

  /** The recordings of these members stay as they are: frames that still come are not taken. */
  cancel(members: readonly Member[]): void {
    this.#cancelled = true;
    for (const { store } of members) if (store.end === null) store.close({ kind: 'cancelled' });
    this.#snapshot = null;
  }

  #describe(): Batch {
    const all = this.members.map(({ store }) => store);
    const arranged = (this.#arranged ??= this.#arrange());
    const diverged = this.#mostDiverged();
    return {
      id: this.id,
      study: this.#study,
      settings: this.#study.base,
      ...arranged,
      status: this.#status(all),
      progress: all.length === 0 ? 0 : sum(this.members.map(shareOf)) / all.length,
      message: this.#message(diverged),
      suggestedEta: diverged?.outcome.suggestedEta ?? null,
      fingerprint: fingerprintOf(inPlanOrder(arranged.variants.map(({ recordings }) => recordings))),
    };
  }

  #arrange(): Arranged {
    const variants = this.#places.map((members, p): Variant => {
      const point = this.#points[p]!;
      const across = placeOn(this.#study, point, 1);
      return {
        point,
        curve: placeOn(this.#study, point, 0),
        ...(across && { across }),
        name: pointInWords(this.#study, point),
        recordings: members.map(({ store }) => store),
      };
    });
    return {
      variants,
      curves: variants.filter(({ point }) => isCurve(this.#study, point)),
      recordings: variants.find(({ point }) => isFront(this.#study, point))?.recordings ?? [],
    };
  }

  #status(recordings: readonly Recording[]): Batch['status'] {
    if (this.#refusal !== null) return 'failed';
    if (this.#cancelled) return 'cancelled';
    if (recordings.some(({ end }) => end === null)) return this.#paused ? 'paused' : 'computing';
    if (recordings.some(({ end }) => end?.kind === 'failed')) return 'failed';
    return recordings.some((recording) => divergenceOf(recording) !== null) ? 'diverged' : 'done';
  }

  #message(diverged: { run: RunTrouble; outcome: Diverged } | null): string | null {
    if (this.#refusal !== null) return this.#refusal;
    const failure = this.#failure();
    if (failure !== null) return failure;
    if (diverged !== null) return divergedMessage(diverged.run, diverged.outcome);
    const restarted = this.members.filter((member) => member.restarted);
    return restarted.length === 0 ? null : restartedMessage(restarted.map((one) => this.#troubleOf(one)));
  }

  /** Of the first run that failed; what failed every run in the same way is said without naming one. */
  #failure(): string | null {
    const failures = this.members.map(({ store: { end } }) => (end?.kind === 'failed' ? end.message : null));
    const index = failures.findIndex((message) => message !== null);
    const message = failures[index];
    if (typeof message !== 'string') return null;
    if (failures.every((other) => other === message)) return message;
    return failedMessage(this.#troubleOf(this.members[index]!), message);
  }

  /** The diverged run that asks for the smallest η: with it, the others are likely to stay finite too. */
  #mostDiverged(): { run: RunTrouble; outcome: Diverged } | null {
    const found = this.members.flatMap((member) => {
      const outcome = divergenceOf(member.store);
      return outcome === null ? [] : [{ run: this.#troubleOf(member), outcome }];
    });
    const eta = ({ outcome }: (typeof found)[number]): number => outcome.suggestedEta ?? Infinity;
    return found.reduce<(typeof found)[number] | null>(
      (least, next) => (least === null || eta(next) < eta(least) ? next : least),
      null,
    );
  }

  #troubleOf(member: Member): RunTrouble {
    const place = this.#places.findIndex((members) => members.includes(member));
    return {
      index: this.#places[place]!.indexOf(member),
      seed: member.seed,
      point: this.#places.length > 1 ? pointInWords(this.#study, this.#points[place]!) : null,
    };
  }
}

const isSamePoint = (a: Point, b: Point): boolean =>
  a.pin === b.pin && String(a.at) === String(b.at) && sameSettings(a.settings, b.settings);

function placeOn({ axes }: Study, { at }: Point, a: number): CurvePlace | null {
  const [axis, place] = [axes[a], at?.[a]];
  if (axis === undefined || place === undefined) return null;
  return { setting: axis.setting, place, of: axis.values.length };
}

/** Epochs computed over all; a run that ended by itself has nothing left to compute. */
function shareOf({ store: { end, length, epochs }, epochs: all }: Member): number {
  if (end?.kind === 'outcome') return 1;
  return length === 0 ? 0 : Math.min(1, epochs[length - 1]! / all);
}

function divergenceOf({ end }: Recording): Diverged | null {
  return end?.kind === 'outcome' && end.outcome.kind === 'diverged' ? end.outcome : null;
}

/** Combined in the plan's order once every run has one, so it does not depend on which worker was first. */
function fingerprintOf(recordings: readonly Recording[]): string | null {
  const parts = recordings.flatMap(({ end }) => (end?.kind === 'outcome' ? [end.fingerprint] : []));
  return parts.length > 0 && parts.length === recordings.length ? combineFingerprints(parts) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
