import type { HoverCell } from '../../state/player.ts';
import { neuronsName, samplesName } from '../data/neurons.ts';
import { LEAD } from './geometry.ts';
import type { MatrixGeometry, StripCell } from './geometry.ts';
import type { MatrixOrder } from './order.ts';
import type { MatrixPicture } from './picture.ts';
import { shared, stripOf } from './strips.ts';
import type { Strips } from './strips.ts';

/** Strips that are read out; a column of null is the whole row. */
export interface ReadCell {
  readonly row: number;
  readonly column: number | null;
}

/** What a cell holds, and of whom: "ρ = 0.12" of "neuron +17, sample 4 (y = +1)". */
export interface Reading {
  readonly value: string;
  readonly names: string;
}

/** Where the neuron and the sample under the pointer are shown in this picture; null when they are not. */
export function shownCell(
  { facts, order, lead }: MatrixPicture,
  { rows, columns }: MatrixGeometry,
  hovered: HoverCell | null,
): ReadCell | null {
  if (!hovered) return null;
  const shownRow = order.rows.indexOf(facts.shape.rows.indexOf(hovered.row));
  if (shownRow < 0) return null;
  const row = stripOf(rows, shownRow);
  if (typeof hovered.column !== 'number')
    return { row, column: lead && hovered.column === 'signal' ? LEAD : null };
  const shownColumn = order.columns.indexOf(facts.shape.columns.indexOf(hovered.column));
  return shownColumn < 0 ? null : { row, column: stripOf(columns, shownColumn) };
}

/** The neuron and the sample that stand for strips on the whole page: the first of each. */
export function hoverOf(
  { facts, order }: MatrixPicture,
  { rows, columns }: MatrixGeometry,
  { row, column }: StripCell,
): HoverCell {
  const { shape } = facts;
  return {
    row: shape.rows[order.rows[rows.first[row]!]!]!,
    column: column === LEAD ? 'signal' : shape.columns[order.columns[columns.first[column]!]!]!,
  };
}

const within = (strips: Strips, strip: number, shown: Int32Array): number[] =>
  Array.from(shown.subarray(strips.first[strip], strips.first[strip + 1]));

/** The reading of strips at a snapshot: of one cell, or the mean of those that share a pixel. */
export function readingOf(
  picture: MatrixPicture,
  geometry: MatrixGeometry,
  index: number,
  { row, column }: ReadCell,
): Reading {
  const { facts, order, lead } = picture;
  const rows = within(geometry.rows, row, order.rows);
  const neurons = neuronsName(
    rows.map((r) => facts.shape.rows[r]!).sort((a, b) => a - b),
    facts.neurons,
  );
  const ofSignal = lead ? lead.read(index, rows) : '';
  if (column === null || column === LEAD) return { value: ofSignal, names: neurons };
  const columns = within(geometry.columns, column, order.columns);
  const samples = samplesName(
    columns.map((c) => facts.shape.columns[c]!),
    facts.labels,
  );
  const entries = rows.flatMap((r) => columns.map((c) => r * order.stride + c));
  const value = picture.read(index, entries);
  return { value: ofSignal ? `${value}; ${ofSignal}` : value, names: `${neurons}, ${samples}` };
}

/** "A row of pixels is the mean of 2 to 3 neurons.", where cells share pixels; '' where none do. */
export function sharedNote(order: MatrixOrder, { rows, columns }: MatrixGeometry): string {
  const note = (strips: Strips, cells: number, line: string, what: string): string[] => {
    if (strips.count >= cells) return [];
    const { least, most } = shared(strips);
    const range = least === most ? String(most) : `${least} to ${most}`;
    return [`a ${line} of pixels is the mean of ${range} ${what}`];
  };
  return [
    ...note(rows, order.rows.length, 'row', 'neurons'),
    ...note(columns, order.columns.length, 'column', 'samples'),
  ].join('; ');
}

/** Rows that Page Up and Page Down go. */
const PAGE = 10;

/**
 * The cell that a key leads to: arrows step, Home and End go to the ends of the row, Page Up and Page Down ten rows.
 * Without a cell it begins at the first one.
 * @returns null for a key that does not move
 */
export function cellByKey(
  key: string,
  from: ReadCell | null,
  { rows, columns, leadWidth }: MatrixGeometry,
): StripCell | null {
  const first = leadWidth > 0 ? LEAD : 0;
  const last = columns.count - 1;
  const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-PAGE, 0],
    PageDown: [PAGE, 0],
    Home: [0, -Infinity],
    End: [0, Infinity],
  };
  const step = steps[key];
  if (!step || rows.count === 0 || columns.count === 0) return null;
  if (!from) return { row: 0, column: key === 'End' ? last : first };
  const clamped = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
  return {
    row: clamped(from.row + step[0], 0, rows.count - 1),
    column: clamped((from.column ?? first) + step[1], first, last),
  };
}
