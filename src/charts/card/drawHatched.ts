import type { Surface } from '../marks/surface.ts';
import type { Rgb } from '../scales/rgb.ts';
import type { HatchKey } from './picture.ts';

/** Side of a swatch, of one with the space after it, and what is above it, in em. */
export const SWATCH = 0.8;
export const NEXT = 0.9;
export const TOP = 0.7;
/** Between the last swatch and its label, and before the first, in em. */
const BESIDE = 0.3;
const BEFORE = 1.5;
/** Stripes of a swatch, each with the space after it. */
const STRIPES = 3;

export const css = (colour: Rgb): string => `rgb(${colour.join(', ')})`;

/** What it takes beside what stands before it. */
export const hatchedWidth = ({ context, em }: Surface, { label, colours }: HatchKey): number =>
  (BEFORE + NEXT * colours.length + BESIDE) * em + context.measureText(label).width;

/** Swatches with stripes, and what they mean. @param from where the first begins */
export function drawHatched(
  { context, palette, em }: Surface,
  { label, colours }: HatchKey,
  from: number,
): void {
  let x = from;
  const [side, top] = [SWATCH * em, TOP * em];
  for (const [own, stripes] of colours) {
    context.fillStyle = css(own);
    context.fillRect(x, top, side, side);
    context.fillStyle = css(stripes);
    // Parallelograms from the lower left to the upper right, cut off at the sides.
    const step = (2 * side) / STRIPES;
    for (let k = 0; k < STRIPES; k++) fillBand(context, { x, y: top, side }, k * step, k * step + step / 2);
    x += NEXT * em;
  }
  context.fillStyle = palette.css('ink');
  context.textAlign = 'start';
  context.fillText(label, x + BESIDE * em, 1.4 * em);
}

/** The part of a square in which the way right and down from its corner is between two numbers, at most twice its side. */
function fillBand(
  context: Surface['context'],
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
  from: number,
  to: number,
): void {
  const onTop = (sum: number): [number, number] => (sum <= side ? [sum, 0] : [side, sum - side]);
  const onLeft = (sum: number): [number, number] => (sum <= side ? [0, sum] : [sum - side, side]);
  const corner = from < side && to > side;
  const outline = [
    onTop(from),
    ...(corner ? [[side, 0] as const] : []),
    onTop(to),
    onLeft(to),
    ...(corner ? [[0, side] as const] : []),
    onLeft(from),
  ];
  context.beginPath();
  outline.forEach(([right, down], k) =>
    k === 0 ? context.moveTo(x + right, y + down) : context.lineTo(x + right, y + down),
  );
  context.fill();
}
