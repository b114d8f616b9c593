import { MAX_CLASSES, MAX_DIM } from '../limits.ts';
import type { Choice, LeftOut } from '../proposal.ts';
import type { Cell, Column, Table } from '../table.ts';
import { FileProblem } from '../problem.ts';
import { grouped, nameOf, quoted } from '../words.ts';
import { likeNumber } from '../read/csv/cell.ts';
import { arePicture, distinctOf, filledOf, isNumber, kindOf, labelKey } from './kind.ts';
import { isIdentifierName } from './names.ts';
import { otherIndicators } from './one-hot.ts';

/** What becomes an entry of x: a column of numbers, or whether a column has a certain word. */
export interface Feature {
  readonly name: string;
  /** The column it is made from. */
  readonly index: number;
  /** The entry for a cell; NaN where it is missing or no number. */
  readonly valueOf: (cell: Cell) => number;
}

export interface FeaturesFound {
  readonly features: readonly Feature[];
  /** The columns of numbers among them. */
  readonly columns: readonly Column[];
  readonly leftOut: readonly LeftOut[];
  /** Columns that tell the label; the first proposals had them, and their links have them still. */
  readonly keptBefore: readonly number[];
  readonly notes: readonly string[];
}

/** An index is by its name, or because it runs on for so many rows of a column with a name. */
const RUNNING_ROWS = 8;
/** Indicator columns are proposed of columns with at most so many words. */
const FEW_WORDS = 50;

/**
 * Which columns become x, and why the others do not.
 * @param without further columns that are left out, each with its reason
 * @throws FileProblem where a choice cannot be followed
 */
export function findFeatures(
  table: Table,
  label: number | null,
  choice: Choice,
  without: ReadonlyMap<number, string> = new Map(),
): FeaturesFound {
  const others = table.columns.map((_, index) => index).filter((index) => index !== label);
  const reasons = new Map<number, string>();
  for (const index of others) {
    const why = whyLeftOut(table.columns[index]!, index);
    if (why !== null) reasons.set(index, why);
  }
  // A format that writes no zeros has as many columns as its largest index says.
  if (table.format !== 'libsvm' && !isPicture(table, others, reasons)) {
    for (const index of others) {
      const why = reasons.has(index) ? null : whyConstant(table.columns[index]!);
      if (why !== null) reasons.set(index, why);
    }
  }
  const keptBefore = tellTales(table, label, others, reasons);
  for (const [index, why] of without) reasons.set(index, why);
  const notes = keepSome(table, others, reasons);
  const indicators = new Set(choice.indicators ?? proposedIndicators(table, others, reasons));
  for (const index of choice.exclude ?? []) reasons.set(index, 'put aside by you');
  for (const index of [...(choice.include ?? []), ...indicators]) reasons.delete(index);

  const features: Feature[] = [];
  const leftOut: LeftOut[] = [];
  const columns: Column[] = [];
  for (const index of others) {
    const column = table.columns[index]!;
    const why = reasons.get(index);
    if (why !== undefined) leftOut.push({ column: column.name, why });
    else if (indicators.has(index) || kindOf(column) === 'words')
      features.push(...indicatorsOf(table, index));
    else {
      features.push(numberFeature(table, index));
      columns.push(column);
    }
    if (features.length > MAX_DIM) {
      throw new FileProblem(
        `${nameOf(table)} would have more than ${grouped(MAX_DIM)} numbers a row; leave columns out`,
        'too-many-columns',
      );
    }
  }
  const worded = new Set(features.flatMap(({ index }) => (indicators.has(index) ? [index] : [])));
  if (choice.indicators === undefined && worded.size > 0) {
    notes.push(
      'There are no columns of numbers: columns of words became indicator columns, one for each word.',
    );
  }
  return { features, columns, leftOut, keptBefore, notes };
}

/** Whether the numbers left are a picture's: then all stay, also pixels that are always 0. */
const isPicture = (table: Table, others: readonly number[], reasons: ReadonlyMap<number, string>): boolean =>
  arePicture(others.filter((index) => !reasons.has(index)).map((index) => table.columns[index]!));

function whyLeftOut(column: Column, index: number): string | null {
  const kind = kindOf(column);
  const { missing, running, numbers, whole, least, most } = column.facts;
  const filled = filledOf(column);
  if (kind === 'nothing') return 'nothing stands in it';
  if (kind === 'words') return whyWords(column);
  if (missing > filled) {
    return `mostly empty: ${grouped(missing)} of ${grouped(missing + filled)} cells are missing`;
  }
  if (column.named && isIdentifierName(column.name) && whole) {
    return running ? 'a running number of the rows' : 'an identifier, by its name';
  }
  if (running && numbers >= (column.named ? RUNNING_ROWS : 3)) return 'a running number of the rows';
  // As files without a header have it: large whole numbers in front, hardly one of them twice.
  const many = distinctOf(column) >= 0.9 * filled;
  if (!column.named && index === 0 && whole && least >= 0 && most >= 10_000 && filled > 2 && many) {
    return 'an identifier: every row another';
  }
  return null;
}

/** Dates and times of day as they are usually written. */
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?=\d{1,2}:))[T ]?(?:\d{1,2}:\d{2}.*)?$/;

function whyWords(column: Column): string {
  const words = [...(column.facts.values?.keys() ?? [])];
  if (words.length > 0 && words.every((word) => DATE.test(word))) return 'dates or times';
  const number = words.find((word) => !isNumber(word));
  if (number !== undefined && words.every((word) => isNumber(word) || likeNumber(word)))
    return `numbers that are not read as they are written: ${quoted(number)}`;
  const every = filledOf(column) > 2 && distinctOf(column) === filledOf(column);
  return every ? 'an identifier: every row another' : 'words';
}

/** Leaves out the columns that tell the label, where others are left; which they are. */
function tellTales(
  table: Table,
  label: number | null,
  others: readonly number[],
  reasons: Map<number, string>,
): readonly number[] {
  if (label === null) return [];
  const found = otherIndicators(table, label);
  if (others.every((index) => reasons.has(index) || found.includes(index))) return [];
  const name = quoted(table.columns[label]!.name);
  for (const index of found) reasons.set(index, `tells the label: of it and ${name} one is 1 in each row`);
  return found;
}

function whyConstant({ facts: { missing, values } }: Column): string | null {
  return missing === 0 && values?.size === 1 ? `always ${[...values.keys()][0]}` : null;
}

/** A table whose only numbers were taken for a number of the rows keeps them. */
function keepSome(table: Table, others: readonly number[], reasons: Map<number, string>): string[] {
  if (others.some((index) => !reasons.has(index))) return [];
  const index = others.find((each) => reasons.get(each) === 'a running number of the rows');
  if (index === undefined) return [];
  reasons.delete(index);
  return [
    `${quoted(table.columns[index]!.name)} looks like a running number, but there is no other column: kept.`,
  ];
}

function proposedIndicators(
  { columns }: Table,
  others: readonly number[],
  reasons: ReadonlyMap<number, string>,
): readonly number[] {
  if (others.some((index) => !reasons.has(index))) return [];
  return others.filter(
    (index) =>
      reasons.get(index) === 'words' &&
      distinctOf(columns[index]!) <= FEW_WORDS &&
      distinctOf(columns[index]!) > 1,
  );
}

function numberFeature({ columns }: Table, index: number): Feature {
  return {
    name: columns[index]!.name,
    index,
    valueOf: (cell) => (typeof cell === 'number' ? cell : NaN),
  };
}

/** One a word, in ascending order of code units. */
function indicatorsOf(table: Table, index: number): readonly Feature[] {
  const { name, facts } = table.columns[index]!;
  if (facts.values === null || facts.values.size > MAX_CLASSES) {
    throw new FileProblem(
      `${nameOf(table)}, column ${name} has more than ${grouped(MAX_CLASSES)} different words: too many for indicator columns`,
      'too-many-words',
    );
  }
  return [...facts.values.keys()].sort(byCodeUnits).map((word) => ({
    name: `${name} = ${word}`,
    index,
    valueOf: (cell) => (cell === null ? NaN : Number(labelKey(cell) === word)),
  }));
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
