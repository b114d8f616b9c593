import { describe, expect, it } from 'vitest';
import { maxDistinct } from '../../../../src/engine/files/columns/facts.ts';
import { TableBuilder } from '../../../../src/engine/files/columns/builder.ts';
import type { ColumnHead } from '../../../../src/engine/files/columns/builder.ts';
import type { Cell, Table } from '../../../../src/engine/files/table.ts';

const head = (name: string): ColumnHead => ({ name, named: true, declared: null });

function tableOf(columns: readonly string[], rows: Iterable<ArrayLike<Cell>>): Table {
  const builder = new TableBuilder('csv', 't.csv', columns.map(head));
  let line = 1;
  for (const row of rows) builder.add(row, ++line);
  return builder.finish([]);
}
const cells = (table: Table, column: number): Cell[] =>
  Array.from({ length: table.count }, (_, row) => table.columns[column]!.at(row));

describe('TableBuilder', () => {
  it('gives back every cell, whatever came before it in its column', () => {
    const column = [3, 255, 'a', null, 256, -1.5, 'b', 'a', 0, 1e-9, NaN];
    const table = tableOf(
      ['x'],
      column.map((cell) => [cell]),
    );
    expect(cells(table, 0)).toEqual([3, 255, 'a', null, 256, -1.5, 'b', 'a', 0, 1e-9, null]);
    expect(table.lineOf(2)).toBe(4);
    expect(table.indexOf(2)).toBe(2);
  });

  it('counts numbers, words and missing cells, and the different values in order of first sight', () => {
    const { facts } = tableOf(['x'], [[4], ['no'], [null], [4], [700], ['no']]).columns[0]!;
    expect(facts).toMatchObject({
      numbers: 3,
      words: 2,
      missing: 1,
      whole: true,
      least: 4,
      most: 700,
      running: false,
    });
    expect([...facts.values!]).toEqual([
      ['4', 2],
      ['no', 2],
      ['700', 1],
    ]);
  });

  it('keeps words apart when there are more than a byte of them', () => {
    const words = Array.from({ length: 70_000 }, (_, k) => `w${k}`);
    const table = tableOf(
      ['x'],
      words.map((word) => [word]),
    );
    expect(cells(table, 0)).toEqual(words);
  });

  it('tells a running number from others', () => {
    const rows = [
      [7, 1],
      [8, 1],
      [9, 2],
    ];
    expect(tableOf(['id', 'x'], rows).columns.map(({ facts }) => facts.running)).toEqual([true, false]);
  });

  it('stops counting different values at the limit, and goes on with everything else', () => {
    const limit = maxDistinct(20_000);
    const names = Array.from({ length: 20_000 }, (_, k) => `c${k}`);
    const rows = Array.from({ length: limit + 1 }, (_, k) => new Float64Array(20_000).fill(k));
    const { facts } = tableOf(names, rows).columns[19_999]!;
    expect(facts.values).toBeNull();
    expect(facts).toMatchObject({ numbers: limit + 1, most: limit });
  });

  it('keeps a sample in the order of the file once the table is too large, and says so', () => {
    const memory = 100_000;
    const builder = new TableBuilder('csv', 't.csv', ['a', 'b', 'c'].map(head), memory);
    for (let k = 0; k < 20_000; k++) builder.add([k + 0.5, k + 0.5, k + 0.5], k + 2);
    const table = builder.finish([]);
    expect(table.total).toBe(20_000);
    // 16 bytes a number and 16 a row.
    expect(table.count).toBeLessThanOrEqual(memory / 64);
    expect(table.count).toBeGreaterThan(memory / 64 / 3);
    const kept = cells(table, 0) as number[];
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(kept.map((x) => x - 0.5)).toEqual(kept.map((_, row) => table.indexOf(row)));
    expect(cells(table, 2)).toEqual(kept);
    expect(table.columns[1]!.facts.numbers).toBe(20_000);
    expect(table.notes.join()).toContain('of 20,000 rows are kept');
  });

  it('says where a number is too large', () => {
    expect(() => tableOf(['x'], [[1], [1e200]])).toThrow(
      't.csv, row 3, column "x": 1e+200 is beyond ±1e+100',
    );
    expect(() => tableOf(['x'], [[-Infinity]])).toThrow('beyond');
  });

  it('says when there are too many columns', () => {
    expect(() => tableOf(Array.from({ length: 30_000 }, String), [])).toThrow(
      'has 30,000 columns; at most 20,001',
    );
  });
});
