import { throughLab } from './lab.ts';
import type { Rgb } from './rgb.ts';

const css = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`;

/** ABGR, as a little-endian Uint32Array over ImageData reads it. */
export const packed = ([r, g, b]: Rgb): number => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** a + (b − a)·share, channel by channel. */
export const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  Math.round(a[0] + (b[0] - a[0]) * share),
  Math.round(a[1] + (b[1] - a[1]) * share),
  Math.round(a[2] + (b[2] - a[2]) * share),
];

export function parseRgb(text: string): Rgb {
  const parts = text.match(/[\d.]+/g) ?? [];
  return [Number(parts[0] ?? 0), Number(parts[1] ?? 0), Number(parts[2] ?? 0)];
}

/** The ends and the middle of a diverging ramp. */
export interface SignColours {
  readonly negative: Rgb;
  readonly zero: Rgb;
  readonly positive: Rgb;
}

/**
 * The ramp of signed quantities: from one end through a middle grey to the other, evenly in Lab, so that lightness alone
 * tells the sign as well.
 */
export function divergingRamp({ negative, zero, positive }: SignColours): (unit: number) => string {
  const lower = throughLab(negative, zero);
  const upper = throughLab(zero, positive);
  return (unit) => css(unit < 0.5 ? lower(2 * unit) : upper(2 * unit - 1));
}

/** A ramp as 257 packed colours: an odd number, so that its middle is one of them. */
export function packedRamp(ramp: (unit: number) => string): Uint32Array {
  return Uint32Array.from({ length: 257 }, (_, k) => packed(parseRgb(ramp(k / 256))));
}

/** The way from one colour to another as 257 packed colours. */
export const mixedRamp = (from: Rgb, to: Rgb): Uint32Array =>
  Uint32Array.from({ length: 257 }, (_, k) => packed(mixed(from, to, k / 256)));
