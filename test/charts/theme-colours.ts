import { readFileSync } from 'node:fs';
import type { Rgb } from '../../src/charts/scales/rgb.ts';

const sheet = readFileSync(new URL('../../src/ui/theme.css', import.meta.url), 'utf8');
const dark = sheet.indexOf(":root[data-theme='dark']");

/** A colour of the style sheet in a theme. */
export function colour(theme: 'light' | 'dark', name: string): Rgb {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(theme === 'light' ? sheet : sheet.slice(dark));
  if (!hex) throw new Error(`theme.css has no --${name} in the ${theme} theme`);
  const value = parseInt(hex[1]!, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export const linear = (channel: number): number => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
/** Relative luminance (WCAG 2.2): what is left of a colour printed in grey. */
export const luminance = (rgb: Rgb): number =>
  0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
export const contrast = (a: Rgb, b: Rgb): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
/** CIELAB under D65. */
const labOf = (rgb: Rgb): Rgb => {
  const [r, g, b] = rgb.map(linear) as [number, number, number];
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
/** Distance in CIELAB (ΔE 1976): 2 can just be seen. */
export const distance = (a: Rgb, b: Rgb): number => {
  const [p, q] = [labOf(a), labOf(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
};
