import type { Cell, Column, Table } from '../../../../src/engine/files/table.ts';

/** A table as a reader gives it, of a header (null: none) and rows. */
export function tableOf(header: readonly string[] | null, rows: readonly (readonly Cell[])[]): Table {
  const width = rows[0]?.length ?? header?.length ?? 0;
  return {
    kind: 'table',
    format: 'csv',
    name: 't.csv',
    columns: Array.from({ length: width }, (_, k) =>
      columnOf(
        header?.[k] ?? null,
        k,
        rows.map((row) => row[k]!),
      ),
    ),
    count: rows.length,
    total: rows.length,
    lineOf: (row) => row + (header === null ? 1 : 2),
    indexOf: (row) => row,
    notes: [],
  };
}

function columnOf(name: string | null, index: number, cells: readonly Cell[]): Column {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const values = new Map<string, number>();
  for (const cell of cells) if (cell !== null) values.set(String(cell), (values.get(String(cell)) ?? 0) + 1);
  return {
    name: name ?? `column ${index + 1}`,
    named: name !== null,
    declared: null,
    facts: {
      numbers: numbers.length,
      words: cells.filter((cell) => typeof cell === 'string').length,
      missing: cells.filter((cell) => cell === null).length,
      whole: numbers.every(Number.isInteger),
      least: numbers.length === 0 ? NaN : Math.min(...numbers),
      most: numbers.length === 0 ? NaN : Math.max(...numbers),
      running:
        cells.length > 1 &&
        cells.every((cell, k) => typeof cell === 'number' && (k === 0 || cell === Number(cells[k - 1]) + 1)),
      values,
    },
    at: (row) => cells[row]!,
  };
}
