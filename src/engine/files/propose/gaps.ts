import type { Cell, Table } from '../table.ts';
import { partOf } from '../words.ts';
import type { Feature } from './features.ts';

/** Where fewer than one in so many labelled rows is complete, columns go. */
const FEW = 5;

/**
 * The columns without which more of a table is kept, where hardly a labelled row is complete: of the columns by
 * their gaps, so many of the fullest stay that complete rows × columns is largest.
 * @param labelOf null where the label of a kept row is missing
 * @returns index → why it is left out; empty where rows are better left out
 */
export function gappyColumns(
  table: Table,
  features: readonly Feature[],
  labelOf: (row: number) => Cell,
): ReadonlyMap<number, string> {
  const complete = Uint8Array.from({ length: table.count }, (_, row) => Number(labelOf(row) !== null));
  const labelled = complete.reduce((sum, each) => sum + each, 0);
  const byIndex = new Map(features.map((feature) => [feature.index, feature]));
  const indices = [...byIndex.keys()];
  const gaps = new Map(indices.map((index) => [index, gapsOf(table, index)]));
  const fullest = indices.sort((a, b) => gaps.get(a)! - gaps.get(b)!);
  let [left, most, columns] = [labelled, 0, 0];
  for (const [k, index] of fullest.entries()) {
    if (gaps.get(index)! > 0) left -= strike(table, byIndex.get(index)!, complete);
    if (left * (k + 1) > most) [most, columns] = [left * (k + 1), k + 1];
  }
  if (FEW * left >= labelled) return new Map();
  return new Map(
    fullest
      .slice(columns)
      .map((index) => [
        index,
        `${partOf(gaps.get(index)!, table.total, 'cell')} missing: more rows are complete without it`,
      ]),
  );
}

/** Cells that are no numbers, of all rows. */
function gapsOf({ columns }: Table, index: number): number {
  const { missing, words, numbers } = columns[index]!.facts;
  return missing + (numbers === 0 ? 0 : words);
}

/** Marks rows in which a column has a gap as incomplete; how many more there are. */
function strike({ columns, count }: Table, { index, valueOf }: Feature, complete: Uint8Array): number {
  const column = columns[index]!;
  let struck = 0;
  for (let row = 0; row < count; row++) {
    if (complete[row] === 0 || !Number.isNaN(valueOf(column.at(row)))) continue;
    complete[row] = 0;
    struck++;
  }
  return struck;
}
