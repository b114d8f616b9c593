import { valueScale, type Scale } from '../scales/scales.ts';
import type { Box } from '../scales/geometry.ts';
import type { Slice, SlicePlace } from '../../state/slices.ts';

/** The part of the slice that is shown, the origin in its middle, and where it is in its box: pixels. */
export interface SliceGeometry {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the square around it. */
  readonly side: number;
  /** That square goes from −half to half along both axes, in units of the input. */
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

/** One side of what is shown is at most so many times the other: the plane goes on, but the samples are to be large. */
const LONGEST = 1.7;

/** The half of a square with all projected samples; 1 where all are 0. */
function halfOf(samples: Float64Array): number {
  const most = samples.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return most > 0 ? ROOM * most : 1;
}

/** As much of the plane as a box has room for beside the axes, a unit being as long in both directions. */
export function sliceGeometry({ frame }: Slice, box: Box): SliceGeometry {
  const { em } = box;
  const [beside, above, under] = [3.6 * em, 1.7 * em, 2.9 * em];
  const [across, up] = [box.width - beside - 0.6 * em, box.height - above - under];
  const least = Math.max(1, Math.min(across, up));
  const [width, height] = [across, up].map((room) => Math.max(1, Math.min(room, LONGEST * least))) as [
    number,
    number,
  ];
  const unit = least / 2 / halfOf(frame.samples);
  const side = Math.max(width, height);
  return {
    left: beside + (across - width) / 2,
    top: above,
    width,
    height,
    side,
    half: side / 2 / unit,
    across: exact(width / 2 / unit, [0, width], em),
    up: exact(height / 2 / unit, [height, 0], em),
  };
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
