import type { Column, Table } from '../table.ts';
import { grouped, quoted } from '../words.ts';
import { arePixels, distinctOf, filledOf, kindOf } from './kind.ts';
import { isClassName, nameRank } from './names.ts';

/** The column that is taken for the label; null: none looks like one. */
export interface LabelFound {
  readonly index: number | null;
  /** A sentence. */
  readonly why: string;
}

/** Labels that are letters and digits have at most so many different values. */
const MOST_SIGNS = 62;
/** Rows of a small file: too few for a tenth of them to be said anything of. */
const SMALL = 20;

/**
 * Which column is the label: only one with few different values, words or whole numbers; of these one that is called so;
 * else the last or the first, words before numbers and fewer values before more; else the one with fewest.
 */
export function findLabel({ columns }: Table): LabelFound {
  const possible = columns.flatMap((column, index) => (isCandidate(column) ? [index] : []));
  const full = possible.filter((index) => !isMostlyEmpty(columns[index]!));
  const candidates = full.length > 0 ? full : possible;
  const of = (index: number): string => `${quoted(columns[index]!.name)} is the label`;
  const values = (index: number): string => different(distinctOf(columns[index]!));

  const declared = columns.findIndex((column) => column.declared === 'label');
  if (declared >= 0) {
    if (mayBeClasses(columns[declared]!)) {
      return { index: declared, why: `${of(declared)}: the file says so; it has ${values(declared)}.` };
    }
    const why =
      `The file says that ${quoted(columns[declared]!.name)} is the label, but its numbers run on ` +
      `(${values(declared)}): choose another column, or make two groups of them in the file.`;
    return { index: null, why };
  }
  const named = best(
    // Between other columns y is a coordinate.
    columns.flatMap((column, index) =>
      isNamedSo(column) && (column.name.toLowerCase() !== 'y' || index === 0 || index === columns.length - 1)
        ? [index]
        : [],
    ),
    (index) => nameRank(columns[index]!.name),
  );
  if (named !== null) return { index: named, why: `${of(named)}: it is called so and has ${values(named)}.` };
  const ends = [columns.length - 1, 0].filter((index, k, all) => all.indexOf(index) === k);
  const pixels = pixelLabel(columns, [...ends].reverse());
  if (pixels !== null) {
    return { index: pixels, why: `${of(pixels)}: beside columns of pixels it has small whole numbers.` };
  }
  const atEnd =
    best(
      ends.filter((index) => candidates.includes(index) || isNumbered(columns[index]!)),
      (index) => (kindOf(columns[index]!) === 'words' ? 0 : 1e6) + distinctOf(columns[index]!),
    ) ?? (candidates.length === 0 ? lastResort(columns, ends) : null);
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
function isCandidate(column: Column): boolean {
  const distinct = distinctOf(column);
  return isDiscrete(column) && distinct >= 2 && distinct <= mostClasses(filledOf(column));
}

const isMostlyEmpty = (column: Column): boolean => column.facts.missing > filledOf(column);

const different = (values: number): string =>
  values === 1 ? 'one value only' : `${grouped(values)} different values`;

const isDiscrete = ({ facts: { numbers, whole } }: Column): boolean => numbers === 0 || whole;

/** A column that is called so may have fewer rows for each value: in a small file all but one, or one. */
function isNamedSo(column: Column): boolean {
  if (!column.named || nameRank(column.name) === Infinity || !isDiscrete(column)) return false;
  const rows = filledOf(column);
  // Of names that the file itself lists, many are meant.
  if (column.declared === 'nominal' && rows > SMALL) return mayBeClasses(column);
  const few = rows > SMALL ? mostClasses(rows) : isClassName(column.name) ? rows : Math.max(2, rows - 1);
  return rows > 0 && distinctOf(column) <= few;
}

/** Whether the file may mean it where it says that these are classes: in a large one at least two rows for each. */
function mayBeClasses(column: Column): boolean {
  const rows = filledOf(column);
  return isDiscrete(column) && distinctOf(column) <= (rows > SMALL ? Math.floor(rows / 2) : rows);
}

/** Of a small file: classes are numbered from 0 or 1 without a gap. */
function isNumbered(column: Column): boolean {
  const { numbers, words, whole, least, most } = column.facts;
  const distinct = distinctOf(column);
  if (isMostlyEmpty(column) || words > 0 || !whole || numbers > SMALL || distinct < 2 || distinct >= numbers)
    return false;
  return (least === 0 || least === 1) && most - least + 1 === distinct;
}

/** Of a small file in which each row has a label of its own: words at an end, or the last column numbered. */
function lastResort(columns: readonly Column[], ends: readonly number[]): number | null {
  const possible = ends.filter((index) => {
    const { words, whole, least, running } = columns[index]!.facts;
    if (filledOf(columns[index]!) > SMALL || distinctOf(columns[index]!) < 2) return false;
    return words > 0 || (index > 0 && whole && running && (least === 0 || least === 1));
  });
  return possible[0] ?? null;
}

/** A tenth of the rows; of a small file, where a tenth is none, a half. */
const mostClasses = (rows: number): number =>
  Math.max(2, Math.floor(rows / 10), Math.min(SMALL, Math.floor(rows / 2)));

/** Of a table of pixels, the end column whose values are small and spread most evenly: corners of pictures are mostly 0. */
function pixelLabel(columns: readonly Column[], ends: readonly number[]): number | null {
  const possible = ends.filter((end) => {
    const { whole, words, least, most, values } = columns[end]!.facts;
    const rows = filledOf(columns[end]!);
    if (!arePixels(columns.filter((_, index) => index !== end))) return false;
    const few = values !== null && values.size >= 2 && (values.size < rows || most < 10);
    return whole && words === 0 && least >= 0 && most < MOST_SIGNS && few;
  });
  return best(possible, (end) => {
    const counts = [...columns[end]!.facts.values!.values()];
    return Math.max(...counts) / filledOf(columns[end]!);
  });
}
