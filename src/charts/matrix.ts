import type { RunFacts } from '../core/outcome.ts';
import type { Snapshot } from '../core/observe/recorder.ts';
import type { CellOrder } from './marks/heatmap.ts';

/** Rows by class of the neuron, positive on top; columns by label, y = +1 first. */
export interface MatrixOrder extends CellOrder {
  readonly positiveRows: number;
  readonly positiveColumns: number;
  /** Columns of a stored matrix. */
  readonly stride: number;
}

const orders = new WeakMap<RunFacts, MatrixOrder>();

/** The order of a run's pictures: the same object each time, so that sizes follow it, not every frame. */
export function matrixOrder(facts: RunFacts): MatrixOrder {
  const known = orders.get(facts) ?? orderOf(facts);
  orders.set(facts, known);
  return known;
}

function orderOf({ neurons, labels, shape }: RunFacts): MatrixOrder {
  const m = neurons / 2;
  const columns = Array.from(shape.columns, (_, k) => k);
  const isPositive = (k: number): boolean => labels[shape.columns[k]!]! > 0;
  const positive = columns.filter(isPositive);
  return {
    // Stored rows ascend and the positive neurons are the rows 0..m−1, so they are sorted already.
    rows: Int32Array.from(shape.rows, (_, k) => k),
    columns: Int32Array.from([...positive, ...columns.filter((k) => !isPositive(k))]),
    positiveRows: shape.rows.reduce((count, r) => count + (r < m ? 1 : 0), 0),
    positiveColumns: positive.length,
    stride: shape.columns.length,
  };
}

/** A column of its own before those of the samples: what neurons have of the signal that all samples share. */
export interface MatrixLead {
  /** Above the column, and above the samples: "signal γ" and "noise ρ". */
  readonly title: string;
  readonly rest: string;
  /** Fills one pixel for each row, in shown order. */
  paint(pixels: Uint32Array, index: number): void;
  /** Reading of a stored row's entry. */
  read(index: number, row: number): string;
}

/** What one kind of matrix picture is: how it is painted, read and explained. */
export interface MatrixPicture {
  readonly facts: RunFacts;
  readonly order: MatrixOrder;
  readonly snapshots: readonly Snapshot[];
  /** Fills rows×columns pixels in shown order. */
  paint(pixels: Uint32Array, index: number): void;
  /** Positions of cells to be marked with a glyph, as flippedCells counts them. */
  marked(index: number): readonly number[];
  /** Reading of the entry at a stored row and column. */
  read(index: number, entry: number): string;
  /** A sentence on the snapshot shown. */
  note(index: number): string;
  /** None when absent. */
  readonly lead?: MatrixLead;
}

/** The shown column of the lead. */
export const LEAD = -1;

/** Where the cells lie: device pixels, in a canvas of width × height; the classes are `gap` apart. */
export interface MatrixGeometry {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly gap: number;
  readonly width: number;
  readonly height: number;
  /** Width of the lead's cells, and where those of the samples begin; 0 without a lead. */
  readonly leadWidth: number;
  readonly start: number;
}

/**
 * Cells fill the room, but for those of one to two device pixels, which get one: rows that are now one pixel tall, now
 * two, would look like a pattern of the data.
 * @param room device pixels there are
 * @param largest a cell's largest sides, device pixels
 * @param leadWidth of the lead's cells; 0 without a lead
 */
export function matrixGeometry(
  order: MatrixOrder,
  room: { readonly width: number; readonly height: number },
  gap: number,
  largest: { readonly width: number; readonly height: number },
  leadWidth = 0,
): MatrixGeometry {
  // The signal is set farther apart than the classes are from each other.
  const start = leadWidth === 0 ? 0 : leadWidth + 4 * gap;
  const side = (length: number, cells: number, most: number): number => {
    const exact = Math.max(1, length - gap) / Math.max(1, cells);
    return Math.min(most, exact >= 1 && exact < 2 ? 1 : exact);
  };
  const cellWidth = side(room.width - start, order.columns.length, largest.width);
  const cellHeight = side(room.height, order.rows.length, largest.height);
  return {
    cellWidth,
    cellHeight,
    gap,
    width: start + cellWidth * order.columns.length + gap,
    height: cellHeight * order.rows.length + gap,
    leadWidth,
    start,
  };
}

/** A part of the matrix that has one class of neurons and one label of samples, in cells and in device pixels. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly x: number;
  readonly y: number;
}

export function blocks(order: MatrixOrder, geometry: MatrixGeometry): Block[] {
  const { positiveRows, positiveColumns } = order;
  const vertical = [
    [0, positiveRows],
    [positiveRows, order.rows.length],
  ] as const;
  const horizontal = [
    [0, positiveColumns],
    [positiveColumns, order.columns.length],
  ] as const;
  return vertical
    .flatMap(([row, rowEnd]) =>
      horizontal.map(([column, columnEnd]) => ({
        row,
        column,
        rows: rowEnd - row,
        columns: columnEnd - column,
        ...cellOrigin(order, geometry, row, column),
      })),
    )
    .filter((block) => block.rows > 0 && block.columns > 0);
}

/** Top left corner of a shown cell, those of the lead included, device pixels. */
export function cellOrigin(
  order: MatrixOrder,
  { cellWidth, cellHeight, gap, start }: MatrixGeometry,
  row: number,
  column: number,
): { x: number; y: number } {
  return {
    x: column === LEAD ? 0 : start + column * cellWidth + (column >= order.positiveColumns ? gap : 0),
    y: row * cellHeight + (row >= order.positiveRows ? gap : 0),
  };
}

/** The shown cell under a point (device pixels), LEAD included, or null beside the matrix and between the classes. */
export function cellAt(
  order: MatrixOrder,
  geometry: MatrixGeometry,
  x: number,
  y: number,
): { row: number; column: number } | null {
  const column =
    x >= 0 && x < geometry.leadWidth
      ? LEAD
      : along(
          x - geometry.start,
          geometry.cellWidth,
          order.positiveColumns,
          order.columns.length,
          geometry.gap,
        );
  const row = along(y, geometry.cellHeight, order.positiveRows, order.rows.length, geometry.gap);
  return row === null || column === null ? null : { row, column };
}

function along(pixel: number, side: number, first: number, count: number, gap: number): number | null {
  const split = first * side;
  if (pixel < 0 || (pixel >= split && pixel < split + gap)) return null;
  const cell = Math.floor((pixel < split ? pixel : pixel - gap) / side);
  return cell < count ? cell : null;
}

/** "neuron +17" and "sample 4 (y = −1)": counted from 1 in each class, as the papers do (r = 1..m, i = 1..n). */
export function neuronName(row: number, neurons: number): string {
  const m = neurons / 2;
  return row < m ? `neuron +${row + 1}` : `neuron −${row - m + 1}`;
}

export const sampleName = (column: number, labels: Float64Array): string =>
  `sample ${column + 1} (y = ${labels[column]! > 0 ? '+1' : '−1'})`;

/** Index of the snapshot at or before epoch t; −1 if there is none. */
export function snapshotAt(snapshots: readonly Snapshot[], t: number): number {
  let low = 0;
  let high = snapshots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (snapshots[middle]!.epoch <= t) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, Math.min(0, snapshots.length - 1));
}

/** The last snapshot up to index that has a spectrum; −1 if there is none. */
export function spectrumAt(snapshots: readonly Snapshot[], index: number): number {
  for (let k = index; k >= 0; k--) if (snapshots[k]!.singularValues.length > 0) return k;
  return -1;
}

/** "256 of 10,000 neurons" needs saying only when some are not shown. */
export function shownPart(facts: RunFacts): { rows: string | null; columns: string | null } {
  const { shape, neurons, n } = facts;
  const part = (shown: number, all: number, what: string): string | null =>
    shown < all ? `showing ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} ${what}` : null;
  return {
    rows: part(shape.rows.length, neurons, 'neurons'),
    columns: part(shape.columns.length, n, 'samples'),
  };
}
