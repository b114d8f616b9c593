import { useRef } from 'react';
import type { PointerEvent } from 'react';
import { usePlayer } from '../../state/player.ts';

/** A finger that moved less than this, in pixels, has tapped. */
const TAP = 8;

type Handler = (event: PointerEvent<HTMLElement>) => void;

/** What a plot listens to. */
interface ScrubHandlers {
  readonly onPointerDown: Handler;
  readonly onPointerMove: Handler;
  readonly onPointerUp: Handler;
  readonly onPointerLeave: Handler;
  readonly onPointerCancel: Handler;
}

/**
 * Moves the playhead by the pointer: a mouse reads where it is and scrubs while pressed. A finger scrubs once it went
 * sideways, or tapped: it may be on its way to scroll the page, which moves nothing. What it read stays, under the
 * playhead.
 *
 * @param epochUnder the epoch under the pointer; null for none
 */
export function useScrub(epochUnder: (event: PointerEvent<HTMLElement>) => number | null): ScrubHandlers {
  /** Where a finger came down, until it is known what it does. */
  const start = useRef<number | null>(null);

  const scrub: Handler = (event) => {
    const epoch = epochUnder(event);
    if (epoch === null) return;
    const touches = event.pointerType === 'touch';
    const pressed = touches || (event.buttons & 1) === 1;
    const hoverEpoch = touches ? null : epoch;
    usePlayer.getState().set(pressed ? { epoch, hoverEpoch, playing: false } : { hoverEpoch });
  };
  const leave = (): void => {
    start.current = null;
    usePlayer.getState().set({ hoverEpoch: null });
  };

  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      if (event.pointerType === 'touch') start.current = event.clientX;
      else scrub(event);
    },
    onPointerMove(event) {
      if (start.current !== null && Math.abs(event.clientX - start.current) < TAP) return;
      start.current = null;
      scrub(event);
    },
    onPointerUp(event) {
      if (start.current === null) return;
      start.current = null;
      scrub(event);
    },
    onPointerLeave: leave,
    onPointerCancel: leave,
  };
}
