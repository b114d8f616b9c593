import { valueScale, type Scale } from '../scales/scales.ts';
import type { Box } from '../scales/geometry.ts';
import type { Slice, SlicePlace } from '../../state/slices.ts';

/** The square of the slice that is shown, and where it is in its box: pixels. */
export interface SliceGeometry {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  /** The square goes from −half to half along both axes, in units of the input. */
  readonly half: number;
  readonly across: Scale;
  readonly up: Scale;
}

/** What a slice is drawn of. */
export interface SliceScene {
  readonly slice: Slice;
  /** y_i. */
  readonly labels: Float64Array;
  readonly geometry: SliceGeometry;
}

/** Around the samples. */
const ROOM = 1.15;

/** The half of a square with all projected samples; 1 where all are 0. */
function halfOf(samples: Float64Array): number {
  const most = samples.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return most > 0 ? ROOM * most : 1;
}

/** The largest square in a box, with room for the axes. */
export function sliceGeometry({ frame }: Slice, { width, height, em }: Box): SliceGeometry {
  const half = halfOf(frame.samples);
  const [beside, above, under] = [3.6 * em, 1.7 * em, 2.9 * em];
  const side = Math.max(1, Math.min(width - beside - 0.6 * em, height - above - under));
  const across = exact(half, [0, side], em);
  const left = beside + (width - beside - 0.6 * em - side) / 2;
  return { left, top: above, side, half, across, up: exact(half, [side, 0], em) };
}

/** Ticks at round numbers, ends where the square ends. */
function exact(half: number, range: readonly [number, number], em: number): Scale {
  const nice = valueScale('linear', [-half, half], [...range], 3.4 * em);
  const position = (value: number): number =>
    range[0] + ((value + half) / (2 * half)) * (range[1] - range[0]);
  return {
    ...nice,
    domain: [-half, half],
    range,
    position,
    invert: (pixel) => ((pixel - range[0]) / (range[1] - range[0])) * 2 * half - half,
    ticks: nice.ticks
      .filter(({ value }) => Math.abs(value) <= half)
      .map((tick) => ({ ...tick, position: position(tick.value) })),
  };
}

/** Index of the place at or before epoch t; the first where there is none. */
export function placeAt(places: readonly SlicePlace[], t: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]!.epoch <= t) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
