import type { PointerEvent } from 'react';
import { usePlayer } from '../../state/player.ts';

type Handler = (event: PointerEvent<HTMLElement>) => void;

/** What a plot listens to. */
export interface ScrubHandlers {
  readonly onPointerDown: Handler;
  readonly onPointerMove: Handler;
  readonly onPointerLeave: Handler;
  readonly onPointerCancel: Handler;
}

/**
 * Moves the playhead by the pointer: a mouse reads where it is and scrubs while pressed; a finger, once it is known to
 * want that (hold-touch.ts), scrubs, and what it read stays, under the playhead.
 *
 * @param epochUnder the epoch under the pointer; null for none
 */
export function useScrub(epochUnder: (event: PointerEvent<HTMLElement>) => number | null): ScrubHandlers {
  const scrub: Handler = (event) => {
    const epoch = epochUnder(event);
    if (epoch === null) return;
    const touches = event.pointerType === 'touch';
    const pressed = touches || (event.buttons & 1) === 1;
    const hoverEpoch = touches ? null : epoch;
    usePlayer.getState().set(pressed ? { epoch, hoverEpoch, playing: false } : { hoverEpoch });
  };
  const leave = (): void => {
    usePlayer.getState().set({ hoverEpoch: null });
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      scrub(event);
    },
    onPointerMove: scrub,
    onPointerLeave: leave,
    onPointerCancel: leave,
  };
}
