/**
 * Many curves at once: instead of stroking each, counts how many of them cover each pixel. A curve adds +1 at the
 * top and −1 below the bottom of the span it covers in each pixel column; running sums down the columns then give
 * the counts. The cost is one step for each point, and one for each pixel, however steep the curves are.
 */

/**
 * Adds one curve of decimated points to the ink.
 * @param ink (height + 1) × width counters, column-major: entry x·(height + 1) + y
 * @param points x, y pairs in pixels, x ascending; NaN y is a gap
 * @param thickness of the line in pixels, ≥ 1
 */
export function addCurve(
  ink: Int16Array,
  width: number,
  height: number,
  points: Float64Array,
  count: number,
  thickness: number,
): void {
  const half = (thickness - 1) / 2;
  for (let k = 0; k < count; k++) {
    const x0 = points[2 * k]!;
    const y0 = points[2 * k + 1]!;
    if (y0 !== y0) continue;
    const next = points[2 * k + 3]!;
    const joined = k + 1 < count && next === next;
    const x1 = joined ? points[2 * k + 2]! : x0 + 1;
    const y1 = joined ? next : y0;
    const from = Math.max(0, Math.floor(x0));
    // A segment owns its columns up to, not including, the next point's, but for a vertical one within a column.
    const to = Math.min(width, Math.max(from + 1, Math.floor(x1)));
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    for (let x = from; x < to; x++) {
      const a = x === from ? y0 : y0 + (x - x0) * slope;
      const b = x === to - 1 ? y1 : y0 + (x + 1 - x0) * slope;
      const low = Math.max(0, Math.round((a < b ? a : b) - half));
      const high = Math.min(height - 1, Math.round((a < b ? b : a) + half));
      if (low > high) continue;
      const column = x * (height + 1);
      ink[column + low] = ink[column + low]! + 1;
      ink[column + high + 1] = ink[column + high + 1]! - 1;
    }
  }
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
