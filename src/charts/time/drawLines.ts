import { bisectLeft } from 'd3-array';
import type { LineSeries } from '../data/content.ts';
import { decimateInto } from '../data/decimate.ts';
import { interleaved, stretchesOf } from '../marks/coincide.ts';
import type { Stretch } from '../marks/coincide.ts';
import { tracePoints } from '../marks/line.ts';
import { markerPlaces, traceMarker } from '../marks/markers.ts';
import { placeEpochs, placeInto, setCurve, setStroke } from './pen.ts';
import type { Pen } from './pen.ts';

/** Draws the lines of the run before the last change, over its own epochs. */
export function drawBefore(pen: Pen): void {
  placeEpochs(pen);
  for (const series of pen.content.series) if (series.kind === 'line') drawLine(pen, series);
}

/** Single runs, behind their mean. */
export function drawMembers(pen: Pen, { members = [], colour }: LineSeries): void {
  const { context, scratch, content, palette } = pen;
  if (members.length === 0) return;
  setStroke(pen, palette.css(colour), 'solid', 1);
  context.globalAlpha = 0.5;
  for (const values of members) {
    placeInto(pen, values, 1, 0);
    tracePoints(context, scratch.points, decimateInto(scratch.xs, scratch.ys, content.count, scratch.points));
    context.stroke();
  }
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

/** Lines; where some lie on each other, each in the gaps of the others. */
export function drawLines(pen: Pen, lines: readonly LineSeries[]): void {
  const companies = lines.length > 1 ? companiesOf(pen, lines) : [];
  lines.forEach((series, k) => {
    const stretches = companies[k] ?? [];
    if (stretches.every(({ group }) => group === 1 << k)) drawLine(pen, series);
    else drawStretches(pen, series, k, stretches);
  });
}

/** Curves nearer than this many line widths lie on each other; for less than so many they only cross. */
const NEAR = 1;
const CROSSING = 14;

/** The stretches of each line by the lines that it lies on, as indices of the content's epochs: told pixel by pixel. */
function companiesOf(pen: Pen, lines: readonly LineSeries[]): readonly (readonly Stretch[])[] {
  const { scratch, content, geometry, ratio, thickness } = pen;
  const samples: number[] = [];
  for (let t = 0, next = -Infinity; t < content.count; t++) {
    if (scratch.xs[t]! < next && t < content.count - 1) continue;
    samples.push(t);
    next = scratch.xs[t]! + ratio;
  }
  const xs = Float64Array.from(samples, (t) => scratch.xs[t]!);
  const ys = lines.map(({ values }) =>
    Float64Array.from(samples, (t) => geometry.value.position(values[t]!) * ratio),
  );
  const close = { near: NEAR * thickness, least: CROSSING * thickness };
  return stretchesOf(xs, ys, samples.length, close).map((stretches) =>
    stretches.map(({ from, to, group }) => ({ from: samples[from]!, to: samples[to]!, group })),
  );
}

function drawStretches(pen: Pen, series: LineSeries, curve: number, stretches: readonly Stretch[]): void {
  const { context, scratch, thickness } = pen;
  placeInto(pen, series.values, 1, 0);
  for (const { from, to, group } of stretches) {
    const [xs, ys] = [scratch.xs.subarray(from, to + 1), scratch.ys.subarray(from, to + 1)];
    tracePoints(context, scratch.points, decimateInto(xs, ys, to + 1 - from, scratch.points));
    setCurve(pen, series);
    if (group !== 1 << curve) {
      const { dash, offset } = interleaved(curve, group);
      context.setLineDash(dash.map((length) => length * thickness));
      context.lineDashOffset = offset * thickness;
    }
    context.stroke();
  }
}

export function drawMarkers(pen: Pen, series: LineSeries): void {
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
