/** Storage of one chart's drawing, kept from frame to frame and grown when needed. */
export interface Scratch {
  /** Device pixels of the epochs. */
  xs: Float64Array;
  ys: Float64Array;
  /** Decimated points, x, y pairs. */
  points: Float64Array;
  /** Ink of a bundle: one counter for each pixel, column-major. */
  ink: Int16Array;
}

export const createScratch = (): Scratch => ({
  xs: new Float64Array(0),
  ys: new Float64Array(0),
  points: new Float64Array(0),
  ink: new Int16Array(0),
});

/** Makes room for `count` epochs, `points` numbers of decimated points and `ink` counters. */
export function reserve(scratch: Scratch, count: number, points: number, ink: number): void {
  if (scratch.xs.length < count) {
    scratch.xs = new Float64Array(2 * count);
    scratch.ys = new Float64Array(2 * count);
  }
  if (scratch.points.length < points) scratch.points = new Float64Array(2 * points);
  if (scratch.ink.length < ink) scratch.ink = new Int16Array(ink);
}
