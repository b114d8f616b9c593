import { useRef } from 'react';
import type { PointerEvent } from 'react';
import { bringToFront } from '../hooks/bring-to-front.ts';
import type { ScrubHandlers } from '../hooks/useScrub.ts';
import type { LineSeries } from '../data/content.ts';

/** Farther than this, in CSS pixels, a press is a drag. */
const STILL = 4;

type Under = (event: PointerEvent<HTMLElement>) => LineSeries | null;

/**
 * A press on a curve brings its value to the front, by mouse or finger; what is dragged from there, and what is pressed
 * elsewhere, scrubs as ever.
 *
 * @param under the curve under the pointer that can be brought to the front
 */
export function usePress(under: Under, scrub: ScrubHandlers): ScrubHandlers & Pick<Handlers, 'onPointerUp'> {
  const pressed = useRef<{ readonly down: PointerEvent<HTMLElement>; readonly place: number } | null>(null);
  return {
    onPointerDown(event) {
      const place = event.button === 0 ? under(event)?.point?.place : null;
      if (typeof place !== 'number') {
        pressed.current = null;
        scrub.onPointerDown(event);
        return;
      }
      event.currentTarget.setPointerCapture(event.pointerId);
      pressed.current = { down: event, place };
    },
    onPointerMove(event) {
      const { current } = pressed;
      if (current === null) {
        event.currentTarget.toggleAttribute('data-on-curve', event.buttons === 0 && under(event) !== null);
        scrub.onPointerMove(event);
        return;
      }
      const { down } = current;
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) <= STILL) return;
      pressed.current = null;
      scrub.onPointerMove(event);
    },
    onPointerUp() {
      const { current } = pressed;
      pressed.current = null;
      if (current !== null) bringToFront(current.place);
    },
    onPointerLeave(event) {
      event.currentTarget.removeAttribute('data-on-curve');
      scrub.onPointerLeave(event);
    },
    onPointerCancel(event) {
      pressed.current = null;
      scrub.onPointerCancel(event);
    },
  };
}

interface Handlers {
  onPointerUp(event: PointerEvent<HTMLElement>): void;
}
