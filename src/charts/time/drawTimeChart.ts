import { cleared, sheetOf } from '../marks/canvas.ts';
import { DASHES } from '../data/content.ts';
import type { BundleSeries, TimeContent } from '../data/content.ts';
import { decimateInto } from '../data/decimate.ts';
import { drawBands } from './drawBands.ts';
import { guideMarks } from './guides.ts';
import { drawBefore, drawLines, drawMarkers, drawMembers } from './drawLines.ts';
import type { Geometry } from '../scales/geometry.ts';
import type { Palette } from '../hooks/usePalette.ts';
import { traceGuide } from '../marks/guide.ts';
import { addCurves, layInk } from '../marks/ink.ts';
import { tracePoints } from '../marks/line.ts';
import { placeEpochs, placeInto, setCurve, setStroke } from './pen.ts';
import type { Pen } from './pen.ts';
import { reserveInk } from '../marks/scratch.ts';
import type { Scratch } from '../marks/scratch.ts';
import type { Surface } from '../marks/surface.ts';

/** From so many curves of a bundle on they are inked as one image; fewer are stroked, each antialiased. */
const STROKED_CURVES = 60;
/** So many curves of a bundle are heavy enough to be followed one by one. */
const FEW_CURVES = 12;

/** Text as large as this is read from the back row (lecture mode): no curve is thinner than 3 pixels then. */
const AFAR_EM = 17;
const LEAST_AFAR = 3;

/** The mark stage on the page: draws the content of a time chart, all but axes and text, in device pixels. */
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
  if (context) drawTimeMarks({ context, palette, em, bitmap: sheetOf }, content, geometry, scratch);
}

/** The mark stage: draws the content of a time chart, all but axes and text, in pixels of `palette.pixelRatio`. */
export function drawTimeMarks(
  { context, palette, em, bitmap }: Pick<Surface, 'context' | 'palette' | 'em' | 'bitmap'>,
  content: TimeContent,
  geometry: Geometry,
  scratch: Scratch,
): void {
  const ratio = palette.pixelRatio;
  const columns = Math.ceil(geometry.plotWidth * ratio);
  const rows = Math.ceil(geometry.plotHeight * ratio);
  const pen: Pen = {
    context,
    content,
    geometry,
    palette,
    scratch,
    ratio,
    bitmap,
    thickness: (em / 13) * ratio,
    least: em >= AFAR_EM ? LEAST_AFAR * ratio : 0,
  };
  const bleed = 2 * ratio;
  context.save();
  context.translate(Math.round(geometry.left * ratio), Math.round(geometry.top * ratio));
  context.save();
  context.beginPath();
  context.rect(-bleed, -bleed, columns + 2 * bleed, rows + 2 * bleed);
  context.clip();
  context.lineJoin = 'round';
  // What is in front is the heaviest, and lies on top.
  const lines = content.series.filter((s) => s.kind === 'line').sort((a, b) => a.width - b.width);
  placeEpochs(pen);
  drawBands(pen, lines);
  drawGuide(pen);
  drawReferences(pen);
  guideMarks()?.draw(pen);
  if (content.before) {
    drawBefore({ ...pen, content: content.before.content });
    placeEpochs(pen);
  }
  const bundles = content.series.filter((s) => s.kind === 'bundle');
  if (bundles.some((s) => s.columns.length > STROKED_CURVES)) inkBundles(pen, bundles, columns, rows);
  else for (const bundle of bundles) strokeBundle(pen, bundle);
  for (const line of lines) drawMembers(pen, line);
  drawLines(pen, lines);
  // Markers at an edge of the plot are whole.
  context.restore();
  for (const line of lines) drawMarkers(pen, line);
  context.restore();
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

function strokeBundle(pen: Pen, series: BundleSeries): void {
  const { scratch, content, context } = pen;
  const many = series.columns.length > FEW_CURVES;
  setCurve(pen, many ? series : { ...series, width: Math.max(2, series.width) });
  context.globalAlpha = many ? 0.6 : 0.85;
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
  context.drawImage(pen.bitmap(image), 0, 0);
}
