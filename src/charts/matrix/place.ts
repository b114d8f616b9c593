import { move } from '../hooks/dom.ts';
import type { Box } from './geometry.ts';

/** A frame is seen from so many CSS pixels on; smaller cells get one around them. */
const LEAST_FRAME = 6;
/** The frame's border lies outside the cell. */
const BORDER = 2;
/** CSS pixels between the cell and its reading. */
const APART = 6;

/**
 * @param box device pixels
 * @param ratio device pixels a CSS pixel
 */
export function frameCell(frame: HTMLElement | null, box: Box, ratio: number): void {
  if (!frame) return;
  const width = Math.max(LEAST_FRAME, box.width / ratio);
  const height = Math.max(LEAST_FRAME, box.height / ratio);
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  const x = (box.x + box.width / 2) / ratio - width / 2 - BORDER;
  const y = (box.y + box.height / 2) / ratio - height / 2 - BORDER;
  move(frame, x, y);
}

/**
 * Where a reading stands: over its cell, below it where there is no room above, and never past the sides.
 * @param box of the cell
 * @param tip size of the reading
 * @param room size of the plot
 */
export function tipPlace(
  box: Box,
  tip: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number } {
  const above = box.y - APART - tip.height;
  const below = box.y + box.height + APART;
  const fitsBelow = below + tip.height <= room.height;
  return {
    x: Math.max(0, Math.min(room.width - tip.width, box.x + box.width / 2 - tip.width / 2)),
    y: above >= 0 || !fitsBelow ? Math.max(0, above) : below,
  };
}

/** Puts the reading at its cell; its words must be written already. */
export function placeTip(
  tip: HTMLElement | null,
  box: Box,
  ratio: number,
  room: { readonly width: number; readonly height: number },
): void {
  if (!tip) return;
  tip.hidden = false;
  const cell = { x: box.x / ratio, y: box.y / ratio, width: box.width / ratio, height: box.height / ratio };
  const { x, y } = tipPlace(cell, { width: tip.offsetWidth, height: tip.offsetHeight }, room);
  move(tip, x, y);
}
