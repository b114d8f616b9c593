import { labRamp } from './lab.ts';

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

/** Orange to full, half, blue from half, to full: from d3's PuOr and RdBu at 1 and 0.82, on dark cards 0.68 and 0.86. */
const ENDS = {
  light: {
    orange: [
      [127, 59, 8],
      [214, 123, 23],
    ],
    blue: [
      [64, 138, 191],
      [5, 48, 97],
    ],
  },
  dark: {
    orange: [
      [251, 191, 116],
      [197, 105, 13],
    ],
    blue: [
      [47, 120, 179],
      [157, 202, 225],
    ],
  },
} as const satisfies Record<string, Record<string, readonly Rgb[]>>;

/**
 * The diverging ramp of signed quantities: orange below zero, blue above, and the card itself at zero in both themes,
 * so that what is zero recedes. Blue of ColorBrewer's RdBu, orange of its PuOr (colour-blind safe together).
 */
export function divergingRamp(card: Rgb): (unit: number) => string {
  const { orange, blue } = luminance(card) < 0.25 ? ENDS.dark : ENDS.light;
  const ramp = labRamp([...orange, card, ...blue]);
  return (unit) => css(ramp(unit));
}

/** A ramp as 256 packed colours. */
export function packedRamp(ramp: (unit: number) => string): Uint32Array {
  return Uint32Array.from({ length: 257 }, (_, k) => packed(parseRgb(ramp(k / 256))));
}
