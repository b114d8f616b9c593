import { ticks as ticksOf } from 'd3-array';
import { format } from 'd3-format';
import type { RunFacts } from '../../core/outcome.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { Recording } from '../../engine/recording.ts';
import { snapshotAt } from '../data/snapshots.ts';
import { formatTicks } from '../data/format.ts';
import type { Scale } from '../scales/scales.ts';

/** The way of one neuron through the plane of signal and noise, thinned to what can be seen. */
export interface Trail {
  /** The neuron's row among all 2m. */
  readonly row: number;
  /** Its index among the shown rows. */
  readonly at: number;
  readonly sign: 1 | -1;
  /** x, y pairs in pixels, `count` of them. */
  readonly points: Float32Array;
  /** Index of each point's snapshot, ascending. */
  readonly snapshots: Int32Array;
  /** Length of the way up to each point: dashes go on where they stopped. */
  readonly lengths: Float32Array;
  readonly count: number;
}

/** The axes of the plane; the same for all compared points. */
export interface Plane {
  readonly signal: Scale;
  readonly noise: Scale;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlaneExtent {
  readonly signal: readonly [number, number];
  readonly noise: readonly [number, number];
}

const extents = new WeakMap<Snapshot, PlaneExtent>();

/** Smallest and largest signal and noise of all neurons in all snapshots so far; 0 is among them. */
export function planeExtent(recordings: readonly Recording[]): PlaneExtent {
  const signal: [number, number] = [0, 0];
  const noise: [number, number] = [0, 0];
  for (const { snapshots } of recordings) {
    for (const snapshot of snapshots) {
      const own = extentOf(snapshot);
      widen(signal, own.signal);
      widen(noise, own.noise);
    }
  }
  return { signal, noise };
}

function extentOf(snapshot: Snapshot): PlaneExtent {
  const known = extents.get(snapshot);
  if (known) return known;
  const signal: [number, number] = [0, 0];
  const noise: [number, number] = [0, 0];
  for (const value of snapshot.neurons?.signal ?? []) widen(signal, [value, value]);
  for (const value of snapshot.neurons?.noise ?? []) widen(noise, [value, value]);
  const extent = { signal, noise };
  extents.set(snapshot, extent);
  return extent;
}

function widen(extent: [number, number], [low, high]: readonly [number, number]): void {
  extent[0] = Math.min(extent[0], low);
  extent[1] = Math.max(extent[1], high);
}

/** Readings to a hundredth or so of the axes, all with as many decimals: what is less cannot be seen, either. */
export function readingFormat({ signal, noise }: PlaneExtent): (value: number) => string {
  const largest = Math.max(...[...signal, ...noise].map(Math.abs));
  const decimals = largest > 0 ? Math.max(0, Math.min(12, 2 - Math.floor(Math.log10(largest)))) : 0;
  const fixed = format(`,.${decimals}f`);
  // Without the sign of a zero.
  return (value) => fixed(Number(value.toFixed(decimals)) || 0);
}

/** The plane in a box: signal to the right, noise upward. */
export function planeOf(
  { signal, noise }: PlaneExtent,
  box: { readonly width: number; readonly height: number; readonly em: number },
): Plane {
  const { em } = box;
  // The vertical axis's name is above it: neurons that only memorise run along the axis.
  const top = 1.6 * em;
  const height = Math.max(1, box.height - top - 3 * em);
  const upward = axisOf(noise, [height, 0], 3.4 * em);
  const widest = upward.ticks.reduce((most, tick) => Math.max(most, tick.label.length), 2);
  const left = (0.62 * widest + 0.9) * em;
  const width = Math.max(1, box.width - left - 0.9 * em);
  const rightward = axisOf(signal, [0, width], 3 * em);
  return { signal: rightward, noise: upward, left, top, width, height };
}

/** Heads at the ends of the axis are whole. */
const PADDING = 0.05;

/** A linear axis that ends where the data does, so that three panes have room for it. */
function axisOf(
  [least, most]: readonly [number, number],
  range: readonly [number, number],
  spacing: number,
): Scale {
  const size = most > least ? most - least : 1;
  const domain = [least - PADDING * size, (most > least ? most : least + 1) + PADDING * size] as const;
  const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
  const position = (value: number): number => range[0] + (value - domain[0]) * slope;
  const values = ticksOf(...domain, Math.max(2, Math.floor(Math.abs(range[1] - range[0]) / spacing)));
  const labels = formatTicks(values);
  return {
    kind: 'linear',
    domain,
    range,
    position,
    invert: (pixel) => domain[0] + (pixel - range[0]) / slope,
    ticks: values.map((value, k) => ({ value, position: position(value), label: labels[k]! })),
  };
}

/**
 * The trails of all shown neurons. A point less than `least` pixels from the last one kept is left out.
 */
export function trailsOf(
  snapshots: readonly Snapshot[],
  { shape, neurons }: RunFacts,
  { signal, noise }: Plane,
  least = 1.5,
): Trail[] {
  return Array.from(shape.rows, (row, at) => {
    const points = new Float32Array(2 * snapshots.length);
    const indices = new Int32Array(snapshots.length);
    const lengths = new Float32Array(snapshots.length);
    let count = 0;
    snapshots.forEach((snapshot, index) => {
      if (!snapshot.neurons) return;
      const x = signal.position(snapshot.neurons.signal[at]!);
      const y = noise.position(snapshot.neurons.noise[at]!);
      const far = count > 0 ? Math.hypot(x - points[2 * count - 2]!, y - points[2 * count - 1]!) : 0;
      if (count > 0 && far < least) return;
      points[2 * count] = x;
      points[2 * count + 1] = y;
      indices[count] = index;
      lengths[count] = count > 0 ? lengths[count - 1]! + far : 0;
      count++;
    });
    return { row, at, sign: row < neurons / 2 ? 1 : -1, points, snapshots: indices, lengths, count };
  });
}

/** How many of a trail's points belong to the snapshots up to `index`. */
export function pointsUpTo({ snapshots, count }: Trail, index: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (snapshots[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the penalty was switched off: the last snapshot that still had it in its steps; −1 where it was not, yet. */
export function switchOffSnapshot(snapshots: readonly Snapshot[], { regularizer }: RunFacts): number {
  if (regularizer.kind === 'none') return -1;
  const { until = 0 } = regularizer;
  const last = snapshots.at(-1);
  return until > 0 && last && last.epoch >= until ? snapshotAt(snapshots, until) : -1;
}

/** Heads count as this much nearer than trails: they are what is read out. */
const HEAD_BONUS = 10;
/** Pixels from which the pointer is on nothing. */
const REACH = 24;

/**
 * The trail under the pointer.
 * @param index of the snapshot shown: what comes after it is not pointed at
 */
export function trailNear(
  trails: readonly Trail[],
  head: (trail: Trail) => { readonly x: number; readonly y: number },
  index: number,
  x: number,
  y: number,
): Trail | null {
  let nearest: Trail | null = null;
  let least = REACH;
  for (const trail of trails) {
    const tip = head(trail);
    let distance = Math.hypot(tip.x - x, tip.y - y) - HEAD_BONUS;
    const upTo = pointsUpTo(trail, index);
    for (let k = 0; k < upTo; k++)
      distance = Math.min(distance, Math.hypot(trail.points[2 * k]! - x, trail.points[2 * k + 1]! - y));
    if (distance < least) [least, nearest] = [distance, trail];
  }
  return nearest;
}
