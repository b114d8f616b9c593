import type { MatrixOrder } from './order.ts';
import type { Strips } from './strips.ts';

/** Matrices as images: one pixel a cell, then enlarged. Colours are 32-bit ABGR as ImageData stores them. */

/**
 * The mean of the cells that each pair of strips has: rows.count×columns.count, row-major. Values are averaged, never
 * colours; where a strip is one cell, it is that cell's value.
 * @param matrix stored rows×order.stride
 */
export function stripMeans(
  matrix: ArrayLike<number>,
  order: Pick<MatrixOrder, 'rows' | 'columns' | 'stride'>,
  rows: Strips,
  columns: Strips,
): Float64Array {
  const means = new Float64Array(rows.count * columns.count);
  let at = 0;
  for (let r = 0; r < rows.count; r++) {
    const [top, bottom] = [rows.first[r]!, rows.first[r + 1]!];
    for (let c = 0; c < columns.count; c++) {
      const [left, right] = [columns.first[c]!, columns.first[c + 1]!];
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        const start = order.rows[row]! * order.stride;
        for (let column = left; column < right; column++) sum += matrix[start + order.columns[column]!]!;
      }
      means[at++] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}

/**
 * Colours signed values with a ramp.
 * @param steps where the ramp's colours change, as `thresholds` gives them: cheaper than asinh for each cell
 */
export function paintSigned(
  pixels: Uint32Array,
  values: Float64Array,
  steps: Float64Array,
  ramp: Uint32Array,
): void {
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (steps[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    pixels[at] = ramp[low]!;
  }
}

/** The colours of the activation picture for each class of neurons: from silent to firing. */
export interface PatternRamps {
  readonly positive: Uint32Array;
  readonly negative: Uint32Array;
}

/**
 * Colours shares of firing neurons, 0..1; the first `split` values are of positive neurons.
 */
export function paintShares(
  pixels: Uint32Array,
  shares: Float64Array,
  split: number,
  { positive, negative }: PatternRamps,
): void {
  for (let at = 0; at < shares.length; at++) {
    const ramp = at < split ? positive : negative;
    pixels[at] = ramp[Math.round(shares[at]! * (ramp.length - 1))]!;
  }
}

/**
 * Gives each cell the whole pixels of its strips. What is between the classes is left as it is.
 * @param cells rows.count×columns.count colours
 * @param image pixels of the picture, `width` a row
 * @param left where the columns begin
 */
export function enlarge(
  image: Uint32Array,
  width: number,
  cells: Uint32Array,
  rows: Strips,
  columns: Strips,
  left: number,
): void {
  for (let r = 0; r < rows.count; r++) {
    const line = rows.start[r]! * width + left;
    for (let c = 0; c < columns.count; c++) {
      const from = line + columns.start[c]!;
      image.fill(cells[r * columns.count + c]!, from, from + columns.size[c]!);
    }
    for (let y = 1; y < rows.size[r]!; y++) image.copyWithin(line + y * width, line, line + columns.length);
  }
}

/** Positions (row·columns + column, in shown order) at which two activation patterns differ. */
export function flippedCells(
  before: Uint8Array,
  after: Uint8Array,
  order: Pick<MatrixOrder, 'rows' | 'columns' | 'stride'>,
): number[] {
  const flipped: number[] = [];
  const width = order.columns.length;
  for (let r = 0; r < order.rows.length; r++) {
    const start = order.rows[r]! * order.stride;
    for (let c = 0; c < width; c++) {
      const cell = start + order.columns[c]!;
      if (before[cell] !== after[cell]) flipped.push(r * width + c);
    }
  }
  return flipped;
}
