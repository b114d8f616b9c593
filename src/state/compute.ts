import { checkStudy } from '../settings/study/check.ts';
import type { Study } from '../settings/study/study.ts';
import { isRunnable } from '../settings/validate.ts';
import type { LabStore } from './lab.ts';
import { usePlayer } from './player.ts';
import { useSettings } from './settings.ts';

/** What keeps these settings from being computed, or null. */
export type Obstacle = 'no file' | 'error' | null;

/** Asked by every panel at every change, so the last answer is kept. */
let judged: { readonly study: Study; readonly obstacle: Obstacle } | null = null;

export function obstacleOf(study: Study): Obstacle {
  if (judged?.study !== study) judged = { study, obstacle: findObstacle(study) };
  return judged.obstacle;
}

function findObstacle(study: Study): Obstacle {
  if (!isRunnable(checkStudy(study))) return 'error';
  const settings = study.base;
  return settings.data === 'dataset' && settings.file === '' ? 'no file' : null;
}

/** How long a batch that is being computed may hold up the next one, until its first run is whole. */
const PATIENCE_MS = 600;

/** What it lives on: browsers' own, or a test's. */
export interface ComputeParts {
  /** queueMicrotask: all changes made in one go are one. */
  readonly soon: (callback: () => void) => void;
  /** setTimeout. */
  readonly later: (callback: () => void, milliseconds: number) => void;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

/**
 * Computes whatever the study says, anew after each change, so that a run follows the slider. While a slider moves,
 * settings between are skipped and a batch just begun is given the time to show one whole run: cancelled at every
 * move, it would only ever show beginnings. The moment it has one, the newest settings are begun.
 *
 * @returns how to stop
 */
export function computeOnChange(store: LabStore, { soon, later, now }: ComputeParts): () => void {
  let due = true;
  let begun = -Infinity;
  const isHeldUp = (): boolean => {
    const batch = store.lab.pending ?? store.lab.current;
    const showsNothingWhole = batch?.recordings.every(({ end }) => end === null) ?? false;
    return batch?.status === 'computing' && showsNothingWhole && now() - begun < PATIENCE_MS;
  };
  const compute = (): void => {
    if (!due) return;
    const { study, step } = useSettings.getState();
    const isRunnable = obstacleOf(study) === null;
    if (isRunnable && isHeldUp()) return;
    due = false;
    if (!isRunnable) return;
    begun = now();
    later(compute, PATIENCE_MS);
    store.compute(study, step);
  };
  compute();
  const stops = [
    store.subscribe(compute),
    useSettings.subscribe(({ study, settings }, { study: studyBefore, settings: before }) => {
      if (study === studyBefore) return;
      keepAtEnd(before.epochs, settings.epochs);
      if (due) return;
      due = true;
      soon(compute);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** A playhead that rested at the end rests at the new end. */
function keepAtEnd(before: number, after: number): void {
  const { playing, epoch, set } = usePlayer.getState();
  if (before !== after && !playing && epoch >= before) set({ epoch: after });
}
