import type { Lab } from '../../engine/batch.ts';
import { computedEpoch } from '../../engine/computed-epoch.ts';
import { stepFrom } from './playback.ts';
import { usePlayer } from '../../state/player.ts';
import { hasEnded } from './usePlayback.ts';

/** The last epoch that can be shown now or will be: T, or where a run ended early. */
function lastEpoch(lab: Lab): number {
  const batch = lab.current;
  if (batch === null) return 0;
  return hasEnded(batch) ? computedEpoch(batch.recordings) : batch.settings.epochs;
}

/** The player at the beginning of a new experiment; at its end, at rest, where motion is not wanted. */
export function playFromStart(epochs: number): { readonly epoch: number; readonly playing: boolean } {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return still ? { epoch: epochs, playing: false } : { epoch: 0, playing: true };
}

/** What the player's buttons and keys do. */
export interface Transport {
  toggle(): void;
  /** Moves by recorded epochs and pauses. */
  step(steps: number): void;
  toStart(): void;
  toEnd(): void;
  /** Puts the playhead on an epoch; plays on if it was playing. */
  seek(epoch: number): void;
}

export function createTransport(lab: Lab): Transport {
  const { set } = usePlayer.getState();
  return {
    toggle() {
      const { playing, epoch } = usePlayer.getState();
      if (!playing && epoch >= lastEpoch(lab)) set({ epoch: 0, playing: true });
      else set({ playing: !playing });
    },
    step(steps) {
      const recording = lab.current?.recordings.find(({ length }) => length > 0);
      if (recording === undefined) return;
      const epoch = Math.min(usePlayer.getState().epoch, lastEpoch(lab));
      set({ epoch: stepFrom(recording.epochs, epoch, steps), playing: false });
    },
    toStart: () => set({ epoch: 0 }),
    toEnd: () => set({ epoch: lastEpoch(lab), playing: false }),
    seek: (epoch) => set({ epoch: Math.min(Math.max(epoch, 0), lastEpoch(lab)) }),
  };
}
