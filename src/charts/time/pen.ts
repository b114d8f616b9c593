import { DASHES } from '../data/content.ts';
import type { BundleSeries, Dash, LineSeries, TimeContent } from '../data/content.ts';
import { decimatedLength } from '../data/decimate.ts';
import type { Geometry } from '../scales/geometry.ts';
import type { Palette } from '../hooks/usePalette.ts';
import { reserve } from '../marks/scratch.ts';
import type { Scratch } from '../marks/scratch.ts';

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
  /** Device pixels that no curve is thinner than. */
  readonly least: number;
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

/** The stroke of a curve. */
export function setCurve(
  pen: Pen,
  { colour, dash, width }: Pick<LineSeries | BundleSeries, 'colour' | 'dash' | 'width'>,
): void {
  setStroke(pen, pen.palette.css(colour), dash, Math.max(width, pen.least / pen.thickness));
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
