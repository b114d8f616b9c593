import { interpolateLab, piecewise } from 'd3-interpolate';
import { interpolatePuOr, interpolateRdBu } from 'd3-scale-chromatic';

export type Rgb = readonly [number, number, number];

const css = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`;

/** Relative luminance of sRGB, 0..1, coarse (gamma 2): enough to tell a dark card from a light one. */
const luminance = ([r, g, b]: Rgb): number =>
  (0.2126 * r * r + 0.7152 * g * g + 0.0722 * b * b) / (255 * 255);

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

/**
 * The diverging ramp of signed quantities: orange below zero, blue above, and the card itself at zero in both themes,
 * so that what is zero recedes. Blue of d3's RdBu, orange of its PuOr (ColorBrewer; colour-blind safe together).
 */
export function divergingRamp(card: Rgb): (unit: number) => string {
  const dark = luminance(card) < 0.25;
  const [half, full] = dark ? [0.86, 0.68] : [0.82, 1];
  return piecewise(interpolateLab, [
    interpolatePuOr(full),
    interpolatePuOr(half),
    css(card),
    interpolateRdBu(half),
    interpolateRdBu(full),
  ]);
}

/** A ramp as 256 packed colours. */
export function packedRamp(ramp: (unit: number) => string): Uint32Array {
  return Uint32Array.from({ length: 257 }, (_, k) => packed(parseRgb(ramp(k / 256))));
}
