import type { MatrixGeometry } from './geometry.ts';

/** Width of a stripe and of what is between two, as a share of the gap between the classes. */
const STRIPE = 2 / 3;

/**
 * Draws slanted stripes over strips of cells: one grid of them for the whole picture, so that they go on from cell to cell and
 * are seen where a cell is a pixel high.
 * @param image pixels of the picture
 * @param stripes rows.count×columns.count: their packed colour; 0 where there are none
 */
export function hatch(
  image: Uint32Array,
  { rows, columns, start, width, gap }: MatrixGeometry,
  stripes: Uint32Array,
): void {
  // A stripe and what is beside it fit into the narrowest cell.
  const narrowest = columns.size.reduce((least, size) => Math.min(least, size), Infinity);
  const stripe = Math.max(1, Math.min(Math.round(STRIPE * gap), narrowest >> 1));
  stripes.forEach((colour, at) => {
    if (colour === 0) return;
    const column = at % columns.count;
    const row = (at - column) / columns.count;
    const left = start + columns.start[column]!;
    const top = rows.start[row]!;
    for (let y = top; y < top + rows.size[row]!; y++) {
      for (let x = left; x < left + columns.size[column]!; x++) {
        if (Math.floor((x + y) / stripe) % 2 === 0) image[y * width + x] = colour;
      }
    }
  });
}
