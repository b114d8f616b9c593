import { useRef } from 'react';
import type { FocusEvent, KeyboardEvent, PointerEvent, RefObject } from 'react';
import { usePlayer } from '../../state/player.ts';
import type { HoverCell } from '../../state/player.ts';
import { write } from '../hooks/dom.ts';
import { snapshotAt } from '../data/snapshots.ts';
import { cellAt } from './geometry.ts';
import type { MatrixGeometry } from './geometry.ts';
import type { MatrixPicture } from './picture.ts';
import { cellByKey, hoverOf, readingOf, shownCell } from './reading.ts';

interface CellCursor {
  /** An element that is read out when it changes: only what was reached by keyboard is written there. */
  readonly live: RefObject<HTMLDivElement | null>;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onBlur(event: FocusEvent<HTMLElement>): void;
  };
}

const setHover = (hoverCell: HoverCell | null): void => {
  usePlayer.getState().set({ hoverCell });
};

/**
 * Which cell is read: the one under the pointer; the one last touched, until something else is; or the one that the
 * arrow keys lead to. It is the same neuron and sample in all pictures.
 */
export function useCellCursor(
  picture: MatrixPicture | null,
  geometry: MatrixGeometry | null,
  ratio: number,
): CellCursor {
  const live = useRef<HTMLDivElement>(null);

  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!picture || !geometry) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.floor((event.clientX - box.left) * ratio);
    const y = Math.floor((event.clientY - box.top) * ratio);
    const under = cellAt(geometry, x, y);
    setHover(under && hoverOf(picture, geometry, under));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!picture || !geometry || event.altKey || event.ctrlKey || event.metaKey) return;
    const { epoch, hoverCell } = usePlayer.getState();
    const from = shownCell(picture, geometry, hoverCell);
    if (event.key === 'Escape') {
      // Without a cell to leave, Escape is that of the dialog around.
      if (!from) return;
      event.preventDefault();
      event.stopPropagation();
      write(live.current, '');
      setHover(null);
      return;
    }
    const to = cellByKey(event.key, from, geometry);
    if (!to) return;
    event.preventDefault();
    setHover(hoverOf(picture, geometry, to));
    const index = snapshotAt(picture.snapshots, epoch);
    if (index < 0) return;
    const { value, names } = readingOf(picture, geometry, index, to);
    write(live.current, `${names}: ${value}`);
  };

  return {
    live,
    handlers: {
      onPointerDown: point,
      onPointerMove: point,
      onPointerLeave: ({ pointerType }) => {
        // A finger leaves whenever it is lifted: what it touched stays to be read.
        if (pointerType !== 'touch') setHover(null);
      },
      // The touch became a scroll.
      onPointerCancel: () => setHover(null),
      onKeyDown,
      onBlur: ({ relatedTarget }) => {
        write(live.current, '');
        // Another picture that was touched has its cell already.
        if (!(relatedTarget instanceof Element && relatedTarget.closest('.matrix-plot'))) setHover(null);
      },
    },
  };
}
