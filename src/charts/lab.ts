import type { Rgb } from './colours.ts';

/**
 * CIE L*a*b* as far as a mixture needs it: L*, a* and b* are linear in the roots f(X/Xₙ), f(Y/Yₙ), f(Z/Zₙ), so mixing
 * those mixes the colours in Lab. White D50, sRGB's matrices adapted to it (as d3-color has them).
 */
type Roots = readonly [number, number, number];

const EDGE = 6 / 29;
const root = (t: number): number => (t > EDGE ** 3 ? Math.cbrt(t) : t / (3 * EDGE * EDGE) + 4 / 29);
const cube = (f: number): number => (f > EDGE ? f ** 3 : 3 * EDGE * EDGE * (f - 4 / 29));

const toLinear = (byte: number): number => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
const toByte = (c: number): number => {
  const coded = c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
  return Math.max(0, Math.min(255, Math.round(255 * coded)));
};

const [WHITE_X, WHITE_Z] = [0.96422, 0.82521];

function rootsOf(colour: Rgb): Roots {
  const [r, g, b] = [toLinear(colour[0]), toLinear(colour[1]), toLinear(colour[2])];
  return [
    root((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE_X),
    root(0.2225045 * r + 0.7168786 * g + 0.0606169 * b),
    root((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE_Z),
  ];
}

function colourOf(roots: Roots): Rgb {
  const [x, y, z] = [WHITE_X * cube(roots[0]), cube(roots[1]), WHITE_Z * cube(roots[2])];
  return [
    toByte(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
    toByte(-0.9787684 * x + 1.9161415 * y + 0.033454 * z),
    toByte(0.0719453 * x - 0.2289914 * y + 1.4052427 * z),
  ];
}

/** A ramp through evenly spaced colours, mixed in Lab; `unit` in 0..1. */
export function labRamp(stops: readonly Rgb[]): (unit: number) => Rgb {
  const roots = stops.map(rootsOf);
  const last = roots.length - 1;
  return (unit) => {
    const place = Math.max(0, Math.min(last, unit * last));
    const from = Math.min(last - 1, Math.floor(place));
    const share = place - from;
    const [a, b] = [roots[from]!, roots[from + 1]!];
    const mix = (k: 0 | 1 | 2): number => a[k] + (b[k] - a[k]) * share;
    return colourOf([mix(0), mix(1), mix(2)]);
  };
}
