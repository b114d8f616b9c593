import { useEffect } from 'react';
import type { Batch } from '../../engine/batch.ts';
import { computedEpoch } from '../../engine/computed-epoch.ts';
import { useLabStore } from '../../state/lab.ts';
import { advance } from './playback.ts';
import { usePlayer } from '../../state/player.ts';
import { useView } from '../../state/view.ts';

/** Whether no more epochs will come to the batch, or none as long as it is stopped. */
export const hasEnded = (batch: Batch): boolean => batch.status !== 'computing';

/** A frame that came late (a hidden tab, a breakpoint) must not make the playhead leap. */
const MAX_FRAME_SECONDS = 0.1;

/** Moves the playhead, once a frame, while the player plays. The only place that does. */
export function usePlayback(): void {
  const { lab } = useLabStore();
  const playing = usePlayer((state) => state.playing);

  useEffect(() => {
    if (!playing) return;
    let handle = 0;
    let before: number | null = null;
    // The store holds whole epochs; the fraction that a frame adds is kept here.
    let exact = usePlayer.getState().epoch;

    const frame = (time: number): void => {
      handle = requestAnimationFrame(frame);
      const seconds = before === null ? 0 : Math.min((time - before) / 1_000, MAX_FRAME_SECONDS);
      before = time;
      const batch = lab.current;
      if (batch === null) return;
      const { epoch, speed, loop, set } = usePlayer.getState();
      // Somebody else moved the playhead.
      if (Math.floor(exact) !== epoch) exact = epoch;
      const next = advance(exact, seconds, {
        total: batch.settings.epochs,
        computed: computedEpoch(batch.recordings),
        ended: hasEnded(batch),
        axis: useView.getState().timeAxis,
        speed,
        loop,
      });
      exact = next.epoch;
      const shown = Math.floor(exact);
      if (shown !== epoch || !next.playing) set({ epoch: shown, playing: next.playing });
    };
    handle = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(handle);
  }, [lab, playing]);
}
