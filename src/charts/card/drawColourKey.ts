import { fontOf, type Surface } from '../marks/surface.ts';
import type { ColourKey } from './picture.ts';

/** Steps of a ramp: as many rectangles. */
const STEPS = 48;
/** Width of a scale at most, in em, and the least distance of two of its numbers as a share of it. */
const WIDEST = 26;
const SPACING = 0.17;

/** What the colours of a matrix mean, in two lines of text at most. */
export function drawColourKey(surface: Surface, key: ColourKey, width: number): void {
  const { context, palette, em } = surface;
  context.font = fontOf(surface);
  if (key.kind === 'swatches') {
    let x = 0;
    context.textAlign = 'start';
    for (const { label, colours } of key.entries) {
      for (const colour of colours) {
        context.fillStyle = `rgb(${colour.join(', ')})`;
        context.fillRect(x, 0.7 * em, 0.8 * em, 0.8 * em);
        x += 0.9 * em;
      }
      context.fillStyle = palette.css('ink');
      context.fillText(label, x + 0.3 * em, 1.4 * em);
      x += context.measureText(label).width + 1.5 * em;
    }
    return;
  }
  const length = Math.min(width, WIDEST * em);
  for (let k = 0; k < STEPS; k++) {
    context.fillStyle = key.ramp((k + 0.5) / STEPS);
    // A hair wider: no seam between two.
    context.fillRect((k * length) / STEPS, 0.4 * em, length / STEPS + 0.3, 0.7 * em);
  }
  context.fillStyle = palette.css('ink-soft');
  for (const { value, unit } of key.scale.ticks(SPACING)) {
    context.textAlign = unit === 0 ? 'start' : unit === 1 ? 'end' : 'center';
    context.fillText(key.format(value, Math.abs(value) === key.scale.largest), unit * length, 2.2 * em);
  }
}
