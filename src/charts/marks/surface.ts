import type { Palette } from '../hooks/usePalette.ts';

/** What a chart is drawn on in a file: a canvas, or what writes SVG as one (svgcanvas). CSS pixels. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  /** Font size of the chart's text in pixels: all margins and lines follow it. */
  readonly em: number;
  /** CSS families of axes and of titles. */
  readonly fonts: { readonly sans: string; readonly serif: string };
  /** Pixels as something that the context can draw. */
  bitmap(image: ImageData): CanvasImageSource;
}

/** The font of text in CSS, `size` in em of the surface. */
export const fontOf = (
  { em, fonts }: Pick<Surface, 'em' | 'fonts'>,
  size = 1,
  weight = 400,
  family: keyof Surface['fonts'] = 'sans',
): string => `${weight} ${Number((size * em).toFixed(2))}px ${fonts[family]}`;

/** A surface whose origin is elsewhere, while it is drawn on. */
export function shifted(surface: Surface, x: number, y: number, draw: () => void): void {
  const { context } = surface;
  context.save();
  context.translate(x, y);
  draw();
  context.restore();
}
