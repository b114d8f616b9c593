import { useSyncExternalStore } from 'react';
import { parseRgb } from '../scales/colours.ts';
import type { Rgb } from '../scales/rgb.ts';
import type { ColourName } from '../data/content.ts';

/** The theme's colours as canvases need them, and the density of pixels. A new object when the look changed. */
export interface Palette {
  readonly rgb: (name: ColourName) => Rgb;
  readonly css: (name: ColourName) => string;
  readonly pixelRatio: number;
}

/** Of paper: about 300 pixels an inch. */
const PRINTED_RATIO = 3;

let palette: Palette | null = null;
const listeners = new Set<() => void>();

/**
 * Resolves custom properties to RGB. A probe element and a 1×1 canvas do it, since a property's text may be any CSS
 * colour, light-dark() and oklch() included. The style sheet keeps the system's forced colours from it: they would make
 * every name the same.
 */
function createPalette(): Palette {
  const isPrinted = document.documentElement.hasAttribute('data-printing');
  return paletteBy('palette-probe', isPrinted ? PRINTED_RATIO : window.devicePixelRatio || 1);
}

/** The light theme's colours whatever the page looks like: of pictures that are taken away. */
export const lightPalette = (pixelRatio: number): Palette => paletteBy('palette-light', pixelRatio);

/** @param probe the class of the element whose colours they are */
function paletteBy(probe: string, pixelRatio: number): Palette {
  const resolved = new Map<ColourName, Rgb>();
  const rgb = (name: ColourName): Rgb => {
    const known = resolved.get(name);
    if (known) return known;
    const element = document.createElement('span');
    element.className = probe;
    element.style.cssText = `display:none;forced-color-adjust:none;color:var(--${name})`;
    document.body.append(element);
    const colour = bytesOf(getComputedStyle(element).color);
    element.remove();
    resolved.set(name, colour);
    return colour;
  };
  return { rgb, css: (name) => `rgb(${rgb(name).join(', ')})`, pixelRatio };
}

function bytesOf(colour: string): Rgb {
  if (/^rgba?\(/.test(colour)) return parseRgb(colour);
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return [0, 0, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

let stopWatching: (() => void) | null = null;

/** Reads the colours anew, at once. */
export function refreshPalette(): void {
  palette = null;
  // A query of a pixel density is about that one: it is asked anew for the next.
  stopWatching?.();
  stopWatching = watch();
  for (const listener of listeners) listener();
}

/** The root's attributes (theme), the system's colours, paper and the density of pixels decide the look. */
function watch(): () => void {
  const attributes = new MutationObserver(refreshPalette);
  attributes.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-theme'],
  });
  const media = [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
    'print',
    `(resolution: ${window.devicePixelRatio}dppx)`,
  ].map((query) => window.matchMedia(query));
  for (const list of media) list.addEventListener('change', refreshPalette);
  return () => {
    attributes.disconnect();
    for (const list of media) list.removeEventListener('change', refreshPalette);
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stopWatching ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = null;
  };
}

/** The palette; renders again when the theme or the screen changed. */
export const usePalette = (): Palette => useSyncExternalStore(subscribe, () => (palette ??= createPalette()));
