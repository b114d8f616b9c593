import { formatValue } from '../data/format.ts';
import { neuronName } from '../data/neurons.ts';
import { pointing } from '../hooks/pointing.ts';
import { valueAt } from './field.ts';
import type { SliceGeometry, SliceScene } from './scene.ts';
import { sampleLabel, spreadWords } from './words.ts';

/** A point of the slice, in units of the input along both axes. */
export type SlicePoint = readonly [s: number, t: number];

/** Steps of an arrow key from the origin to the border. */
const STEPS = 25;
/** Arrow keys' steps of Page Up and Page Down. */
const PAGE = 5;

/** Where a key leads to within what is shown, null with Escape; undefined for keys of others. */
export function pointByKey(
  key: string,
  from: SlicePoint | null,
  { across, up }: Pick<SliceGeometry, 'across' | 'up'>,
): SlicePoint | null | undefined {
  if (key === 'Escape') return from === null ? undefined : null;
  const steps: Readonly<Record<string, SlicePoint>> = {
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    PageUp: [0, PAGE],
    PageDown: [0, -PAGE],
    Home: [-Infinity, 0],
    End: [Infinity, 0],
  };
  const step = steps[key];
  if (!step) return undefined;
  if (from === null) return [0, 0];
  const [width, height] = [across.domain[1], up.domain[1]];
  const unit = Math.min(width, height) / STEPS;
  const to = (value: number, by: number, most: number): number =>
    Math.max(-most, Math.min(most, value + by * unit));
  return [to(from[0], step[0], width), to(from[1], step[1], height)];
}

/** The sample whose projection is nearest to a point. */
export function nearestSample(samples: Float64Array, [s, t]: SlicePoint): number {
  let [nearest, least] = [0, Infinity];
  for (let at = 0; at < samples.length; at += 2) {
    const distance = Math.hypot(samples[at]! - s, samples[at + 1]! - t);
    if (distance < least) [least, nearest] = [distance, at / 2];
  }
  return nearest;
}

const format = (value: number): string => formatValue(value, 3);

/** "f = −0.12 at (0.5, −1.2): class −1. Nearest sample: x₃, y = +1". */
export function pointReading({ slice, labels }: SliceScene, index: number, point: SlicePoint): string {
  const { frame, places } = slice;
  const [s, t] = point;
  const value = valueAt(frame, places[index]!.arrows, s, t);
  const side = value === 0 ? 'on the boundary' : `class ${value > 0 ? '+1' : '−1'}`;
  const nearest = nearestSample(frame.samples, point);
  const y = labels[nearest]! > 0 ? '+1' : '−1';
  return `f = ${format(value)} at (${format(s)}, ${format(t)}): ${side}. Nearest sample: ${sampleLabel(nearest)}, y = ${y}`;
}

/** The neuron that is pointed at, here or elsewhere; else f at the point that is read; else how far the arrows have collapsed. */
export function readingOf(
  scene: SliceScene,
  index: number,
  row: number | null,
  point: SlicePoint | null,
): string {
  const { frame, places } = scene.slice;
  const { arrows } = places[index]!;
  if (row !== null && row < frame.neurons) {
    return `${neuronName(row, frame.neurons)}: (${format(arrows[2 * row]!)}, ${format(arrows[2 * row + 1]!)})`;
  }
  if (point !== null) return pointReading(scene, index, point);
  return `${spreadWords(arrows)}. ${pointing()} an arrow to read it.`;
}
