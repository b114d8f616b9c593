import { DASHES } from '../data/content.ts';
import { drawSymbols, symbolsWidth } from '../marks/drawSymbols.ts';
import { traceMarker } from '../marks/markers.ts';
import { fontOf, type Surface } from '../marks/surface.ts';
import type { LegendContent, LegendEntry } from './legend.ts';

/** Height of a line, length of a key, and what is between them, in em. */
const LINE = 1.35;
const KEY = 1.85;
const GAP = 0.4;
const APART = 1.1;

/** Draws a legend in lines of a width. @returns its height */
export function drawLegend(surface: Surface, legend: LegendContent, width: number): number {
  const { context, palette, em } = surface;
  if (legend.entries.length === 0) return 0;
  context.font = fontOf(surface);
  context.textAlign = 'start';
  let x = 0;
  let line = 0;
  const base = (): number => (line * LINE + 1) * em;
  if (legend.title !== '') {
    context.fillStyle = palette.css('ink-soft');
    drawSymbols(context, legend.title, 0, base());
    x = symbolsWidth(context, legend.title) + APART * em;
  }
  for (const entry of legend.entries) {
    context.font = fontOf(surface);
    const wide = (KEY + GAP) * em + symbolsWidth(context, entry.label);
    if (x > 0 && x + wide > width) {
      x = 0;
      line++;
    }
    drawKey(surface, entry, x, base() - 0.35 * em);
    context.fillStyle = palette.css('ink');
    drawSymbols(context, entry.label, x + (KEY + GAP) * em, base());
    x += wide + APART * em;
  }
  return (line + 1) * LINE * em;
}

function drawKey({ context, palette, em }: Surface, entry: LegendEntry, x: number, y: number): void {
  const thickness = em / 13;
  context.strokeStyle = palette.css(entry.colour);
  context.lineWidth = entry.width * thickness;
  context.setLineDash(DASHES[entry.dash].map((length) => length * thickness));
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + KEY * em, y);
  if (entry.width > 0) context.stroke();
  context.setLineDash([]);
  if (entry.marker === null) return;
  context.beginPath();
  traceMarker(context, entry.marker, x + (KEY / 2) * em, y, 0.32 * em);
  context.strokeStyle = palette.css('card');
  context.lineWidth = 2 * thickness;
  context.stroke();
  context.fillStyle = palette.css(entry.colour);
  context.fill();
}
