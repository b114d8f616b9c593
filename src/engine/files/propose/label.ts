import type { Column, Table } from '../table.ts';
import { grouped, quoted } from '../words.ts';
import { arePixels, distinctOf, filledOf, kindOf } from './kind.ts';
import { nameRank } from './names.ts';

/** The column that is taken for the label; null: none looks like one. */
export interface LabelFound {
  readonly index: number | null;
  /** A sentence. */
  readonly why: string;
}

/** Labels that are letters and digits have at most so many different values. */
const MOST_SIGNS = 62;

/**
 * Which column is the label: only one with few different values, words or whole numbers; of these one that is called so;
 * else the last or the first, words before numbers and fewer values before more; else the one with fewest.
 */
export function findLabel({ columns }: Table): LabelFound {
  const candidates = columns.flatMap((column, index) => (isCandidate(column) ? [index] : []));
  const of = (index: number): string => `${quoted(columns[index]!.name)} is the label`;
  const values = (index: number): string => `${grouped(distinctOf(columns[index]!))} different values`;

  const named = best(
    columns.flatMap((column, index) => (isCandidate(column, true) ? [index] : [])),
    (index) => (columns[index]!.named ? nameRank(columns[index]!.name) : Infinity),
  );
  if (named !== null && nameRank(columns[named]!.name) < Infinity && columns[named]!.named) {
    return { index: named, why: `${of(named)}: it is called so and has ${values(named)}.` };
  }
  const ends = [columns.length - 1, 0].filter((index, k, all) => all.indexOf(index) === k);
  const pixels = pixelLabel(columns, [...ends].reverse());
  if (pixels !== null) {
    return { index: pixels, why: `${of(pixels)}: beside columns of pixels it has small whole numbers.` };
  }
  const atEnd = best(
    ends.filter((index) => candidates.includes(index)),
    (index) => (kindOf(columns[index]!) === 'words' ? 0 : 1e6) + distinctOf(columns[index]!),
  );
  if (atEnd !== null) {
    const place = atEnd === 0 ? 'first' : 'last';
    return { index: atEnd, why: `${of(atEnd)}: the ${place} column, with ${values(atEnd)}.` };
  }
  const inner = best([...candidates].reverse(), (index) => distinctOf(columns[index]!));
  if (inner !== null) return { index: inner, why: `${of(inner)}: it has the fewest, ${values(inner)}.` };
  return {
    index: null,
    why:
      'No column looks like a label: none has few different values (words, or whole numbers). ' +
      'Choose the column of labels; numbers that run on have to become two groups in the file first.',
  };
}

/** The first with the least cost; null where there is none. */
function best(indices: readonly number[], cost: (index: number) => number): number | null {
  let found: number | null = null;
  let least = Infinity;
  for (const index of indices) {
    const here = cost(index);
    if (found === null || here < least) {
      found = index;
      least = here;
    }
  }
  return found;
}

/** Words, or whole numbers, with at least two different values and many rows for each. */
function isCandidate(column: Column, named = false): boolean {
  const { numbers, whole } = column.facts;
  const distinct = distinctOf(column);
  return (numbers === 0 || whole) && distinct >= 2 && distinct <= mostClasses(filledOf(column), named);
}

/** A tenth of the rows; of a small file, where a tenth is none, a half (of a column that is called so, all but one). */
export function mostClasses(rows: number, named: boolean): number {
  return Math.max(2, Math.floor(rows / 10), Math.min(20, named ? rows - 1 : Math.floor(rows / 2)));
}

/** Of a table of pixels, the end column whose values are small and spread most evenly: corners of pictures are mostly 0. */
function pixelLabel(columns: readonly Column[], ends: readonly number[]): number | null {
  const possible = ends.filter((end) => {
    const { whole, words, least, most, values } = columns[end]!.facts;
    const rows = filledOf(columns[end]!);
    if (!arePixels(columns.filter((_, index) => index !== end))) return false;
    const few = values !== null && values.size >= 2 && (values.size < rows || rows === 2);
    return whole && words === 0 && least >= 0 && most < MOST_SIGNS && few;
  });
  return best(possible, (end) => {
    const counts = [...columns[end]!.facts.values!.values()];
    return Math.max(...counts) / filledOf(columns[end]!);
  });
}
