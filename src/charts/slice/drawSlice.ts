import type { Surface } from '../marks/surface.ts';
import { traceMarker } from '../marks/markers.ts';
import { DASHES } from '../data/content.ts';
import { fontOf } from '../marks/surface.ts';
import { linearPart, longestOf } from './arrows.ts';
import { boundaryOf } from './boundary.ts';
import { fieldOf, type Field } from './field.ts';
import type { SlicePoint } from './reading.ts';
import type { SliceScene } from './scene.ts';

/** The longest arrow is this share of the way to the border. */
const REACH = 0.82;
/** More kinks than of so many neurons would be a hatching. */
const MOST_KINKS = 24;
/** Arrows and samples that are drawn, each spread evenly over all. */
const MOST_ARROWS = 400;
const MOST_SAMPLES = 400;

const SIGNS = [1, -1] as const;
const LOOKS = {
  1: { colour: 'positive', dash: 'solid', marker: 'disc' },
  [-1]: { colour: 'negative', dash: 'dashed', marker: 'diamond' },
} as const;

/** Whether each neuron's kink is drawn. */
export const hasKinks = ({ slice: { frame } }: Pick<SliceScene, 'slice'>): boolean =>
  frame.patches === 1 && frame.neurons <= MOST_KINKS && frame.activation.kind === 'leaky-relu';

/** Arrows that are drawn, of so many neurons. */
export const drawnArrows = (neurons: number): number => Math.min(neurons, MOST_ARROWS);

/** Pixels an arrow's unit is long at a place: the longest has the same length at every epoch. */
export function arrowScale({ geometry }: Pick<SliceScene, 'geometry'>, arrows: Float64Array): number {
  const longest = longestOf(arrows);
  return longest > 0 ? (REACH * Math.min(geometry.width, geometry.height)) / 2 / longest : 0;
}

/** The mark stage: what of a slice moves with the playhead. The surface's origin is that of the box. */
export function drawSlice(
  surface: Pick<Surface, 'context' | 'palette' | 'em' | 'bitmap' | 'fonts'>,
  scene: SliceScene,
  index: number,
  hoveredRow: number | null,
  point: SlicePoint | null = null,
): void {
  const { context, em } = surface;
  const { left, top, width, height, half } = scene.geometry;
  const { frame, places } = scene.slice;
  const { arrows } = places[index]!;
  const field = fieldOf(frame, arrows, half);
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  drawField(surface, scene, field);
  context.translate(left + width / 2, top + height / 2);
  context.lineWidth = em / 13;
  if (hasKinks(scene)) drawKinks(surface, scene, arrows, null);
  drawBoundary(surface, scene, field);
  // Of two patches no line through the origin says what a neuron, or all of them, do.
  if (frame.patches === 1) drawLine(surface, scene, linearPart(frame, arrows), 'dash-dot', 'ink');
  if (frame.limit !== null) drawLine(surface, scene, frame.limit, 'dotted', 'ink');
  drawArrows(surface, scene, arrows);
  drawSamples(surface, scene);
  if (hoveredRow !== null && hoveredRow < frame.neurons) {
    if (frame.patches === 1) drawKinks(surface, scene, arrows, hoveredRow);
    drawArrow(surface, scene, arrows, hoveredRow, 0.24 * em);
  } else if (point !== null) drawPoint(surface, scene, point);
  context.restore();
  drawSigns(surface, scene, field);
}

/** The washes of both signs, stronger where |f| is larger. */
function drawField(
  { context, palette, bitmap }: Pick<Surface, 'context' | 'palette' | 'bitmap'>,
  { geometry: { left, top, width, height, side } }: SliceScene,
  { nodes, values, most }: Field,
): void {
  if (!(most > 0)) return;
  const image = new ImageData(nodes, nodes);
  const colours = { 1: palette.rgb('positive'), [-1]: palette.rgb('negative') };
  for (let at = 0; at < values.length; at++) {
    const share = Math.abs(values[at]!) / most;
    const [r, g, b] = colours[values[at]! >= 0 ? 1 : -1];
    image.data.set([r, g, b, 255 * (0.08 + 0.3 * Math.sqrt(share))], 4 * at);
  }
  // Nodes on the border are half outside.
  const step = side / (nodes - 1);
  context.imageSmoothingEnabled = true;
  const [x, y] = [left + (width - side) / 2, top + (height - side) / 2];
  context.drawImage(bitmap(image), x - step / 2, y - step / 2, side + step, side + step);
}

function drawBoundary(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  { geometry: { side } }: SliceScene,
  field: Field,
): void {
  const pieces = boundaryOf(field);
  const step = side / (field.nodes - 1);
  context.beginPath();
  for (let at = 0; at < pieces.length; at += 4) {
    context.moveTo(pieces[at]! * step - side / 2, pieces[at + 1]! * step - side / 2);
    context.lineTo(pieces[at + 2]! * step - side / 2, pieces[at + 3]! * step - side / 2);
  }
  context.strokeStyle = palette.css('ink');
  context.lineWidth = em / 6;
  context.lineCap = 'round';
  context.stroke();
  context.lineCap = 'butt';
}

/** The line through the origin that is orthogonal to a vector of the slice. */
function drawLine(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  { geometry: { side } }: SliceScene,
  [x, y]: readonly [number, number],
  dash: keyof typeof DASHES,
  colour: 'ink' | 'positive' | 'negative',
  width = em / 8.5,
): void {
  const length = Math.hypot(x, y);
  if (!(length > 0)) return;
  const [dx, dy] = [(side * y) / length, (side * x) / length];
  context.beginPath();
  context.moveTo(-dx, -dy);
  context.lineTo(dx, dy);
  context.setLineDash(DASHES[dash].map((part) => (part * em) / 13));
  context.strokeStyle = palette.css(colour);
  context.lineWidth = width;
  context.stroke();
  context.setLineDash([]);
}

/** ⟨w_r, x⟩ = 0 of one neuron, or faintly of all. */
function drawKinks(
  surface: Pick<Surface, 'context' | 'palette' | 'em'>,
  scene: SliceScene,
  arrows: Float64Array,
  only: number | null,
): void {
  const { context, em } = surface;
  const { neurons } = scene.slice.frame;
  context.globalAlpha = only === null ? 0.4 : 1;
  const rows = only === null ? Array.from({ length: neurons }, (_, r) => r) : [only];
  for (const r of rows) {
    const { colour } = LOOKS[r < neurons / 2 ? 1 : -1];
    drawLine(
      surface,
      scene,
      [arrows[2 * r]!, arrows[2 * r + 1]!],
      'solid',
      colour,
      em / (only === null ? 18 : 9),
    );
  }
  context.globalAlpha = 1;
}

function drawArrows(
  surface: Pick<Surface, 'context' | 'palette' | 'em'>,
  scene: SliceScene,
  arrows: Float64Array,
): void {
  const { neurons } = scene.slice.frame;
  const every = Math.max(1, Math.ceil(neurons / MOST_ARROWS));
  for (let r = 0; r < neurons; r += every) drawArrow(surface, scene, arrows, r, 0.12 * surface.em);
}

function drawArrow(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  scene: SliceScene,
  arrows: Float64Array,
  r: number,
  width: number,
): void {
  const scale = arrowScale(scene, arrows);
  const [x, y] = [scale * arrows[2 * r]!, -scale * arrows[2 * r + 1]!];
  const length = Math.hypot(x, y);
  if (!(length > 0)) return;
  const { colour, dash } = LOOKS[r < scene.slice.frame.neurons / 2 ? 1 : -1];
  const head = Math.min(length, 0.62 * em + 1.5 * width);
  const [ux, uy] = [x / length, y / length];
  context.strokeStyle = palette.css(colour);
  context.fillStyle = palette.css(colour);
  context.lineWidth = width;
  context.setLineDash(DASHES[dash].map((part) => (part * em) / 13));
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(x - 0.8 * head * ux, y - 0.8 * head * uy);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - head * ux - 0.42 * head * uy, y - head * uy + 0.42 * head * ux);
  context.lineTo(x - head * ux + 0.42 * head * uy, y - head * uy - 0.42 * head * ux);
  context.closePath();
  context.fill();
}

/** Discs and diamonds with a rim, that stand out from arrows of their colour. */
function drawSamples(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  { slice: { frame }, labels, geometry: { side, half } }: SliceScene,
): void {
  const every = Math.max(1, Math.ceil(labels.length / MOST_SAMPLES));
  for (const sign of SIGNS) {
    context.beginPath();
    for (let i = 0; i < labels.length; i += every) {
      if (labels[i] !== sign) continue;
      const [x, y] = [frame.samples[2 * i]!, frame.samples[2 * i + 1]!];
      const unit = side / 2 / half;
      traceMarker(context, LOOKS[sign].marker, x * unit, -y * unit, 0.36 * em);
    }
    context.fillStyle = palette.css(LOOKS[sign].colour);
    context.strokeStyle = palette.css('card');
    context.lineWidth = em / 4.5;
    context.stroke();
    context.fill();
    context.strokeStyle = palette.css('ink');
    context.lineWidth = em / 13;
    context.stroke();
  }
}

/** A ring with a gap to whatever it is on, and a cross through it. */
function drawPoint(
  { context, palette, em }: Pick<Surface, 'context' | 'palette' | 'em'>,
  { geometry: { side, half } }: SliceScene,
  [s, t]: SlicePoint,
): void {
  const unit = side / 2 / half;
  const [x, y] = [s * unit, -t * unit];
  const [ring, arm] = [0.5 * em, 0.9 * em];
  context.beginPath();
  context.arc(x, y, ring, 0, 2 * Math.PI);
  for (const [ux, uy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + ring * ux, y + ring * uy);
    context.lineTo(x + arm * ux, y + arm * uy);
  }
  for (const [colour, width] of [
    ['card', em / 3],
    ['ink', em / 8],
  ] as const) {
    context.strokeStyle = palette.css(colour);
    context.lineWidth = width;
    context.stroke();
  }
}

/** Where the names of the two sides are looked for: this share of the way to the border. */
const SIGN_PLACE = 0.86;
const PLACES = 32;
/** A name stands where |f| is at least this share of its most on that ring. */
const CLEAR = 0.65;

/** "f > 0" and "f < 0" well inside their sides, near the border and far from samples. */
function drawSigns(
  surface: Pick<Surface, 'context' | 'palette' | 'em' | 'fonts'>,
  { slice: { frame }, geometry: { left, top, width, height, side, half } }: SliceScene,
  { nodes, values, most }: Field,
): void {
  if (!(most > 0)) return;
  const { context, palette, em } = surface;
  const ring = Array.from({ length: PLACES }, (_, k) => {
    const angle = (2 * Math.PI * k) / PLACES;
    const x = (SIGN_PLACE * Math.cos(angle) * width) / side;
    const y = (SIGN_PLACE * Math.sin(angle) * height) / side;
    const node = (part: number): number => Math.round(((part + 1) / 2) * (nodes - 1));
    return { x, y, value: values[node(y) * nodes + node(x)]!, free: roomAt(frame.samples, half, x, -y) };
  });
  context.font = fontOf(surface, 1, 600);
  context.textAlign = 'center';
  for (const sign of SIGNS) {
    const best = Math.max(...ring.map(({ value }) => sign * value));
    if (!(best > 0)) continue;
    const inside = ring.filter(({ value }) => sign * value >= CLEAR * best);
    const place = inside.reduce((a, b) => (b.free > a.free ? b : a));
    const [x, y] = [left + (width + place.x * side) / 2, top + (height + place.y * side) / 2 + 0.35 * em];
    const words = sign > 0 ? 'f > 0' : 'f < 0';
    context.lineWidth = em / 4;
    context.lineJoin = 'round';
    context.strokeStyle = palette.css('card');
    context.strokeText(words, x, y);
    context.fillStyle = palette.css('ink');
    context.fillText(words, x, y);
  }
}

/** The distance to the nearest sample, in halves of the square. */
function roomAt(samples: Float64Array, half: number, x: number, y: number): number {
  let least = Infinity;
  for (let at = 0; at < samples.length; at += 2) {
    least = Math.min(least, Math.hypot(samples[at]! / half - x, samples[at + 1]! / half - y));
  }
  return least;
}
