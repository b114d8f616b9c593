import { drawCard } from '../../charts/card/drawCard.ts';
import { lightPalette } from '../../charts/hooks/usePalette.ts';
import type { Figure } from './figure.ts';
import { withPngNotes } from './png-notes.ts';

/** Pixels an inch of a picture for paper. */
const PRINTED = 300;
const ON_SCREEN = 96;
/** A picture for the screen is drawn for a sharp one. */
const SCREEN_RATIO = 2;

/** A card as PNG, with the page's own fonts. @throws Error where the browser cannot write it */
export async function pngOf(figure: Figure): Promise<Blob> {
  const { width, height, em, picture, title, notes, epoch, inches, fonts } = figure;
  const ratio = inches === null ? SCREEN_RATIO : PRINTED / ON_SCREEN;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas to draw on');
  await document.fonts.ready;
  context.scale(ratio, ratio);
  const surface = {
    context,
    palette: lightPalette(ratio),
    em,
    fonts,
    bitmap: (image: ImageData): OffscreenCanvas => {
      const sheet = new OffscreenCanvas(image.width, image.height);
      sheet.getContext('2d')?.putImageData(image, 0, 0);
      return sheet;
    },
  };
  drawCard(surface, { width, height }, picture, { title, notes }, epoch);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser could not write the picture');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const [settings, link] = figure.description;
  const texts = { Title: title, Description: settings!, Source: link! };
  return new Blob([withPngNotes(bytes, texts, ratio * ON_SCREEN)], { type: 'image/png' });
}
