import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import { movePin } from '../../settings/study/edit.ts';
import { useSettings } from '../../state/settings.ts';

/** All places that one drag goes through are one step of undo. */
const WHAT = 'drag pin';

/** The place among rows that what is dragged takes: below all others whose middle is above the pointer. */
export const placeAt = (y: number, middles: readonly number[], dragged: number): number =>
  middles.filter((middle, k) => k !== dragged && middle < y).length;

interface PinDrag {
  /** The place of the pin that is dragged. */
  readonly dragged: number | null;
  /** What the k-th row's grip listens to. */
  gripOf(k: number): {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onLostPointerCapture: () => void;
  };
}

/** Pins that a pointer or a finger moves by their grips; the others make way at once. */
export function usePinDrag(list: RefObject<HTMLElement | null>): PinDrag {
  const edit = useSettings((state) => state.edit);
  const release = useSettings((state) => state.release);
  const [dragged, setDragged] = useState<number | null>(null);
  // A move may come before React has drawn the one before it.
  const place = useRef<number | null>(null);
  const be = (next: number | null): void => {
    place.current = next;
    setDragged(next);
  };

  return {
    dragged,
    gripOf: (k) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        be(k);
      },
      onPointerMove({ clientY }) {
        const from = place.current;
        if (from === null) return;
        const middles = Array.from(list.current?.children ?? [], (row) => {
          const { top, height } = row.getBoundingClientRect();
          return top + height / 2;
        });
        const to = placeAt(clientY, middles, from);
        if (to === from) return;
        edit((before) => movePin(before, from, to), { what: WHAT, held: true });
        be(to);
      },
      // However it ends: let go, or taken away by the system.
      onLostPointerCapture() {
        if (place.current === null) return;
        be(null);
        release();
      },
    }),
  };
}
