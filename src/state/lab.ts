import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Batch, Lab, Variant } from '../engine/batch.ts';
import { Pace } from '../engine/pace.ts';
import type { Recording } from '../engine/recording.ts';
import type { Study } from '../settings/study/study.ts';
import { ghostOf, whatDiffers, type Ghost } from './ghost.ts';

/** What React knows of the computation: the batches, never their frames. */
export interface LabSnapshot {
  readonly current: Batch | null;
  readonly pending: Batch | null;
  /** What is on screen waits for `pending` longer than a blink: then it fades. */
  readonly overdue: boolean;
  /** Of `current`; the same array while it has the same recordings, however they grow. */
  readonly recordings: readonly Recording[] | null;
  /** The curves of `current`, likewise kept; empty before the first. */
  readonly variants: readonly Variant[];
  /** All points of `current`, likewise kept: of every value of a second axis. */
  readonly points: readonly Variant[];
  /** What was on screen before the last change, unless it was cleared; null where nothing compares with `current`. */
  readonly ghost: Ghost | null;
  /** Runs × epochs per second of the last computation, from its first epochs to its end; null before the first. */
  readonly epochsPerSecond: number | null;
  /** Until what is under way is done, as it went of late; null where nothing is, or too little is known. */
  readonly secondsLeft: number | null;
}

/** The lab, and a snapshot of it for useSyncExternalStore: a new object whenever a batch changed. */
export interface LabStore {
  readonly lab: Lab;
  getSnapshot(): LabSnapshot;
  subscribe(listener: () => void): () => void;
  /**
   * `lab.compute`, with the clock started.
   * @param step of the settings' history: all changes of one step are one, however many batches it takes. Absent where
   * what was asked for is only computed again
   */
  compute(study: Study, step?: number): void;
  /** Takes the run before the last change off the charts. */
  clearGhost(): void;
}

/** The array before, if it has the same entries. */
function kept<T>(before: readonly T[] | null, after: readonly T[] | null): readonly T[] | null {
  const same =
    before !== null &&
    before.length === after?.length &&
    before.every((entry, index) => entry === after[index]);
  return same ? before : after;
}

/** The variants before, if all their recordings are the same. */
function keptVariants(before: readonly Variant[], after: readonly Variant[]): readonly Variant[] {
  const variants = after.map((variant, index) => {
    const old = before[index];
    if (old === undefined || old.point !== variant.point || old.name !== variant.name) return variant;
    return kept(old.recordings, variant.recordings) === old.recordings ? old : variant;
  });
  return kept(before, variants) ?? [];
}

/** A slider that redraws within this time must not make the page flicker. */
const BLINK_MS = 250;

/**
 * @param now milliseconds of a steady clock
 * @param later setTimeout
 */
export function createLabStore(
  lab: Lab,
  now: () => number,
  later: (callback: () => void, milliseconds: number) => void,
): LabStore {
  let snapshot: LabSnapshot = {
    current: lab.current,
    pending: lab.pending,
    overdue: false,
    recordings: lab.current?.recordings ?? null,
    variants: lab.current?.curves ?? [],
    points: lab.current?.variants ?? [],
    ghost: null,
    epochsPerSecond: null,
    secondsLeft: null,
  };
  /** On screen when the newest step began. */
  let before: Batch | null = null;
  let newestStep: number | null = null;
  let made: { readonly of: Batch; readonly ghost: Ghost } | null = null;
  /** When the clock of the batch under way started, and the share of its epochs that there was; null when it was held. */
  let started: { readonly at: number; readonly share: number } | null = null;
  const pace = new Pace();
  let askedAt = -Infinity;
  let timedBatch: number | null = null;
  const listeners = new Set<() => void>();

  /** The same object while a step goes on: its curves are not made anew for every place that a slider passes. */
  const ghostFor = (current: Batch | null): Ghost | null => {
    const { current: last, ghost: old } = snapshot;
    if (current?.id === last?.id) return old;
    if (current === null || before === null || before.id === current.id) return null;
    const what = whatDiffers(before, current.study);
    if (what === null) return null;
    if (made?.of !== before || made.ghost.what !== what) made = { of: before, ghost: ghostOf(before, what) };
    return made.ghost;
  };

  const update = (): void => {
    const { current, pending } = lab;
    let { epochsPerSecond } = snapshot;
    const newest = pending ?? current;
    if (newest?.status === 'paused') {
      started = null;
      pace.begin();
    }
    // To begin a worker takes longer than many a run: that is not its speed.
    if (newest?.status === 'computing' && started?.share === 0 && newest.progress > 0) {
      started = { at: now(), share: newest.progress };
      pace.begin();
    }
    if (newest?.status === 'done' && started !== null && newest.id !== timedBatch) {
      timedBatch = newest.id;
      const seconds = (now() - started.at) / 1_000;
      const runs = newest.variants.reduce((sum, { recordings }) => sum + recordings.length, 0);
      const epochs = newest.settings.epochs * runs * (1 - started.share);
      // Where all came at once, nothing is known of its speed.
      epochsPerSecond = seconds > 0 && epochs > 0 ? epochs / seconds : null;
      started = null;
    }
    const variants = keptVariants(snapshot.variants, current?.curves ?? []);
    const points = keptVariants(snapshot.points, current?.variants ?? []);
    const recordings = kept(snapshot.recordings, current?.recordings ?? null);
    const overdue = pending !== null && now() - askedAt >= BLINK_MS;
    const ghost = ghostFor(current);
    const secondsLeft = newest?.status === 'computing' ? pace.secondsLeft(newest.progress, now()) : null;
    snapshot = {
      current,
      pending,
      overdue,
      recordings,
      variants,
      points,
      ghost,
      epochsPerSecond,
      secondsLeft,
    };
    for (const listener of listeners) listener();
  };
  lab.subscribe(update);

  return {
    lab,
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    compute(study, step) {
      if (step !== undefined && step !== newestStep) {
        newestStep = step;
        before = lab.current;
        made = null;
      }
      askedAt = now();
      started = { at: askedAt, share: 0 };
      pace.begin();
      later(() => {
        if (lab.pending !== null && !snapshot.overdue) update();
      }, BLINK_MS + 1);
      lab.compute(study);
    },
    clearGhost() {
      before = null;
      made = null;
      snapshot = { ...snapshot, ghost: null };
      for (const listener of listeners) listener();
    },
  };
}

export const LabContext = createContext<LabStore | null>(null);

export function useLabStore(): LabStore {
  const store = useContext(LabContext);
  if (store === null) throw new Error('useLabStore is used outside of LabContext');
  return store;
}

/** One fact of the lab; renders again only when it changed. `select` gives a primitive or something kept. */
export function useLabFact<T>(select: (snapshot: LabSnapshot) => T): T {
  const store = useLabStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
}

export function useLab(): LabSnapshot {
  const store = useLabStore();
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
