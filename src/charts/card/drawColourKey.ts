import { fontOf, type Surface } from '../marks/surface.ts';
import type { Rgb } from '../scales/rgb.ts';
import type { ColourKey, HatchKey } from './picture.ts';

/** Steps of a ramp: as many rectangles. */
const STEPS = 48;
/** Width of a scale at most, in em, and the least distance of two of its numbers as a share of it. */
const WIDEST = 26;
const SPACING = 0.17;

/** Side of a swatch, and of one with the space after it, in em; stripes of one that is hatched, space between them included. */
const SWATCH = 0.8;
const NEXT = 0.9;
const STRIPES = 3;

/** What the colours of a matrix mean, in two lines of text at most. */
export function drawColourKey(surface: Surface, key: ColourKey, width: number): void {
  surface.context.font = fontOf(surface);
  const { hatched = null } = key;
  const end = key.kind === 'swatches' ? drawSwatches(surface, key.entries) : drawScale(surface, key, width);
  if (hatched !== null) drawHatched(surface, hatched, end);
}

/** @returns where the next one begins */
function drawSwatches(
  { context, palette, em }: Surface,
  entries: Extract<ColourKey, { kind: 'swatches' }>['entries'],
): number {
  let x = 0;
  context.textAlign = 'start';
  for (const { label, colours } of entries) {
    for (const colour of colours) {
      context.fillStyle = css(colour);
      context.fillRect(x, 0.7 * em, SWATCH * em, SWATCH * em);
      x += NEXT * em;
    }
    context.fillStyle = palette.css('ink');
    context.fillText(label, x + 0.3 * em, 1.4 * em);
    x += context.measureText(label).width + 1.5 * em;
  }
  return x;
}

function drawHatched({ context, palette, em }: Surface, { label, colours }: HatchKey, from: number): void {
  let x = from;
  const [side, top] = [SWATCH * em, 0.7 * em];
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
  context.fillText(label, x + 0.3 * em, 1.4 * em);
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

/** @returns where what stands beside it begins */
function drawScale(
  surface: Surface,
  { ramp, scale, format }: Extract<ColourKey, { kind: 'scale' }>,
  width: number,
): number {
  const { context, palette, em } = surface;
  const length = Math.min(width, WIDEST * em);
  for (let k = 0; k < STEPS; k++) {
    context.fillStyle = ramp((k + 0.5) / STEPS);
    // A hair wider: no seam between two.
    context.fillRect((k * length) / STEPS, 0.4 * em, length / STEPS + 0.3, 0.7 * em);
  }
  context.fillStyle = palette.css('ink-soft');
  for (const { value, unit } of scale.ticks(SPACING)) {
    context.textAlign = unit === 0 ? 'start' : unit === 1 ? 'end' : 'center';
    context.fillText(format(value, Math.abs(value) === scale.largest), unit * length, 2.2 * em);
  }
  return length + 1.5 * em;
}

const css = (colour: Rgb): string => `rgb(${colour.join(', ')})`;
