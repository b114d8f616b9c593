/** Storage of one chart's drawing, kept from frame to frame and grown when needed. */
export interface Scratch {
  /** Device pixels of the epochs. */
  xs: Float64Array;
  ys: Float64Array;
  /** Decimated points, x, y pairs. */
  points: Float64Array;
  /** Ink of a bundle: one counter for each pixel, column-major. */
  ink: Int16Array;
  /** Three numbers for each curve of a bundle. */
  state: Float64Array;
}

export const createScratch = (): Scratch => ({
  xs: new Float64Array(0),
  ys: new Float64Array(0),
  points: new Float64Array(0),
  ink: new Int16Array(0),
  state: new Float64Array(0),
});

/** Makes room for `count` epochs and `points` numbers of decimated points. */
export function reserve(scratch: Scratch, count: number, points: number): void {
  if (scratch.xs.length < count) {
    scratch.xs = new Float64Array(2 * count);
    scratch.ys = new Float64Array(2 * count);
  }
  if (scratch.points.length < points) scratch.points = new Float64Array(2 * points);
}

/** Makes room for the ink of an image and for `curves` curves. */
export function reserveInk(scratch: Scratch, pixels: number, curves: number): void {
  if (scratch.ink.length < pixels) scratch.ink = new Int16Array(pixels);
  if (scratch.state.length < 3 * curves) scratch.state = new Float64Array(3 * curves);
}
