import type { Rgb } from './rgb.ts';

/** CIE L*a*b* for the white D50, to which sRGB's D65 is adapted (Bradford): as CSS Color 4, `lab()`, has it. */
type Lab = readonly [number, number, number];
type Matrix = readonly [Lab, Lab, Lab];

/** X, Y, Z of the white point D50. */
const WHITE: Lab = [0.96422, 1, 0.82521];
/** Rows: X, Y, Z of linear sRGB. */
const TO_XYZ = [
  [0.4360747, 0.3850649, 0.1430804],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322, 0.0971045, 0.7141733],
] as const satisfies Matrix;
/** Rows: linear R, G, B of XYZ. */
const TO_RGB = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const satisfies Matrix;

/** Below δ³ the cube root of L*a*b* is a line: f(t) = t/(3δ²) + 4/29. */
const DELTA = 6 / 29;
const FOOT = 4 / 29;

const root = (t: number): number => (t > DELTA ** 3 ? Math.cbrt(t) : t / (3 * DELTA ** 2) + FOOT);
const cube = (t: number): number => (t > DELTA ? t ** 3 : 3 * DELTA ** 2 * (t - FOOT));

/** sRGB's channel 0 … 255 as light 0 … 1, and back. */
const light = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const channel = (x: number): number => {
  const c = x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, Math.round(255 * c)));
};

/** A matrix, given as its rows, times a vector. */
const times = (rows: Matrix, [x, y, z]: Lab): Lab => {
  const row = ([a, b, c]: Lab): number => a * x + b * y + c * z;
  return [row(rows[0]), row(rows[1]), row(rows[2])];
};

function labOf([r, g, b]: Rgb): Lab {
  const [X, Y, Z] = times(TO_XYZ, [light(r), light(g), light(b)]);
  const [x, y, z] = [root(X / WHITE[0]), root(Y / WHITE[1]), root(Z / WHITE[2])];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function rgbOf([l, a, b]: Lab): Rgb {
  const y = (l + 16) / 116;
  const xyz: Lab = [WHITE[0] * cube(y + a / 500), WHITE[1] * cube(y), WHITE[2] * cube(y - b / 200)];
  const [red, green, blue] = times(TO_RGB, xyz);
  return [channel(red), channel(green), channel(blue)];
}

/**
 * From `from` to `to` in a straight line of L*a*b*, in which equal steps look about equal.
 * @returns the colour at a share 0 … 1 of the way, in whole channels
 */
export function throughLab(from: Rgb, to: Rgb): (share: number) => Rgb {
  const a = labOf(from);
  const b = labOf(to);
  return (share) => {
    const at = (k: 0 | 1 | 2): number => a[k] + (b[k] - a[k]) * share;
    return rgbOf([at(0), at(1), at(2)]);
  };
}
