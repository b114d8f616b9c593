/** Matrices as images: one pixel a cell, enlarged when drawn. Colours are 32-bit ABGR as ImageData stores them. */

/** Which entries of a snapshot's matrix are shown where. */
export interface CellOrder {
  /** Matrix row of each shown row, from the top. */
  readonly rows: Int32Array;
  /** Matrix column of each shown column, from the left. */
  readonly columns: Int32Array;
}

/** The symmetric logarithmic scale's linear part ends at this share of the largest value. */
const LINEAR_SHARE = 0.02;

/**
 * A symmetric scale centred at 0: value ↦ ½ + ½ sign(v) asinh(|v|/c) / asinh(max/c), c = max/50, into [0, 1].
 * Coefficients of the two signs differ by the factor γ (K Lemma 5.7), so a linear scale would hide one of them.
 */
export function symmetricScale(largest: number): {
  unit(value: number): number;
  value(unit: number): number;
} {
  if (!(largest > 0)) return { unit: () => 0.5, value: () => 0 };
  const c = largest * LINEAR_SHARE;
  const top = Math.asinh(1 / LINEAR_SHARE);
  return {
    unit: (v) => Math.max(0, Math.min(1, 0.5 + (0.5 * Math.asinh(v / c)) / top)),
    value: (u) => c * Math.sinh((2 * u - 1) * top),
  };
}

/** The values at which a ramp of `colours` colours goes over to its next one: colours − 1, ascending. */
export const thresholds = (value: (unit: number) => number, colours: number): Float64Array =>
  Float64Array.from({ length: colours - 1 }, (_, k) => value((k + 0.5) / (colours - 1)));

/**
 * Paints a signed matrix with a ramp of colours, one pixel a cell: rows×columns of `order`, row-major.
 * @param steps where the ramp's colours change, as {@link thresholds} gives them: cheaper than asinh for each cell
 */
export function paintSigned(
  pixels: Uint32Array,
  matrix: Float64Array,
  stride: number,
  order: CellOrder,
  steps: Float64Array,
  ramp: Uint32Array,
): void {
  const { rows, columns } = order;
  let at = 0;
  for (const row of rows) {
    for (let c = 0; c < columns.length; c++) {
      const value = matrix[row * stride + columns[c]!]!;
      let low = 0;
      let high = steps.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (steps[middle]! <= value) low = middle + 1;
        else high = middle;
      }
      pixels[at++] = ramp[low]!;
    }
  }
}

/** The colours of the activation picture; rows of the first `split` are positive neurons. */
export interface PatternColours {
  readonly positive: number;
  readonly positiveSilent: number;
  readonly negative: number;
  readonly negativeSilent: number;
}

/** Paints which neuron fires for which sample. */
export function paintPattern(
  pixels: Uint32Array,
  active: Uint8Array,
  stride: number,
  order: CellOrder,
  split: number,
  colours: PatternColours,
): void {
  const { rows, columns } = order;
  let at = 0;
  for (let r = 0; r < rows.length; r++) {
    const on = r < split ? colours.positive : colours.negative;
    const off = r < split ? colours.positiveSilent : colours.negativeSilent;
    const start = rows[r]! * stride;
    for (const column of columns) pixels[at++] = active[start + column] ? on : off;
  }
}

/** Positions (row·columns + column, in shown order) at which two activation patterns differ. */
export function flippedCells(
  before: Uint8Array,
  after: Uint8Array,
  stride: number,
  order: CellOrder,
): number[] {
  const flipped: number[] = [];
  const width = order.columns.length;
  for (let r = 0; r < order.rows.length; r++) {
    const start = order.rows[r]! * stride;
    for (let c = 0; c < width; c++) {
      const cell = start + order.columns[c]!;
      if (before[cell] !== after[cell]) flipped.push(r * width + c);
    }
  }
  return flipped;
}
