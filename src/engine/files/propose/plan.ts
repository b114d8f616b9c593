import type { Normalisation } from '../../../core/experiment.ts';
import { MAX_CLASSES } from '../limits.ts';
import type { Choice, LeftOut } from '../proposal.ts';
import type { Cell, Images, Table } from '../table.ts';
import { FileProblem } from '../problem.ts';
import { grouped, nameOf, plural, quoted } from '../words.ts';
import { inOrder } from './classes.ts';
import { findFeatures, type Feature } from './features.ts';
import { arePixels, labelKey } from './kind.ts';
import { gappyColumns } from './gaps.ts';
import { findLabel } from './label.ts';
import { materialOf } from './material.ts';
import type { Part } from '../table.ts';

/** How files become data under a choice: what a proposal tells of, and a dataset is built by. */
export interface Plan {
  readonly data: Table | Images;
  /** The label's column, or the name of the labels' file; null: there is none. */
  readonly label: string | null;
  readonly labelWhy: string;
  /** Of a kept row; null where it is missing. */
  readonly labelOf: (row: number) => Cell;
  /** Of a table; null of images, whose numbers all are features. */
  readonly features: readonly Feature[] | null;
  readonly leftOut: readonly LeftOut[];
  /** Columns that the first proposals had as features and this one has not: see dataset/wanted.ts. */
  readonly keptBefore: readonly number[];
  /** Kept rows that are used, ascending. */
  readonly rows: Int32Array;
  /** Rows of the kept that are not, for something is missing in them; those among them without a label. */
  readonly dropped: number;
  readonly unlabelled: number;
  /** Label → rows used, in the order shown. */
  readonly labels: ReadonlyMap<string, number>;
  /** The numbers in 0..255 that make it pixels, or not. */
  readonly normalisation: Normalisation;
  readonly normalisationWhy: string;
  readonly notes: readonly string[];
}

/** @throws FileProblem where the files do not belong together or the choice cannot be followed */
export function planOf(parts: readonly Part[], choice: Choice): Plan {
  const { data, labels, notes } = materialOf(parts);
  const plan = data.kind === 'table' ? planTable(data, labels, choice) : planImages(data, labels!);
  const given = data.notes;
  return { ...plan, notes: [...new Set([...given, ...notes, ...plan.notes])] };
}

type GivenLabels = ReturnType<typeof materialOf>['labels'];

function planTable(table: Table, given: GivenLabels, choice: Choice): Plan {
  checkColumns(table, choice);
  const found =
    given !== null ? null : choice.label === undefined ? findLabel(table) : chosenLabel(table, choice.label);
  const index = found?.index ?? null;
  const labelOf = (row: number): Cell =>
    given !== null ? given.values[row]! : index === null ? null : table.columns[index]!.at(row);
  const needsLabel = given !== null || index !== null;
  const neededLabel = needsLabel ? labelOf : () => 0;
  const mean = choice.incomplete === 'mean';
  const first = findFeatures(table, index, choice);
  const gappy = mean ? new Map<number, string>() : gappyColumns(table, first.features, neededLabel);
  const { features, columns, leftOut, keptBefore, notes } =
    gappy.size === 0 ? first : findFeatures(table, index, choice, gappy);
  if (features.length === 0) {
    throw new FileProblem(
      `${nameOf(table)} has no column of numbers to learn from beside its label: ` +
        leftOut
          .map(({ column, why }) => `${quoted(column)} is left out (${why})`)
          .slice(0, 5)
          .join(', '),
      'no-features',
    );
  }
  const rows = completeRows(table, mean ? [] : features, neededLabel);
  const pixels = columns.length === features.length && arePixels(columns);
  return {
    data: table,
    label: given?.name ?? (index === null ? null : table.columns[index]!.name),
    labelWhy: given === null ? found!.why : `The labels are those of ${given.name}.`,
    labelOf,
    features,
    leftOut,
    keptBefore: [...keptBefore, ...gappy.keys()],
    rows,
    dropped: table.count - rows.length,
    unlabelled: countWithout(table.count, neededLabel),
    labels: needsLabel ? countLabels(rows, labelOf) : new Map(),
    ...normalisationOf(pixels),
    notes,
  };
}

function planImages(images: Images, { name, values }: NonNullable<GivenLabels>): Plan {
  const rows = Int32Array.from(Array.from(values.keys()).filter((row) => values[row] !== null));
  const labelOf = (row: number): Cell => values[row]!;
  const largest = images.values instanceof Uint8Array ? images.values.reduce((a, b) => Math.max(a, b), 0) : 0;
  return {
    data: images,
    label: name,
    labelWhy: `The labels are those of ${name}.`,
    labelOf,
    features: null,
    leftOut: [],
    keptBefore: [],
    rows,
    dropped: images.count - rows.length,
    unlabelled: images.count - rows.length,
    labels: countLabels(rows, labelOf),
    ...normalisationOf(largest > 100),
    notes: [],
  };
}

function chosenLabel({ columns }: Table, index: number): { readonly index: number; readonly why: string } {
  return { index, why: `${quoted(columns[index]!.name)} is the label: you chose it.` };
}

function checkColumns(table: Table, { label, include, exclude, indicators }: Choice): void {
  const count = table.columns.length;
  const chosen = [
    ...(label === undefined ? [] : [label]),
    ...(include ?? []),
    ...(exclude ?? []),
    ...(indicators ?? []),
  ];
  const wrong = chosen.find((index) => !(index >= 0 && index < count));
  if (wrong === undefined) return;
  throw new FileProblem(
    `${nameOf(table)} has ${plural(count, 'column')}; column ${grouped(wrong + 1)} was asked for, as of another file`,
    'no-such-column',
  );
}

/** Kept rows in which each feature has a number and the label stands. */
function completeRows(
  table: Table,
  features: readonly Feature[],
  labelOf: (row: number) => Cell,
): Int32Array {
  const complete = new Uint8Array(table.count).fill(1);
  for (const { index, valueOf } of features) {
    const column = table.columns[index]!;
    if (column.facts.missing === 0 && column.facts.words === 0) continue;
    for (let row = 0; row < table.count; row++) {
      if (complete[row] === 1 && Number.isNaN(valueOf(column.at(row)))) complete[row] = 0;
    }
  }
  let count = 0;
  for (let row = 0; row < table.count; row++) {
    if (complete[row] === 1 && labelOf(row) === null) complete[row] = 0;
    count += complete[row]!;
  }
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; row < table.count; row++) if (complete[row] === 1) rows[at++] = row;
  return rows;
}

function countWithout(count: number, labelOf: (row: number) => Cell): number {
  let without = 0;
  for (let row = 0; row < count; row++) without += Number(labelOf(row) === null);
  return without;
}

/** Empty where there are more than {@link MAX_CLASSES}: these are no classes. */
function countLabels(rows: Int32Array, labelOf: (row: number) => Cell): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = labelKey(labelOf(row)!);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.size > MAX_CLASSES) return new Map();
  }
  return new Map(inOrder(counts.keys()).map((key) => [key, counts.get(key)!]));
}

const normalisationOf = (pixels: boolean): Pick<Plan, 'normalisation' | 'normalisationWhy'> =>
  pixels
    ? {
        normalisation: 'divide-255',
        normalisationWhy: 'All numbers are whole, from 0 to 255, as of pixels: divided by 255.',
      }
    : {
        normalisation: 'standardise',
        normalisationWhy:
          'The numbers are not pixels (whole, from 0 to 255): standardised, so that each column counts alike.',
      };
