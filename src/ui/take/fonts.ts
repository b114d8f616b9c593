import type { Surface } from '../../charts/marks/surface.ts';
import type { PictureKind } from './sizes.ts';

/** Of SVG: fonts that every system has or has a stand-in for; text stays text. */
const PRINTED: Surface['fonts'] = {
  sans: 'Helvetica, Arial, sans-serif',
  serif: 'Times, "Times New Roman", serif',
};

/** The fonts of a file: a PNG has the page's own. */
export function fontsOf(kind: PictureKind): Surface['fonts'] {
  if (kind === 'svg') return PRINTED;
  const style = getComputedStyle(document.documentElement);
  const [sans, serif] = ['--sans', '--serif'].map((name) => style.getPropertyValue(name).trim());
  return { sans: sans!, serif: serif! };
}

/** How wide text is in a font, in pixels. @throws Error where the browser has no canvas */
export function widthsIn(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('the browser gives no canvas to draw on');
  context.font = font;
  return (text) => context.measureText(text).width;
}
