import { fontOf, type Surface } from '../marks/surface.ts';
import { css, drawHatched, hatchedWidth, NEXT, SWATCH, TOP } from './drawHatched.ts';
import type { ColourKey } from './picture.ts';

/** Steps of a ramp: as many rectangles. */
const STEPS = 48;
/** Width of a scale at most, in em, and the least distance of two of its numbers as a share of it. */
const WIDEST = 26;
const SPACING = 0.17;
/** Between two entries, in em. */
const GAP = 1.5;

/** What the colours of a matrix mean, in two lines of text at most. */
export function drawColourKey(surface: Surface, key: ColourKey, width: number): void {
  surface.context.font = fontOf(surface);
  const { hatched = null } = key;
  const room = hatched === null ? width : width - hatchedWidth(surface, hatched);
  const end = key.kind === 'swatches' ? drawSwatches(surface, key.entries) : drawScale(surface, key, room);
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
      context.fillRect(x, TOP * em, SWATCH * em, SWATCH * em);
      x += NEXT * em;
    }
    context.fillStyle = palette.css('ink');
    context.fillText(label, x + 0.3 * em, 1.4 * em);
    x += context.measureText(label).width + GAP * em;
  }
  return x;
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
  return length + GAP * em;
}
