import type { Variant } from '../../engine/batch.ts';
import { DASHES } from '../data/content.ts';
import type { Palette } from '../hooks/usePalette.ts';
import { traceBand } from '../marks/band.ts';
import { traceMarker } from '../marks/markers.ts';
import type { Surface } from '../marks/surface.ts';
import { middleOf, type Pointed } from './pointing.ts';
import type { AgainstGeometry } from './scales.ts';
import type { AgainstContent, AgainstSeries } from './series.ts';

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly content: AgainstContent;
  readonly geometry: AgainstGeometry;
  readonly palette: Palette;
  /** Pixels that a line of width 1 has. */
  readonly unit: number;
}

/** The mark stage: bands, lines, runs and means, in pixels of the box. */
export function drawAgainst(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  content: AgainstContent,
  geometry: AgainstGeometry,
  front: Variant | null,
  pointed: Pointed | null,
): void {
  context.save();
  context.translate(geometry.left, geometry.top);
  context.lineJoin = 'round';
  const pen: Pen = { context, content, geometry, palette, unit: em / 13 };
  for (const series of content.series) drawSpread(pen, series);
  for (const series of content.series) drawLine(pen, series);
  for (const [s, series] of content.series.entries()) drawRuns(pen, series, s);
  for (const series of content.series) drawMeans(pen, series, front);
  drawPointed(pen, pointed);
  context.restore();
}

/** The band between the places that have a mean; whiskers where nothing lies between them. */
function drawSpread({ context, content, geometry, palette, unit }: Pen, series: AgainstSeries): void {
  if (content.band === 'runs') return;
  const { place, value } = geometry;
  const [bottom, top] = value.range;
  const y = (at: number): number => {
    const position = value.position(at);
    return Number.isNaN(position) ? bottom : Math.max(top, Math.min(bottom, position));
  };
  const { places } = series;
  if (place.kind !== 'categories' && !series.pin && places.length > 1) {
    traceBand(
      context,
      Float64Array.from(places, (one) => place.position(one.value)),
      places.length,
      (k) => (places[k]!.mean === null ? NaN : y(places[k]!.high)),
      (k) => y(places[k]!.low),
      bottom,
    );
    context.globalAlpha = 0.16;
    context.fillStyle = palette.css(series.colour);
    context.fill();
    context.globalAlpha = 1;
    return;
  }
  context.strokeStyle = palette.css(series.colour);
  context.lineWidth = 1.25 * unit;
  for (const one of places) {
    if (one.mean === null) continue;
    const x = place.position(one.value);
    context.beginPath();
    context.moveTo(x, y(one.low));
    context.lineTo(x, y(one.high));
    context.stroke();
  }
}

function drawLine({ context, geometry, palette, unit }: Pen, series: AgainstSeries): void {
  context.beginPath();
  let pen = false;
  for (const one of series.places) {
    const y = one.mean === null ? NaN : geometry.value.position(one.mean);
    if (Number.isNaN(y)) pen = false;
    else {
      const x = geometry.place.position(one.value);
      if (pen) context.lineTo(x, y);
      else context.moveTo(x, y);
      pen = true;
    }
  }
  context.strokeStyle = palette.css(series.colour);
  context.lineWidth = 2 * unit;
  context.setLineDash(DASHES[series.dash].map((length) => length * unit));
  context.stroke();
  context.setLineDash([]);
}

/** Each run as a dot; above the plot, a ring where it never passes and a cross where it diverged. */
function drawRuns({ context, geometry, palette, unit }: Pen, series: AgainstSeries, s: number): void {
  const { place, value, rim } = geometry;
  const radius = 2.2 * unit;
  const shift = 5 * s * unit;
  context.strokeStyle = context.fillStyle = palette.css(series.colour);
  context.lineWidth = 1.25 * unit;
  for (const one of series.places) {
    const x = place.position(one.value);
    for (const outcome of one.outcomes) {
      context.beginPath();
      if (outcome.kind === 'value') {
        const y = value.position(outcome.value);
        if (Number.isNaN(y)) continue;
        context.globalAlpha = 0.55;
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
        context.globalAlpha = 1;
      } else if (rim !== null && outcome.kind === 'never') {
        context.arc(x + shift, rim, 1.5 * radius, 0, 2 * Math.PI);
        context.stroke();
      } else if (rim !== null && outcome.kind === 'diverged') {
        const arm = 1.5 * radius;
        for (const sign of [1, -1]) {
          context.moveTo(x + shift - arm, rim - sign * arm);
          context.lineTo(x + shift + arm, rim + sign * arm);
        }
        context.stroke();
      }
    }
  }
}

function drawMeans(
  { context, geometry, palette, unit }: Pen,
  series: AgainstSeries,
  front: Variant | null,
): void {
  for (const one of series.places) {
    const y = one.mean === null ? NaN : geometry.value.position(one.mean);
    if (Number.isNaN(y)) continue;
    const x = geometry.place.position(one.value);
    const isFront = one.variant.point === front?.point;
    context.beginPath();
    traceMarker(context, series.marker, x, y, (isFront ? 5.5 : 3.8) * unit);
    context.strokeStyle = palette.css('card');
    context.lineWidth = 2 * unit;
    context.stroke();
    context.fillStyle = palette.css(series.colour);
    context.fill();
  }
}

function drawPointed({ context, content, geometry, palette, unit }: Pen, pointed: Pointed | null): void {
  const one = pointed && content.series[pointed.series]?.places[pointed.place];
  if (!one) return;
  const { x, y } = middleOf(geometry, one);
  context.beginPath();
  context.arc(x, y, 9 * unit, 0, 2 * Math.PI);
  context.strokeStyle = palette.css('ink');
  context.lineWidth = 1.25 * unit;
  context.stroke();
}
