import { useLayoutEffect } from 'react';
import { usePlayer } from '../../state/player.ts';
import type { PlayerState } from '../../state/player.ts';
import { frameClock } from './frame.ts';

/**
 * Calls `place` once for every frame in which the player's state changed, and when `place` itself changed: it moves
 * lines and writes readings without React.
 */
export function usePlayhead(place: (state: PlayerState) => void): void {
  useLayoutEffect(() => {
    let placed: PlayerState | null = null;
    const update = (): void => {
      const state = usePlayer.getState();
      if (state === placed) return;
      placed = state;
      place(state);
    };
    update();
    return frameClock.subscribe(update);
  }, [place]);
}
