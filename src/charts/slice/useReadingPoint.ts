import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { usePlayer } from '../../state/player.ts';
import { write } from '../hooks/dom.ts';
import { arrowScale } from './drawSlice.ts';
import { neuronNear } from './pointed.ts';
import { pointByKey, pointReading, type SlicePoint } from './reading.ts';
import { placeAt, type SliceScene } from './scene.ts';

interface ReadingPoint {
  /** Read out when it changes: only what was reached by keyboard is written there. */
  readonly live: RefObject<HTMLDivElement | null>;
  readonly handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(): void;
    onPointerCancel(): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onBlur(): void;
  };
}

/**
 * Which point of the slice is read: the one under the pointer, with the neuron whose arrow ends there, or the one that the
 * arrow keys lead to.
 * @param pointRef what is read; null for nothing
 * @param redraw called when the point moved and no neuron did
 */
export function useReadingPoint(
  scene: SliceScene | null,
  pointRef: RefObject<SlicePoint | null>,
  redraw: () => void,
): ReadingPoint {
  const live = useRef<HTMLDivElement>(null);
  const show = (row: number | null): void => {
    usePlayer.getState().set({ hoverCell: row === null ? null : { row, column: null } });
    redraw();
  };

  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!scene) return;
    const { slice, geometry } = scene;
    const { left, top, width, height, side, half } = geometry;
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - left - width / 2, event.clientY - box.top - top - height / 2];
    const unit = (2 * half) / side;
    const isInside = Math.abs(x) <= width / 2 && Math.abs(y) <= height / 2;
    pointRef.current = isInside ? [x * unit, -y * unit] : null;
    const { arrows } = slice.places[placeAt(slice.places, usePlayer.getState().epoch)]!;
    show(neuronNear(arrows, arrowScale(scene, arrows), x, y));
  };
  const leave = (): void => {
    pointRef.current = null;
    write(live.current, '');
    show(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!scene || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = pointByKey(event.key, pointRef.current, scene.geometry);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === null) {
      leave();
      return;
    }
    pointRef.current = next;
    const index = placeAt(scene.slice.places, usePlayer.getState().epoch);
    write(live.current, pointReading(scene, index, next));
    show(null);
  };
  return {
    live,
    handlers: {
      onPointerDown: point,
      onPointerMove: point,
      onPointerLeave: leave,
      onPointerCancel: leave,
      onKeyDown,
      onBlur: leave,
    },
  };
}
