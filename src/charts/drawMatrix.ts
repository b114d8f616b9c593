import { cleared } from './canvas.ts';
import type { Palette } from './hooks/usePalette.ts';
import { blocks, cellOrigin } from './matrix.ts';
import type { MatrixGeometry, MatrixLead, MatrixPicture } from './matrix.ts';

/** So many flips are dots with a ring of the card's colour; more would only cover each other and are squares. */
const RINGED = 400;

/** Paints one pixel a cell and enlarges the four parts of the matrix, a line between them. */
export function drawMatrix(
  canvas: HTMLCanvasElement,
  picture: MatrixPicture,
  geometry: MatrixGeometry,
  palette: Palette,
  index: number,
): void {
  const { order } = picture;
  const context = fitted(canvas, geometry, palette.pixelRatio);
  if (!context || order.rows.length === 0 || order.columns.length === 0) return;
  const image = new ImageData(order.columns.length, order.rows.length);
  picture.paint(new Uint32Array(image.data.buffer), index);
  const sheet = new OffscreenCanvas(image.width, image.height);
  sheet.getContext('2d')?.putImageData(image, 0, 0);
  const { cellWidth, cellHeight, gap } = geometry;
  context.imageSmoothingEnabled = cellWidth < 1 || cellHeight < 1;
  for (const { row, column, rows, columns, x, y } of blocks(order, geometry)) {
    // Whole pixels at the edges of a block, or they would be blended with what is beside it.
    const [left, upper] = [Math.round(x), Math.round(y)];
    const [right, lower] = [Math.round(x + columns * cellWidth), Math.round(y + rows * cellHeight)];
    context.drawImage(sheet, column, row, columns, rows, left, upper, right - left, lower - upper);
  }
  if (picture.lead) drawLead(context, picture, picture.lead, geometry, palette, index);
  context.fillStyle = palette.css('ink-soft');
  const line = Math.max(1, Math.round(gap / 3));
  const split = {
    x: Math.round(geometry.start + order.positiveColumns * cellWidth + (gap - line) / 2),
    y: Math.round(order.positiveRows * cellHeight + (gap - line) / 2),
  };
  context.fillRect(split.x, 0, line, canvas.height);
  context.fillRect(0, split.y, geometry.leadWidth, line);
  context.fillRect(geometry.start, split.y, canvas.width - geometry.start, line);
}

/** Paints the column of the lead, in its two classes of neurons. */
function drawLead(
  context: CanvasRenderingContext2D,
  { order }: MatrixPicture,
  lead: MatrixLead,
  { cellHeight, gap, leadWidth }: MatrixGeometry,
  palette: Palette,
  index: number,
): void {
  const rows = order.rows.length;
  const image = new ImageData(1, rows);
  lead.paint(new Uint32Array(image.data.buffer), index);
  const sheet = new OffscreenCanvas(1, rows);
  sheet.getContext('2d')?.putImageData(image, 0, 0);
  const split = order.positiveRows;
  for (const [from, to, shift] of [[0, split, 0] as const, [split, rows, gap] as const]) {
    if (to === from) continue;
    const upper = Math.round(from * cellHeight + shift);
    const lower = Math.round(to * cellHeight + shift);
    const width = Math.round(leadWidth);
    context.drawImage(sheet, 0, from, 1, to - from, 0, upper, width, lower - upper);
    // A column of nothing but zeros is the card's colour, and still there.
    const line = Math.max(1, Math.round(gap / 3));
    context.strokeStyle = palette.css('line');
    context.lineWidth = line;
    context.strokeRect(line / 2, upper + line / 2, width - line, lower - upper - line);
  }
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
  const marked = picture.marked(index);
  if (!context || marked.length === 0) return;
  const { order } = picture;
  const { cellWidth, cellHeight } = geometry;
  const ratio = palette.pixelRatio;
  const radius = Math.max(1.25 * ratio, Math.min(4 * ratio, 0.3 * Math.min(cellWidth, cellHeight)));
  context.beginPath();
  for (const position of marked) {
    const column = position % order.columns.length;
    const origin = cellOrigin(order, geometry, (position - column) / order.columns.length, column);
    const x = origin.x + cellWidth / 2;
    const y = origin.y + cellHeight / 2;
    if (marked.length > RINGED) context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    else {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  if (marked.length <= RINGED) {
    context.strokeStyle = palette.css('card');
    context.lineWidth = 2 * ratio;
    context.stroke();
  }
  context.fillStyle = palette.css('ink');
  context.fill();
  if (moved && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    canvas.animate([{ filter: 'drop-shadow(0 0 3px var(--accent))' }, { filter: 'none' }], 400);
  }
}

function fitted(
  canvas: HTMLCanvasElement,
  geometry: MatrixGeometry,
  ratio: number,
): CanvasRenderingContext2D | null {
  const context = cleared(canvas, Math.ceil(geometry.width), Math.ceil(geometry.height));
  canvas.style.width = `${canvas.width / ratio}px`;
  canvas.style.height = `${canvas.height / ratio}px`;
  return context;
}
