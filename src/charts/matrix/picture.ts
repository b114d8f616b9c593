import type { RunFacts } from '../../core/outcome.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';
import type { MatrixGeometry } from './geometry.ts';
import type { MatrixOrder } from './order.ts';
import type { Strips } from './strips.ts';

/** A column of its own before those of the samples: what neurons have of the signal that all samples share. */
export interface MatrixLead {
  /** Above the column, and above the samples: "signal" and "noise". */
  readonly title: string;
  readonly rest: string;
  /** Fills one pixel for each strip of rows. */
  paint(pixels: Uint32Array, index: number, rows: Strips): void;
  /** Reading of stored rows' entries, one or the mean of several. */
  read(index: number, rows: readonly number[]): string;
}

/** What one kind of matrix picture is: how it is painted, read and explained. */
export interface MatrixPicture {
  readonly facts: RunFacts;
  readonly order: MatrixOrder;
  readonly snapshots: readonly Snapshot[];
  /** Fills rows.count×columns.count pixels, row-major. */
  paint(pixels: Uint32Array, index: number, rows: Strips, columns: Strips): void;
  /** Draws over the cells, once each has its pixels. */
  over?(image: Uint32Array, index: number, geometry: MatrixGeometry): void;
  /** Positions of cells to be marked with a glyph, as flippedCells counts them. */
  marked(index: number): readonly number[];
  /** Reading of stored entries (row·stride + column): one, or the mean of those that share a pixel. */
  read(index: number, entries: readonly number[]): string;
  /** A sentence on the snapshot shown. */
  note(index: number): string;
  /** None when absent. */
  readonly lead?: MatrixLead;
}

/** The mean of some entries of a matrix; of one, itself. */
export const meanOf = (matrix: ArrayLike<number>, entries: readonly number[]): number =>
  entries.reduce((sum, entry) => sum + matrix[entry]!, 0) / entries.length;
