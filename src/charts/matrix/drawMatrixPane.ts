import { fontOf, shifted, type Surface } from '../marks/surface.ts';
import { classSpans, COLUMN_CLASSES, ROW_CLASSES } from './class-spans.ts';
import { drawBorders, drawDots, matrixImage } from './draw.ts';
import { fittedMatrix } from './geometry.ts';
import type { MatrixPicture } from './picture.ts';

/** Room for the names of the classes, above and beside the cells, in em. */
const ABOVE = 1.5;
const BESIDE = 1.6;

/** A matrix with the names of its classes in a box, at a snapshot. Cells are an image of whole pixels, never smoothed. */
export function drawMatrixPane(
  surface: Surface,
  box: { readonly width: number; readonly height: number },
  picture: MatrixPicture,
  index: number,
): void {
  const { context, palette, em } = surface;
  const ratio = palette.pixelRatio;
  const [left, top] = [BESIDE * em, (picture.lead ? 2 : 1) * ABOVE * em];
  const room = { width: box.width - left, height: box.height - top, em };
  const geometry = fittedMatrix({ order: picture.order, hasLead: picture.lead !== undefined }, room, ratio);
  const image = matrixImage(picture, geometry, index);
  if (!image) return;
  shifted(surface, left, top, () => {
    context.scale(1 / ratio, 1 / ratio);
    context.imageSmoothingEnabled = false;
    context.drawImage(surface.bitmap(image), 0, 0);
    drawBorders(context, geometry, palette);
    drawDots(context, picture, geometry, palette, index);
  });
  context.fillStyle = palette.css('ink-soft');
  context.textAlign = 'center';
  context.font = fontOf(surface);
  const start = left + geometry.start / ratio;
  classSpans(geometry.columns, ratio).forEach((span, k) => {
    if (span.length > 0)
      context.fillText(COLUMN_CLASSES[k]!, start + span.start + span.length / 2, top - 0.4 * em);
  });
  classSpans(geometry.rows, ratio).forEach((span, k) => {
    if (span.length === 0) return;
    context.save();
    context.translate(1.1 * em, top + span.start + span.length / 2);
    context.rotate(-Math.PI / 2);
    context.fillText(ROW_CLASSES[k]!, 0, 0);
    context.restore();
  });
  if (!picture.lead) return;
  context.font = fontOf(surface, 1, 600);
  context.fillText(picture.lead.title, left + geometry.leadWidth / ratio / 2, top - (ABOVE + 0.4) * em);
  context.fillText(picture.lead.rest, start + geometry.columns.length / ratio / 2, top - (ABOVE + 0.4) * em);
}
