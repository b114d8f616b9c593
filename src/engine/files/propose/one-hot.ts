import type { Column, Table } from '../table.ts';

/** Rows of which fewer may be complementary by chance. */
const ENOUGH_ROWS = 8;

/**
 * The columns that are, together with the label's, one label in several columns: columns of 0 and 1 side by side of which
 * one in each row is 1. They tell the label. Three at least, or two whose names begin alike; empty where there are none.
 */
export function otherIndicators(table: Table, label: number): readonly number[] {
  const { columns, count } = table;
  if (count < ENOUGH_ROWS || !isIndicator(columns[label]!)) return [];
  const ones = Uint8Array.from({ length: count }, (_, row) => Number(columns[label]!.at(row)));
  const group = [label];
  for (const step of [1, -1]) {
    for (let index = label + step; index >= 0 && index < columns.length; index += step) {
      if (!isIndicator(columns[index]!) || !together(columns[label]!, columns[index]!)) break;
      if (!disjoint(columns[index]!, ones)) break;
      for (let row = 0; row < count; row++) ones[row]! += Number(columns[index]!.at(row));
      group.push(index);
    }
  }
  const stems = group.length === 2 && stemOf(columns[label]!) === null;
  return ones.every((one) => one === 1) && !stems ? group.slice(1) : [];
}

const isIndicator = ({ facts }: Column): boolean =>
  facts.words === 0 && facts.missing === 0 && facts.whole && facts.least === 0 && facts.most === 1;

const disjoint = (column: Column, ones: Uint8Array): boolean =>
  ones.every((one, row) => one + Number(column.at(row)) <= 1);

/** Columns without names go together, and those whose names begin alike. */
const together = (a: Column, b: Column): boolean =>
  (!a.named && !b.named) || (a.named && b.named && stemOf(a) !== null && stemOf(a) === stemOf(b));

/** What stands before the last _, ., =, : or space of a name: "class" of class_cat. */
function stemOf({ name, named }: Column): string | null {
  return named ? (/^(.+?)[_.=:\s-][^_.=:\s-]+$/.exec(name)?.[1]?.toLowerCase() ?? null) : null;
}
