/**
 * Many curves at once: instead of stroking each, counts how many of them cover each pixel. A curve adds +1 at the
 * top and −1 below the bottom of the span it covers in each pixel column; running sums down the columns then give
 * the counts. The cost is one step for each value, and one for each pixel, however steep the curves are.
 */

/** Curves that run together over the same epochs: columns of a row-major matrix. */
export interface Curves {
  readonly matrix: Float64Array;
  readonly stride: number;
  readonly columns: Int32Array;
  /** Rows. */
  readonly count: number;
}

/**
 * Adds curves to the ink. Walks the matrix row by row, as it lies in memory, and all curves column by column, as the
 * ink does. Every value leaves ink: in its pixel column a curve covers the span from its smallest to its largest.
 *
 * @param ink (height + 1) × width counters, column-major: entry x·(height + 1) + y
 * @param xs ascending pixel positions of the rows
 * @param toY pixel position of a value
 * @param thickness of the lines in pixels, ≥ 1
 * @param state 3 numbers for each curve, overwritten
 */
export function addCurves(
  ink: Int16Array,
  width: number,
  height: number,
  { matrix, stride, columns, count }: Curves,
  xs: Float64Array,
  toY: (value: number) => number,
  thickness: number,
  state: Float64Array,
): void {
  const n = columns.length;
  const half = (thickness - 1) / 2;
  const tall = height + 1;
  const cover = (x: number, a: number, b: number): void => {
    // Rounded by truncation, which is right for what is not negative.
    const low = a > half ? (a - half + 0.5) | 0 : 0;
    const high = b + half < height - 1 ? (b + half + 0.5) | 0 : height - 1;
    if (x < 0 || x >= width || low > high || !(a <= b)) return;
    const top = x * tall + low;
    const below = x * tall + high + 1;
    ink[top] = ink[top]! + 1;
    ink[below] = ink[below]! - 1;
  };
  if (count === 0) return;
  // Of each curve: its last y, and the span it covers so far in the pixel column that is being filled.
  for (let i = 0; i < n; i++) {
    const y = toY(matrix[columns[i]!]!);
    state[3 * i] = state[3 * i + 1] = state[3 * i + 2] = y;
  }
  for (let t = 1; t < count; t++) {
    const x0 = xs[t - 1]!;
    const x1 = xs[t]!;
    const from = Math.floor(x0);
    const to = Math.floor(x1);
    const row = t * stride;
    for (let i = 0; i < n; i++) {
      const y0 = state[3 * i]!;
      const y1 = toY(matrix[row + columns[i]!]!);
      let low = state[3 * i + 1]!;
      let high = state[3 * i + 2]!;
      if (to > from) {
        const slope = (y1 - y0) / (x1 - x0);
        let edge = y0 + (from + 1 - x0) * slope;
        cover(from, edge < low ? edge : low, edge > high ? edge : high);
        for (let x = from + 1; x < to; x++) {
          const next = edge + slope;
          cover(x, slope > 0 ? edge : next, slope > 0 ? next : edge);
          edge = next;
        }
        low = high = edge;
      }
      state[3 * i] = y1;
      state[3 * i + 1] = y1 < low ? y1 : low;
      state[3 * i + 2] = y1 > high ? y1 : high;
    }
  }
  const last = Math.min(width - 1, Math.floor(xs[count - 1]!));
  for (let i = 0; i < n; i++) cover(last, state[3 * i + 1]!, state[3 * i + 2]!);
}

/**
 * Lays the ink over an image: a pixel under k curves has opacity 1 − (1 − alpha)^k.
 * @param pixels width×height RGBA, row-major; not premultiplied
 * @param dash in pixels, on and off; null for solid
 */
export function layInk(
  pixels: Uint8ClampedArray,
  ink: Int16Array,
  width: number,
  height: number,
  colour: readonly [number, number, number],
  alpha: number,
  dash: { readonly on: number; readonly off: number } | null,
): void {
  const opacity = new Float64Array(65);
  for (let k = 1, clear = 1; k < opacity.length; k++) {
    clear *= 1 - alpha;
    opacity[k] = 1 - clear;
  }
  const [red, green, blue] = colour;
  for (let x = 0; x < width; x++) {
    if (dash && x % (dash.on + dash.off) >= dash.on) continue;
    const column = x * (height + 1);
    let k = 0;
    for (let y = 0; y < height; y++) {
      k += ink[column + y]!;
      if (k <= 0) continue;
      const a = opacity[k < 64 ? k : 64]!;
      const at = 4 * (y * width + x);
      const under = pixels[at + 3]! / 255;
      const over = a + under * (1 - a);
      const share = a / over;
      pixels[at] = red * share + pixels[at]! * (1 - share);
      pixels[at + 1] = green * share + pixels[at + 1]! * (1 - share);
      pixels[at + 2] = blue * share + pixels[at + 2]! * (1 - share);
      pixels[at + 3] = 255 * over;
    }
  }
}
