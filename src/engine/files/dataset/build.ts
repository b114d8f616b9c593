import type { Dataset } from '../../../core/experiment.ts';
import { MAX_CLASSES } from '../limits.ts';
import { FileProblem } from '../problem.ts';
import { labelKey, pictureSide } from '../propose/kind.ts';
import { planOf, type Plan } from '../propose/plan.ts';
import { proposalOf } from '../propose/propose.ts';
import type { Choice, Proposal } from '../proposal.ts';
import type { Cell, Images, Part, Table } from '../table.ts';
import { grouped, nameOf } from '../words.ts';
import { codesOf } from './codes.ts';
import { datasetId } from './id.ts';

/** A dataset with what the page shows of it. */
export interface BuiltDataset {
  readonly dataset: Dataset;
  /** The labels that occur, ascending: their number in the dataset, their name in the file, their rows. */
  readonly labels: readonly { readonly code: number; readonly name: string; readonly rows: number }[];
  /** How a row is drawn as a picture, or null where it is none. */
  readonly image: { readonly width: number; readonly height: number; readonly channels: number } | null;
  readonly proposal: Proposal;
}

const atOnce = (): Promise<void> => Promise.resolve();

/**
 * The data that files become under a choice; as they are proposed without one.
 * @param breathe takes a turn of the event loop where it is time
 * @throws FileProblem where there is no label, or nothing is left
 */
export async function buildDataset(
  parts: readonly Part[],
  choice: Choice = {},
  breathe: () => Promise<void> = atOnce,
): Promise<BuiltDataset> {
  const plan = planOf(parts, choice);
  checkPlan(plan);
  const { codeOf, names } = codesOf(plan.labels.keys());
  const labels = Int32Array.from(plan.rows, (row) => codeOf.get(labelKey(plan.labelOf(row)!))!);
  const { data } = plan;
  const { values, dim } =
    data.kind === 'table' ? await tableValues(data, plan, choice, breathe) : imageValues(data, plan.rows);
  const content = { count: labels.length, dim, values, labels };
  const dataset: Dataset = {
    id: await datasetId(content, breathe),
    name: nameOf(data),
    ...content,
    ...(names === null ? {} : { labelNames: names }),
  };
  return {
    dataset,
    labels: [...plan.labels].map(([name, rows]) => ({ code: codeOf.get(name)!, name, rows })),
    image: imageOf(data, dataset),
    proposal: proposalOf(plan),
  };
}

function checkPlan({ data, label, labelWhy, rows, labels }: Plan): void {
  const name = nameOf(data);
  if (label === null) throw new FileProblem(`${name}: ${labelWhy}`, 'no-label');
  if (rows.length === 0) {
    throw new FileProblem(
      `${name}: every row is incomplete. Take out the columns with gaps, or let the gaps become their columns’ means`,
      'no-complete-row',
    );
  }
  if (labels.size === 0) {
    throw new FileProblem(
      `${name}: ${label} has more than ${grouped(MAX_CLASSES)} different labels, which are no classes; choose another column`,
      'too-many-labels',
    );
  }
}

interface Values {
  readonly values: Uint8Array | Float64Array;
  readonly dim: number;
}

/** Row-major: bytes where all numbers are whole and in 0..255. */
async function tableValues(
  table: Table,
  { features, rows }: Plan,
  { incomplete }: Choice,
  breathe: () => Promise<void>,
): Promise<Values> {
  const all = features!;
  const dim = all.length;
  const means = all.map(({ index, valueOf }) =>
    incomplete === 'mean' ? meanOf(table.columns[index]!, valueOf, table.count) : 0,
  );
  const bytes = all.every(({ index }, k) => {
    const { whole, words, least, most } = table.columns[index]!.facts;
    return Number.isInteger(means[k]) && (words > 0 || (whole && least >= 0 && most <= 255));
  });
  const values = bytes ? new Uint8Array(rows.length * dim) : new Float64Array(rows.length * dim);
  for (let k = 0; k < dim; k++) {
    const { index, valueOf } = all[k]!;
    const column = table.columns[index]!;
    for (let i = 0; i < rows.length; i++) {
      const value = valueOf(column.at(rows[i]!));
      values[i * dim + k] = Number.isNaN(value) ? means[k]! : value;
    }
    await breathe();
  }
  return { values, dim };
}

/** Mean of a column's numbers over the kept rows. */
function meanOf(column: Table['columns'][number], valueOf: (cell: Cell) => number, count: number): number {
  if (column.facts.missing + column.facts.words === 0) return 0;
  let sum = 0;
  let numbers = 0;
  for (let row = 0; row < count; row++) {
    const value = valueOf(column.at(row));
    if (Number.isNaN(value)) continue;
    sum += value;
    numbers++;
  }
  return numbers === 0 ? 0 : sum / numbers;
}

function imageValues({ values, shape, count }: Images, rows: Int32Array): Values {
  const dim = shape.reduce((product, size) => product * size, 1);
  if (rows.length === count) return { values, dim };
  const kept =
    values instanceof Uint8Array ? new Uint8Array(rows.length * dim) : new Float64Array(rows.length * dim);
  rows.forEach((row, i) => kept.set(values.subarray(row * dim, (row + 1) * dim), i * dim));
  return { values: kept, dim };
}

function imageOf(data: Table | Images, { values, dim }: Dataset): BuiltDataset['image'] {
  if (data.kind === 'images') {
    const [height = 1, width = 1, channels = 1] = data.shape;
    return { width, height, channels };
  }
  const side = values instanceof Uint8Array ? pictureSide(dim) : null;
  return side === null ? null : { width: side, height: side, channels: dim / (side * side) };
}
