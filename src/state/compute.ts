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

/** How long a batch that is being computed may hold up the next one, until its first run is whole. */
const PATIENCE_MS = 600;

/**
 * Computes whatever the settings say, anew after each change, so that a run follows the slider. While a slider moves,
 * settings between are skipped and a batch just begun is given the time to show one whole run: cancelled at every
 * move, it would only ever show beginnings.
 *
 * @param nextFrame requestAnimationFrame
 * @param now milliseconds of a steady clock
 * @returns how to stop
 */
export function computeOnChange(
  store: LabStore,
  nextFrame: (callback: () => void) => void,
  now: () => number,
): () => void {
  let waiting = false;
  let begun = -Infinity;
  const isHeldUp = (): boolean => {
    const batch = store.lab.pending ?? store.lab.current;
    const showsNothingWhole = batch?.recordings.every(({ end }) => end === null) ?? false;
    return batch?.status === 'computing' && showsNothingWhole && now() - begun < PATIENCE_MS;
  };
  const compute = (): void => {
    const { settings } = useSettings.getState();
    const obstacle = obstacleOf(settings);
    if (obstacle === null && isHeldUp()) {
      nextFrame(compute);
      return;
    }
    waiting = false;
    if (obstacle !== null) return;
    begun = now();
    store.compute(settings);
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
