import { bisectLeft } from 'd3-array';
import { cleared } from './canvas.ts';
import { DASHES } from './content.ts';
import type { BundleSeries, Dash, LineSeries, TimeContent } from './content.ts';
import { decimateInto, decimatedLength } from './decimate.ts';
import type { Geometry } from './geometry.ts';
import type { Palette } from './hooks/usePalette.ts';
import { traceBand } from './marks/band.ts';
import { traceGuide } from './marks/guide.ts';
import { addCurves, layInk } from './marks/ink.ts';
import { tracePoints } from './marks/line.ts';
import { markerPlaces, traceMarker } from './marks/markers.ts';
import { reserve, reserveInk } from './scratch.ts';
import type { Scratch } from './scratch.ts';

/** From so many curves of a bundle on they are inked as one image; fewer are stroked, each antialiased. */
const STROKED_CURVES = 60;

/** Text as large as this is read from the back row (lecture mode): no curve is thinner than 3 pixels then. */
const AFAR_EM = 17;
const LEAST_AFAR = 3;

/** The mark stage: draws the content of a time chart, all but axes and text, in device pixels. */
export function drawTimeChart(
  canvas: HTMLCanvasElement,
  content: TimeContent,
  geometry: Geometry,
  palette: Palette,
  scratch: Scratch,
  em: number,
): void {
  const ratio = palette.pixelRatio;
  const context = cleared(canvas, Math.round(geometry.width * ratio), Math.round(geometry.height * ratio));
  if (!context) return;
  const columns = Math.ceil(geometry.plotWidth * ratio);
  const rows = Math.ceil(geometry.plotHeight * ratio);
  reserve(scratch, content.count, decimatedLength(content.count, columns));
  for (let t = 0; t < content.count; t++) scratch.xs[t] = geometry.time.position(content.epochs[t]!) * ratio;

  const pen: Pen = {
    context,
    content,
    geometry,
    palette,
    scratch,
    ratio,
    thickness: (em / 13) * ratio,
    least: em >= AFAR_EM ? LEAST_AFAR * ratio : 0,
  };
  const bleed = 2 * ratio;
  context.translate(Math.round(geometry.left * ratio), Math.round(geometry.top * ratio));
  context.save();
  context.beginPath();
  context.rect(-bleed, -bleed, columns + 2 * bleed, rows + 2 * bleed);
  context.clip();
  context.lineJoin = 'round';
  drawGuide(pen);
  drawReferences(pen);
  const bundles = content.series.filter((s) => s.kind === 'bundle');
  if (bundles.some((s) => s.columns.length > STROKED_CURVES)) inkBundles(pen, bundles, columns, rows);
  else for (const bundle of bundles) strokeBundle(pen, bundle);
  // What is in front is the heaviest, and lies on top.
  const lines = content.series.filter((s) => s.kind === 'line').sort((a, b) => a.width - b.width);
  for (const line of lines) drawBand(pen, line);
  for (const line of lines) drawLine(pen, line);
  // Markers at an edge of the plot are whole.
  context.restore();
  for (const line of lines) drawMarkers(pen, line);
}

interface Pen {
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

function setStroke({ context, thickness }: Pen, colour: string, dash: Dash, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width * thickness;
  context.setLineDash(DASHES[dash].map((length) => length * thickness));
}

function setCurve(pen: Pen, { colour, dash, width }: LineSeries | BundleSeries): void {
  setStroke(pen, pen.palette.css(colour), dash, Math.max(width, pen.least / pen.thickness));
}

function drawGuide(pen: Pen): void {
  const { content, context, geometry, palette, ratio } = pen;
  const anchor = guideAnchor(content);
  if (!anchor) return;
  context.save();
  context.scale(ratio, ratio);
  traceGuide(context, anchor, geometry.time, geometry.value);
  context.restore();
  setStroke(pen, palette.css('guide'), 'dashed', 1.25);
  context.stroke();
}

/** The last point of the first series, through which the guide is laid; null where there is none with t ≥ 1. */
export function guideAnchor({
  guide,
  series,
  count,
  epochs,
}: TimeContent): { t: number; value: number } | null {
  const first = series[0];
  if (!guide || first?.kind !== 'line' || count < 2) return null;
  const value = first.values[count - 1]!;
  return value > 0 ? { t: epochs[count - 1]!, value } : null;
}

function drawReferences(pen: Pen): void {
  const { content, context, geometry, palette, ratio } = pen;
  setStroke(pen, palette.css('ink-soft'), 'dashed', 1);
  for (const { value } of content.references) {
    const y = Math.round(geometry.value.position(value) * ratio) + 0.5;
    context.beginPath();
    context.moveTo(0, y);
    context.lineTo(geometry.plotWidth * ratio, y);
    context.stroke();
  }
}

function drawBand({ context, content, geometry, palette, scratch, ratio }: Pen, series: LineSeries): void {
  const { band } = series;
  if (!band) return;
  const { value } = geometry;
  const step = Math.max(1, Math.floor(content.count / (4 * geometry.plotWidth * ratio)));
  const count = Math.ceil(content.count / step);
  const last = content.count - 1;
  const at = (k: number): number => (k === count - 1 ? last : k * step);
  for (let k = 0; k < count; k++) scratch.ys[k] = scratch.xs[at(k)]!;
  traceBand(
    context,
    scratch.ys,
    count,
    (k) => value.position(band.high[at(k)]!) * ratio,
    (k) => value.position(band.low[at(k)]!) * ratio,
    value.range[0] * ratio,
  );
  context.globalAlpha = 0.16;
  context.fillStyle = palette.css(series.colour);
  context.fill();
  context.globalAlpha = 1;
}

function drawLine(pen: Pen, series: LineSeries): void {
  const { scratch, content } = pen;
  placeInto(pen, series.values, 1, 0);
  const points = decimateInto(scratch.xs, scratch.ys, content.count, scratch.points);
  tracePoints(pen.context, scratch.points, points);
  setCurve(pen, series);
  pen.context.stroke();
}

function drawMarkers(pen: Pen, series: LineSeries): void {
  const { context, content, geometry, palette, scratch, ratio, thickness } = pen;
  if (!series.marker || content.count === 0) return;
  const radius = (2.6 + 0.4 * series.width) * thickness;
  context.beginPath();
  for (const share of markerPlaces(series.marker)) {
    const x = share * geometry.plotWidth * ratio;
    const t = bisectLeft(scratch.xs, x, 0, content.count);
    if (t >= content.count) break;
    const y = geometry.value.position(series.values[t]!) * ratio;
    if (!Number.isNaN(y)) traceMarker(context, series.marker, scratch.xs[t]!, y, radius);
  }
  setStroke(pen, palette.css('card'), 'solid', 2);
  context.stroke();
  context.fillStyle = palette.css(series.colour);
  context.fill();
}

function strokeBundle(pen: Pen, series: BundleSeries): void {
  const { scratch, content, context } = pen;
  setCurve(pen, series);
  context.globalAlpha = series.columns.length > 12 ? 0.6 : 0.85;
  for (const column of series.columns) {
    placeInto(pen, series.matrix, series.stride, column);
    tracePoints(context, scratch.points, decimateInto(scratch.xs, scratch.ys, content.count, scratch.points));
    context.stroke();
  }
  context.globalAlpha = 1;
}

function inkBundles(pen: Pen, bundles: readonly BundleSeries[], columns: number, rows: number): void {
  const { scratch, content, context, palette, thickness, geometry, ratio } = pen;
  const image = new ImageData(columns, rows);
  const toY = (value: number): number => geometry.value.position(value) * ratio;
  const line = Math.max(1, Math.round(thickness));
  for (const series of bundles) {
    reserveInk(scratch, columns * (rows + 1), series.columns.length);
    scratch.ink.fill(0);
    const curves = {
      matrix: series.matrix,
      stride: series.stride,
      columns: series.columns,
      count: content.count,
    };
    addCurves(scratch.ink, columns, rows, curves, scratch.xs, toY, line, scratch.state);
    const alpha = Math.max(0.06, Math.min(0.5, 24 / series.columns.length));
    const [on = 0, off = 0] = DASHES[series.dash];
    const dash = on > 0 ? { on: Math.round(on * thickness), off: Math.round(off * thickness) } : null;
    layInk(image.data, scratch.ink, columns, rows, palette.rgb(series.colour), alpha, dash);
  }
  // putImageData ignores the transform and would wipe what lies below: it goes by way of a bitmap of its own.
  const sheet = new OffscreenCanvas(columns, rows);
  sheet.getContext('2d')?.putImageData(image, 0, 0);
  context.drawImage(sheet, 0, 0);
}

/** ys of a column of a row-major matrix, in device pixels. */
function placeInto(
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
