import { cleared } from '../marks/canvas.ts';
import type { Palette } from '../hooks/usePalette.ts';
import { enlarge } from './cells.ts';
import { boxOf } from './geometry.ts';
import type { MatrixGeometry } from './geometry.ts';
import type { MatrixPicture } from './picture.ts';
import { oneStrip, stripOf } from './strips.ts';
import type { Strips } from './strips.ts';

/** So many flips are dots with a ring of the card's colour; more would only cover each other and are squares. */
const RINGED = 400;

/** Paints the matrix on whole pixels, never smoothed, with lines between the classes. */
export function drawMatrix(
  canvas: HTMLCanvasElement,
  picture: MatrixPicture,
  geometry: MatrixGeometry,
  palette: Palette,
  index: number,
): void {
  const context = fitted(canvas, geometry, palette.pixelRatio);
  const image = context && matrixImage(picture, geometry, index);
  if (!image) return;
  context.putImageData(image, 0, 0);
  drawBorders(context, geometry, palette);
}

/** The cells as pixels; null where there are none. */
export function matrixImage(
  picture: MatrixPicture,
  geometry: MatrixGeometry,
  index: number,
): ImageData | null {
  const { rows, columns, start, width, height, leadWidth } = geometry;
  if (rows.count === 0 || columns.count === 0) return null;
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const cells = new Uint32Array(rows.count * columns.count);
  picture.paint(cells, index, rows, columns);
  enlarge(pixels, width, cells, rows, columns, start);
  picture.over?.(pixels, index, geometry);
  if (picture.lead) {
    picture.lead.paint(cells, index, rows);
    enlarge(pixels, width, cells, rows, oneStrip(leadWidth), 0);
  }
  return image;
}

/** Lines between the classes, in the geometry's pixels. */
export function drawBorders(
  context: CanvasRenderingContext2D,
  { rows, columns, start, height, leadWidth, gap }: MatrixGeometry,
  palette: Palette,
): void {
  context.fillStyle = palette.css('ink-soft');
  const line = Math.max(1, Math.round(gap / 3));
  const across = between(rows, line);
  const down = between(columns, line);
  if (down !== null) context.fillRect(start + down, 0, line, height);
  if (across === null) return;
  context.fillRect(0, across, leadWidth, line);
  context.fillRect(start, across, columns.length, line);
}

/** Where a line between the classes begins; null where there is one class only. */
function between({ count, split, start, size }: Strips, line: number): number | null {
  if (split === 0 || split === count) return null;
  const end = start[split - 1]! + size[split - 1]!;
  return Math.round((end + start[split]! - line) / 2);
}

/** Marks cells with a dot. When the snapshot has just changed they light up, unless motion is unwanted. */
export function drawFlips(
  canvas: HTMLCanvasElement,
  picture: MatrixPicture,
  geometry: MatrixGeometry,
  palette: Palette,
  index: number,
  moved: boolean,
): void {
  const context = fitted(canvas, geometry, palette.pixelRatio);
  if (!context || !drawDots(context, picture, geometry, palette, index)) return;
  if (moved && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    canvas.animate([{ filter: 'drop-shadow(0 0 3px var(--accent))' }, { filter: 'none' }], 400);
  }
}

/** A dot on each marked cell, in the geometry's pixels. @returns whether there is one */
export function drawDots(
  context: CanvasRenderingContext2D,
  picture: MatrixPicture,
  geometry: MatrixGeometry,
  palette: Palette,
  index: number,
): boolean {
  const marked = markedStrips(picture, geometry, index);
  if (marked.length === 0) return false;
  const ratio = palette.pixelRatio;
  const ringed = marked.length <= RINGED;
  context.beginPath();
  for (const { row, column } of marked) {
    const box = boxOf(geometry, row, column);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const radius = Math.max(1.25 * ratio, Math.min(4 * ratio, 0.3 * Math.min(box.width, box.height)));
    if (!ringed) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  if (ringed) {
    context.strokeStyle = palette.css('card');
    context.lineWidth = 2 * ratio;
    context.stroke();
  }
  context.fillStyle = palette.css('ink');
  context.fill();
  return true;
}

/** The strips with marked cells, each once. */
function markedStrips(
  picture: MatrixPicture,
  { rows, columns }: MatrixGeometry,
  index: number,
): { row: number; column: number }[] {
  const width = picture.order.columns.length;
  const strips = new Set<number>();
  for (const position of picture.marked(index)) {
    const column = position % width;
    strips.add(stripOf(rows, (position - column) / width) * columns.count + stripOf(columns, column));
  }
  return Array.from(strips, (strip) => ({
    row: Math.floor(strip / columns.count),
    column: strip % columns.count,
  }));
}

function fitted(
  canvas: HTMLCanvasElement,
  { width, height }: MatrixGeometry,
  ratio: number,
): CanvasRenderingContext2D | null {
  const context = cleared(canvas, Math.max(1, width), Math.max(1, height));
  canvas.style.width = `${canvas.width / ratio}px`;
  canvas.style.height = `${canvas.height / ratio}px`;
  return context;
}
