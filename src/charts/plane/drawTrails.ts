import type { Snapshot } from '../../core/observe/recorder.ts';
import { DASHES } from '../data/content.ts';
import type { Dash } from '../data/content.ts';
import type { Palette } from '../hooks/usePalette.ts';
import { pointsUpTo } from './trails.ts';
import type { Plane, Trail } from './trails.ts';

/** How the neurons of a class look: told apart by hue, by dash, and by the shape of the head. */
const LOOKS = {
  [1]: { colour: 'positive', dash: 'solid' },
  [-1]: { colour: 'negative', dash: 'dashed' },
} as const satisfies Record<1 | -1, { colour: string; dash: Dash }>;
const SIGNS = [1, -1] as const;

/** What is drawn of a pane: the same for all its frames. */
export interface TrailScene {
  readonly plane: Plane;
  readonly palette: Palette;
  readonly em: number;
  readonly trails: readonly Trail[];
  readonly snapshots: readonly Snapshot[];
  /** Index of the snapshot at which the penalty was switched off, or −1. */
  readonly off: number;
}

/** The place of a neuron at a snapshot, in pixels of the plane. */
export function headOf(
  { plane, snapshots }: TrailScene,
  trail: Trail,
  index: number,
): { x: number; y: number } {
  const { signal, noise } = snapshots[index]!.neurons!;
  return { x: plane.signal.position(signal[trail.at]!), y: plane.noise.position(noise[trail.at]!) };
}

/** A canvas of the box's size, in CSS pixels of the plane; cleared. */
export function fitTrails(
  canvas: HTMLCanvasElement,
  { plane, palette }: TrailScene,
  box: { readonly width: number; readonly height: number },
): CanvasRenderingContext2D | null {
  const ratio = palette.pixelRatio;
  canvas.width = Math.round(box.width * ratio);
  canvas.height = Math.round(box.height * ratio);
  const context = canvas.getContext('2d');
  context?.scale(ratio, ratio);
  context?.translate(plane.left, plane.top);
  return context;
}

/** All of the trails, whatever the playhead: laid below those up to it, faded by the style sheet. */
export function drawWholeTrails(context: CanvasRenderingContext2D, scene: TrailScene): void {
  drawTrails(context, scene, -1, scene.snapshots.length - 1);
}

/**
 * The trails after snapshot `from` up to snapshot `to`. Called again with the last `to` as `from`, it goes on where it
 * stopped: playing costs what is new in a frame. From −1 on, a class is one path.
 */
export function drawTrails(
  context: CanvasRenderingContext2D,
  { trails, palette, em }: TrailScene,
  from: number,
  to: number,
): void {
  const thickness = em / 13;
  context.lineJoin = 'round';
  context.lineWidth = 1.5 * thickness;
  for (const sign of SIGNS) {
    const { colour, dash } = LOOKS[sign];
    const lengths = DASHES[dash].map((length) => length * thickness);
    context.strokeStyle = palette.css(colour);
    context.setLineDash(lengths);
    context.beginPath();
    for (const trail of trails) {
      if (trail.sign !== sign) continue;
      const first = Math.max(0, pointsUpTo(trail, from) - 1);
      const last = pointsUpTo(trail, to);
      if (last - first < 2) continue;
      if (from >= 0 && lengths.length > 0) {
        // The dash goes on where it stopped, which differs from trail to trail.
        context.lineDashOffset = trail.lengths[first]!;
        context.beginPath();
      }
      trace(context, trail, first, last);
      if (from >= 0 && lengths.length > 0) context.stroke();
    }
    if (from < 0 || lengths.length === 0) context.stroke();
    context.lineDashOffset = 0;
  }
}

function trace(context: CanvasRenderingContext2D, { points }: Trail, first: number, last: number): void {
  context.moveTo(points[2 * first]!, points[2 * first + 1]!);
  for (let k = first + 1; k < last; k++) context.lineTo(points[2 * k]!, points[2 * k + 1]!);
}

/** What moves with every frame: the heads, where the penalty went off, and the neuron that is pointed at. */
export function drawHeads(
  context: CanvasRenderingContext2D,
  scene: TrailScene,
  index: number,
  hoveredRow: number | null,
): void {
  const { trails, palette, em, off } = scene;
  const radius = 0.36 * em;
  context.lineJoin = 'round';
  const hovered = trails.find(({ row }) => row === hoveredRow);
  if (hovered) {
    context.beginPath();
    trace(context, hovered, 0, pointsUpTo(hovered, index));
    const head = headOf(scene, hovered, index);
    context.lineTo(head.x, head.y);
    context.strokeStyle = palette.css(LOOKS[hovered.sign].colour);
    context.lineWidth = 0.28 * em;
    context.stroke();
  }
  if (off >= 0 && off <= index) drawCrosses(context, scene, off);
  for (const sign of SIGNS) {
    context.beginPath();
    for (const trail of trails) {
      if (trail.sign !== sign) continue;
      const { x, y } = headOf(scene, trail, index);
      traceHead(context, sign, x, y, trail === hovered ? 1.5 * radius : radius);
    }
    context.strokeStyle = palette.css('card');
    context.lineWidth = em / 6.5;
    context.stroke();
    context.fillStyle = palette.css(LOOKS[sign].colour);
    context.fill();
  }
}

/** A disc for positive neurons, a diamond for negative ones. */
function traceHead(
  context: CanvasRenderingContext2D,
  sign: 1 | -1,
  x: number,
  y: number,
  radius: number,
): void {
  if (sign > 0) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  const half = 1.25 * radius;
  context.moveTo(x, y - half);
  context.lineTo(x + half, y);
  context.lineTo(x, y + half);
  context.lineTo(x - half, y);
  context.closePath();
}

function drawCrosses(context: CanvasRenderingContext2D, scene: TrailScene, off: number): void {
  const { trails, palette, em } = scene;
  const arm = 0.28 * em;
  context.beginPath();
  for (const trail of trails) {
    const { x, y } = headOf(scene, trail, off);
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x - arm, y + arm);
    context.lineTo(x + arm, y - arm);
  }
  context.lineCap = 'round';
  for (const [colour, width] of [['card', 0.3] as const, ['ink', 0.13] as const]) {
    context.strokeStyle = palette.css(colour);
    context.lineWidth = width * em;
    context.stroke();
  }
  context.lineCap = 'butt';
}
