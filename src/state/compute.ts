import { checkSettings, isRunnable } from '../settings/validate.ts';
import type { Settings } from '../settings/schema.ts';
import type { LabStore } from './lab.ts';
import { usePlayer } from './player.ts';
import { useSettings } from './settings.ts';

/** What keeps these settings from being computed, or null. */
export type Obstacle = 'no file' | 'error' | null;

export function obstacleOf(settings: Settings): Obstacle {
  if (!isRunnable(checkSettings(settings))) return 'error';
  return settings.data === 'dataset' && settings.file === '' ? 'no file' : null;
}

/**
 * Computes whatever the settings say, anew after each change, at most once a frame, so that a run follows the slider.
 * @param nextFrame requestAnimationFrame
 * @returns how to stop
 */
export function computeOnChange(store: LabStore, nextFrame: (callback: () => void) => void): () => void {
  let waiting = false;
  const compute = (): void => {
    waiting = false;
    const { settings } = useSettings.getState();
    if (obstacleOf(settings) === null) store.compute(settings);
  };
  compute();
  return useSettings.subscribe(({ settings }, { settings: before }) => {
    if (settings === before) return;
    keepAtEnd(before.epochs, settings.epochs);
    if (waiting) return;
    waiting = true;
    nextFrame(compute);
  });
}

/** A playhead that rested at the end rests at the new end. */
function keepAtEnd(before: number, after: number): void {
  const { playing, epoch, set } = usePlayer.getState();
  if (before !== after && !playing && epoch >= before) set({ epoch: after });
}
