import type { MatrixOrder } from './order.ts';
import { stripAt, stripsOf } from './strips.ts';
import type { Strips } from './strips.ts';

/** The shown column of the lead. */
export const LEAD = -1;

/** Where a picture's strips lie: device pixels, in a canvas of width × height. */
export interface MatrixGeometry {
  readonly rows: Strips;
  /** Of the samples; their pixels are counted from `start`. */
  readonly columns: Strips;
  /** Width of the lead's cells, and where those of the samples begin; 0 without a lead. */
  readonly leadWidth: number;
  readonly start: number;
  /** Pixels between the classes. */
  readonly gap: number;
  readonly width: number;
  readonly height: number;
}

/** A row of strips and a column of strips, LEAD included. */
export interface StripCell {
  readonly row: number;
  readonly column: number;
}

/** A rectangle in device pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
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
  const space = Math.round(gap);
  // The signal is set farther apart than the classes are from each other.
  const start = leadWidth === 0 ? 0 : leadWidth + 4 * space;
  const cells = (all: number, first: number) => ({ all, first });
  const columns = stripsOf(
    cells(order.columns.length, order.positiveColumns),
    room.width - start,
    space,
    largest.width,
  );
  const rows = stripsOf(cells(order.rows.length, order.positiveRows), room.height, space, largest.height);
  return { rows, columns, leadWidth, start, gap: space, width: start + columns.length, height: rows.length };
}

/** Width of the lead in em: that of its title. */
const LEAD_WIDTH = 4.6;
/** A cell's largest sides in em. */
const LARGEST = { width: 9, height: 3 };
/** CSS pixels between the classes. */
const GAP = 3;

/** The geometry of a picture in a box of CSS pixels. @param ratio device pixels a CSS pixel */
export function fittedMatrix(
  { order, hasLead }: { readonly order: MatrixOrder; readonly hasLead: boolean },
  { width, height, em }: { readonly width: number; readonly height: number; readonly em: number },
  ratio: number,
): MatrixGeometry {
  const pixels = (ems: number): number => Math.round(ems * em * ratio);
  return matrixGeometry(
    order,
    { width: width * ratio, height: height * ratio },
    GAP * ratio,
    { width: pixels(LARGEST.width), height: pixels(LARGEST.height) },
    hasLead ? pixels(LEAD_WIDTH) : 0,
  );
}

/** The strips under a point (device pixels), or null beside the picture and between the classes. */
export function cellAt(geometry: MatrixGeometry, x: number, y: number): StripCell | null {
  const { leadWidth, start } = geometry;
  const column = x >= 0 && x < leadWidth ? LEAD : stripAt(geometry.columns, x - start);
  const row = stripAt(geometry.rows, y);
  return row === null || column === null ? null : { row, column };
}

/** Where strips cross; a column of null is the whole row. */
export function boxOf(geometry: MatrixGeometry, row: number, column: number | null): Box {
  const { rows, columns, start, leadWidth, width } = geometry;
  const across =
    column === null
      ? { x: start, width: width - start }
      : column === LEAD
        ? { x: 0, width: leadWidth }
        : { x: start + columns.start[column]!, width: columns.size[column]! };
  return { ...across, y: rows.start[row]!, height: rows.size[row]! };
}
