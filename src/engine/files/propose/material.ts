import type { Cell, Images, Labels, Part, Table } from '../table.ts';
import { FileProblem } from '../problem.ts';
import { nameOf, plural } from '../words.ts';

/** What the opened files are together: a table or images, with labels of their own or from another file. */
export interface Material {
  readonly data: Table | Images;
  /** A label a kept row, and the file that they are from; null where the data have them (or nothing has). */
  readonly labels: { readonly name: string; readonly values: readonly Cell[] } | null;
  /** How the files were put together. */
  readonly notes: readonly string[];
}

const known = new WeakMap<readonly Part[], Material>();

/**
 * Puts together what was read: one table; a table or images with their labels, in any order; several files of images.
 * @throws FileProblem naming the files that do not belong together
 */
export function materialOf(parts: readonly Part[]): Material {
  let material = known.get(parts);
  if (material === undefined) known.set(parts, (material = together(parts)));
  return material;
}

function together(parts: readonly Part[]): Material {
  const { tables, images, labels } = sorted(parts);
  const names = parts.map(nameOf).join(', ');
  if (parts.length === 0) throw new FileProblem('No file was given', 'no-file');
  if (tables.length > 0 && images.length > 0) {
    throw new FileProblem(
      `${names}: a table and images do not belong together; open one of them`,
      'mixed-kinds',
    );
  }
  if (tables.length > 1) {
    throw new FileProblem(`${names} are ${tables.length} tables; open one of them`, 'several-tables');
  }
  if (tables[0] === undefined && images.length === 0) throw labelsAlone(labels);
  if (tables[0] !== undefined) {
    if (labels.length > 1) {
      const list = labels.map(nameOf).join(' and ');
      throw new FileProblem(
        `${list} are both labels; open one of them with ${nameOf(tables[0])}`,
        'several-labels',
      );
    }
    return labels[0] === undefined ? alone(tables[0]) : paired(tables[0], labels[0]);
  }
  return joined(pairsOf(images, labels));
}

interface Sorted {
  readonly tables: readonly Table[];
  readonly images: readonly Images[];
  readonly labels: readonly Labels[];
}

function sorted(parts: readonly Part[]): Sorted {
  const tables = parts.filter((part) => part.kind === 'table');
  const images = parts.filter((part) => part.kind === 'images');
  const labels = parts.filter((part) => part.kind === 'labels');
  const others = tables.length - 1 + images.length;
  if (labels.length > 0 || others < 1) return { tables, images, labels };
  // A table of one column, or of a running number and one column, beside other data is their labels.
  const narrow = tables.find((table) => labelColumnOf(table) !== null);
  if (narrow === undefined) return { tables, images, labels };
  return { tables: tables.filter((table) => table !== narrow), images, labels: [asLabels(narrow)] };
}

function labelColumnOf({ columns }: Table): number | null {
  const rest = columns.flatMap(({ facts }, index) => (facts.running ? [] : [index]));
  if (columns.length === 1) return 0;
  return columns.length === 2 && rest.length === 1 ? rest[0]! : null;
}

function asLabels(table: Table): Labels {
  const column = table.columns[labelColumnOf(table)!]!;
  const values = Array.from({ length: table.count }, (_, row) => column.at(row));
  return { kind: 'labels', format: table.format, name: table.name, values, notes: table.notes };
}

function alone(table: Table): Material {
  if (table.columns.length < 2) {
    throw new FileProblem(
      `${nameOf(table)} has one column: a table needs a column of labels and one of numbers at least. ` +
        'If these are labels, open the file with their rows together with it',
      'one-column',
    );
  }
  return { data: table, labels: null, notes: [] };
}

/** A table or images with the labels of another file. */
function paired(data: Table | Images, labels: Labels): Material {
  const { values: all, note } = withoutHeader(data, labels);
  const values = ofKeptRows(data, all);
  if (values.length !== data.count) {
    const what = data.kind === 'table' ? 'row' : 'image';
    throw new FileProblem(
      `${nameOf(data)} holds ${plural(data.total, what)} but ${nameOf(labels)} ${plural(all.length, 'label')}: ` +
        'they do not belong together',
      'counts-differ',
    );
  }
  const notes = [...note, ...labels.notes];
  return { data, labels: { name: nameOf(labels), values }, notes };
}

/** Of rows that were sampled, the labels of the sample. */
function ofKeptRows(data: Table | Images, all: readonly Cell[]): readonly Cell[] {
  if (data.count === data.total || all.length !== data.total) return all;
  return Array.from({ length: data.count }, (_, row) => all[data.indexOf(row)]!);
}

/** pandas writes 0 above a single column, which looks like a label: one too many. */
function withoutHeader(
  { total: count }: Table | Images,
  { values, name }: Labels,
): { readonly values: readonly Cell[]; readonly note: readonly string[] } {
  if (values.length !== count + 1 || (values[0] !== 0 && typeof values[0] !== 'string'))
    return { values, note: [] };
  return {
    values: values.slice(1),
    note: [`The first row of ${nameOf({ name })} is its header: there is one row more than in the data.`],
  };
}

/** Each file of images with its labels: its own, or those of the labels file with as many. @throws FileProblem */
function pairsOf(images: readonly Images[], labels: readonly Labels[]): readonly Material[] {
  const free = [...labels];
  const pairs = images.map((each): Material => {
    if (each.labels !== null && free.length === 0) {
      return { data: each, labels: { name: nameOf(each), values: each.labels }, notes: [] };
    }
    if (free.length === 0) throw imagesAlone(each);
    const match = free.findIndex(({ values }) => values.length === each.total);
    const [chosen] = free.splice(Math.max(match, 0), 1);
    return paired(each, chosen!);
  });
  if (free.length > 0) {
    throw new FileProblem(
      `${free.map(nameOf).join(', ')}: there are more files of labels than of images; open one for each`,
      'several-labels',
    );
  }
  return pairs;
}

/** Several files of images as one. @throws FileProblem when they have other shapes */
function joined(pairs: readonly Material[]): Material {
  const [first] = pairs;
  if (pairs.length === 1) return first!;
  const images = pairs.map(({ data }) => data as Images);
  const shape = (each: Images): string => each.shape.join(' × ');
  const other = images.find((each) => shape(each) !== shape(images[0]!));
  if (other !== undefined) {
    throw new FileProblem(
      `${nameOf(images[0]!)} holds images of ${shape(images[0]!)}, ${nameOf(other)} of ${shape(other)}: open one of them`,
      'shapes-differ',
    );
  }
  const length = images.reduce((sum, { values }) => sum + values.length, 0);
  const bytes = images.every(({ values }) => values instanceof Uint8Array);
  const values = bytes ? new Uint8Array(length) : new Float64Array(length);
  let at = 0;
  for (const each of images) {
    values.set(each.values, at);
    at += each.values.length;
  }
  const sum = (of: (each: Images) => number): number => images.reduce((total, each) => total + of(each), 0);
  const name = images.map((each) => each.name).join(', ');
  return {
    data: {
      ...images[0]!,
      name,
      values,
      count: sum(({ count }) => count),
      indexOf: indexIn(images),
      total: sum(({ total }) => total),
      labels: null,
      notes: images.flatMap(({ notes }) => notes),
    },
    labels: {
      name: pairs.map(({ labels }) => labels!.name).join(', '),
      values: pairs.flatMap(({ labels }) => labels!.values),
    },
    notes: [...new Set(pairs.flatMap(({ notes }) => notes))],
  };
}

/** Of an image of several files after each other. */
function indexIn(images: readonly Images[]): (row: number) => number {
  return (row) => {
    let before = 0;
    let left = row;
    for (const each of images) {
      if (left < each.count) return before + each.indexOf(left);
      left -= each.count;
      before += each.total;
    }
    throw new RangeError(`there is no image ${row}`);
  };
}

const imagesAlone = (images: Images): FileProblem =>
  new FileProblem(
    `${nameOf(images)} holds ${plural(images.total, 'image')} without labels; open the file of their labels together with it ` +
      '(such as t10k-labels-idx1-ubyte)',
    'images-alone',
  );

const labelsAlone = (labels: readonly Labels[]): FileProblem =>
  new FileProblem(
    `${labels.map(nameOf).join(', ')} ${labels.length === 1 ? 'holds' : 'hold'} labels alone; open the file with their ` +
      'rows or images together with it',
    'labels-alone',
  );
