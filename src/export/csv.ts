import Papa from 'papaparse';
import type { Value } from '../settings/words.ts';
import type { Column, RowsOfRun } from './columns.ts';

/** What a spreadsheet would take for a formula: names come from links. A number is none, nor is −0. */
export const CSV_FORMULA = /^(?!-0$)[=+\-@\t\r]/;

type Cell = Value | null;

/** Lines of RFC 4180, each with its line feed; numbers in the fewest digits that read back as the same double. */
const lines = (rows: readonly (readonly Cell[])[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(rows as Cell[][], { newline: '\n', escapeFormulae: CSV_FORMULA })}\n`;

/** The first line of a study's table. */
export const csvHead = (columns: readonly Pick<Column, 'name'>[]): string =>
  lines([columns.map(({ name }) => name)]);

/** The lines of a run: one a recorded epoch. An empty cell is what was not measured, or has no name. */
export function csvRows<Run extends RowsOfRun>(columns: readonly Column<Run>[], run: Run): string {
  const cells = columns.map((column) => column.of(run));
  const rows = Array.from(run.epochs, (_, k) =>
    cells.map((cell, c) => {
      const value = cell instanceof Float64Array ? cell[k]! : cell;
      return columns[c]!.optional && Number.isNaN(value) ? null : written(value);
    }),
  );
  return lines(rows);
}

/** JavaScript writes −0 as 0, which is another double. */
const written = (cell: Cell): Cell => (Object.is(cell, -0) ? '-0' : cell);
