import { drawLegend } from '../legend/drawLegend.ts';
import { drawSymbols, symbolsWidth } from '../marks/drawSymbols.ts';
import { fontOf, shifted, type Surface } from '../marks/surface.ts';
import { wrapped } from '../marks/wrap.ts';
import { drawColourKey } from './drawColourKey.ts';
import { drawPane, nameLines } from './drawPane.ts';
import type { Pane, Picture } from './picture.ts';

/** What is written around a card's picture. */
export interface CardWords {
  readonly title: string;
  /** Lines below the picture: the main settings, the link; none when empty. */
  readonly notes: readonly string[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes of title and notes, and what is between parts, in em. */
const TITLE = 1.25;
export const NOTE = 0.78;
const APART = 0.9;
const GAP = 0.5;

/** Around a card, and height of a line of notes; pixels. */
export const cardMargin = (em: number): number => GAP * em;
export const noteLine = (em: number): number => 1.35 * NOTE * em;

/**
 * Draws a whole card: title, what is measured, legend, panes with axes and text, colours and notes. The one way a card is
 * drawn outside of the page, on a surface of any size (src/charts/marks/surface.ts).
 *
 * @param size CSS pixels of the surface
 * @param epoch t under the playhead, which pictures of one moment show
 */
export function drawCard(
  surface: Surface,
  size: Size,
  picture: Picture,
  { title, notes }: CardWords,
  epoch: number,
): void {
  const { context, palette, em } = surface;
  context.fillStyle = palette.css('card');
  context.fillRect(0, 0, size.width, size.height);
  const margin = cardMargin(em);
  const width = size.width - 2 * margin;
  let top = margin;
  const text = (words: string, font: string, height: number, colour: 'ink' | 'ink-soft'): void => {
    context.font = font;
    context.textAlign = 'start';
    context.fillStyle = palette.css(colour);
    for (const line of wrapped(words, width, (part) => symbolsWidth(context, part))) {
      drawSymbols(context, line, margin, top + 0.8 * height);
      top += height;
    }
  };
  if (title !== '') text(title, fontOf(surface, TITLE, 600, 'serif'), 1.4 * TITLE * em, 'ink');
  if (picture.valueLabel !== '') text(picture.valueLabel, fontOf(surface), 1.35 * em, 'ink-soft');
  shifted(surface, margin, top, () => {
    top += drawLegend(surface, picture.legend, width);
  });
  const line = noteLine(em);
  const keyHeight = picture.colours ? 2.6 * em : 0;
  const bottom = size.height - margin - notes.length * line - keyHeight;
  top += 0.3 * em;
  drawPanes(surface, { x: margin, y: top, width, height: Math.max(1, bottom - top) }, picture, epoch);
  if (picture.colours) {
    const { colours } = picture;
    shifted(surface, margin, bottom, () => drawColourKey(surface, colours, width));
  }
  top = size.height - margin - notes.length * line;
  context.font = fontOf(surface, NOTE);
  context.textAlign = 'start';
  context.fillStyle = palette.css('ink-soft');
  notes.forEach((note, k) => context.fillText(note, margin, top + (k + 0.8) * line));
}

/** The least width of a pane among several, in em: axis, two ticks and a name have room. */
const LEAST_PANE = 13;

/** How many rows the panes of a card take: those side by side go on below where they would be too narrow. */
export function rowsOfPanes({ panes, layout }: Picture, cardWidth: number, em: number): number {
  if (layout === 'down') return panes.length;
  return Math.ceil(panes.length / columnsOf(panes.length, cardWidth - 2 * cardMargin(em), em));
}

/** As equal rows as possible: of four panes two and two. */
function columnsOf(count: number, width: number, em: number): number {
  const fit = Math.max(1, Math.floor((width + APART * em) / ((LEAST_PANE + APART) * em)));
  return Math.ceil(count / Math.ceil(count / fit));
}

function drawPanes(
  surface: Surface,
  room: Size & { readonly x: number; readonly y: number },
  { panes, layout }: Picture,
  epoch: number,
): void {
  const apart = APART * surface.em;
  const columns = layout === 'down' ? 1 : columnsOf(panes.length, room.width, surface.em);
  const rows = Math.ceil(panes.length / columns);
  const width = (room.width - apart * (columns - 1)) / columns;
  const named = Math.max(...panes.map((pane) => nameLines(surface, pane, width).length));
  // The lower of two charts has the time axis for both.
  const shares = Array.from({ length: rows }, (_, row) =>
    Math.max(...panes.slice(row * columns, (row + 1) * columns).map(shareOf)),
  );
  const unit = (room.height - apart * (rows - 1)) / shares.reduce((sum, share) => sum + share, 0);
  let top = room.y;
  shares.forEach((share, row) => {
    const box = { width, height: unit * share };
    panes.slice(row * columns, (row + 1) * columns).forEach((pane, k) => {
      shifted(surface, room.x + k * (width + apart), top, () => drawPane(surface, box, pane, epoch, named));
    });
    top += box.height + apart;
  });
}

const shareOf = (pane: Pane): number => (pane.kind === 'time' && pane.timeLabels ? 1.15 : 1);
