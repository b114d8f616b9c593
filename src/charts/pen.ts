import { DASHES } from './content.ts';
import type { Dash, TimeContent } from './content.ts';
import { decimatedLength } from './decimate.ts';
import type { Geometry } from './geometry.ts';
import type { Palette } from './hooks/usePalette.ts';
import { reserve } from './scratch.ts';
import type { Scratch } from './scratch.ts';

/** What the marks of a time chart are drawn with, and of what. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly content: TimeContent;
  readonly geometry: Geometry;
  readonly palette: Palette;
  readonly scratch: Scratch;
  readonly ratio: number;
  /** Device pixels of a line of width 1. */
  readonly thickness: number;
}

/** Places the content's epochs, and makes room for its curves. */
export function placeEpochs({ scratch, content, geometry, ratio }: Pen): void {
  const columns = Math.ceil(geometry.plotWidth * ratio);
  reserve(scratch, content.count, decimatedLength(content.count, columns));
  for (let t = 0; t < content.count; t++) scratch.xs[t] = geometry.time.position(content.epochs[t]!) * ratio;
}

export function setStroke({ context, thickness }: Pen, colour: string, dash: Dash, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width * thickness;
  context.lineDashOffset = 0;
  context.setLineDash(DASHES[dash].map((length) => length * thickness));
}

/** ys of a column of a row-major matrix, in device pixels. */
export function placeInto(
  { scratch, content, geometry, ratio }: Pen,
  matrix: Float64Array,
  stride: number,
  column: number,
): void {
  const { ys } = scratch;
  const { count } = content;
  const { value } = geometry;
  for (let t = 0, at = column; t < count; t++, at += stride) ys[t] = value.position(matrix[at]!) * ratio;
}

/** Text as large as this is read from the back row (lecture mode), and no curve is thinner than 3 pixels then. */
const AFAR_EM = 17;
const LEAST_AFAR = 3;

/** {@link setStroke} for a curve, which is seen from as far as the chart's text is read. */
export function setCurve(pen: Pen, colour: string, dash: Dash, width: number): void {
  const unit = pen.thickness / pen.ratio;
  // A width of 1 is a thirteenth of the font size.
  setStroke(pen, colour, dash, unit >= AFAR_EM / 13 ? Math.max(width, LEAST_AFAR / unit) : width);
}
