/** NumPy's `.npz`: a zip archive of `.npy` files, of which one array holds the samples and another their labels. */
import type { Source } from '../bytes/source.ts';
import { visible } from '../../../settings/words.ts';
import { TableBuilder } from '../columns/builder.ts';
import { FileProblem } from '../problem.ts';
import type { Cell, Labels, Part, ReadOptions, Table } from '../table.ts';
import { plural, quoted } from '../words.ts';
import { readNpy, shapeOfNpy } from './npy.ts';

/** What samples are called, what labels are, the most telling name first; the part for training before the others. */
const SAMPLES = names(['x', 'data', 'images', 'imgs', 'features', 'samples', 'inputs', 'arr_0']);
const LABELS = names(['y', 'labels', 'label', 'target', 'targets', 'classes', 'digit', 'arr_1']);

function names(words: readonly string[]): readonly string[] {
  return [
    ...words.flatMap((word) => [
      `${word}_train`,
      `train_${word}`,
      `${word}_tr`,
      `${word}train`,
      `train${word}`,
    ]),
    ...words,
  ];
}

/** What makes an archive SciPy's sparse matrix. */
const SPARSE = ['indices', 'indptr', 'shape', 'format'];

interface Member {
  readonly source: Source;
  readonly key: string;
  readonly shape: readonly number[];
}

/** Whether an archive of these files is a `.npz`. */
export const isNpz = (paths: readonly string[]): boolean =>
  paths.length > 0 && paths.every((path) => path.endsWith('.npy'));

/**
 * @param name of the archive
 * @param sources its files, each a `.npy`
 * @throws FileProblem
 */
export async function readNpz(name: string, sources: readonly Source[], options: ReadOptions): Promise<Part> {
  const keyOf = (source: Source): string => source.name.replace(/.*[/\\]/, '').replace(/\.npy$/, '');
  const keys = new Set(sources.map(keyOf));
  if (SPARSE.every((key) => keys.has(key))) {
    throw new FileProblem(
      `${name} holds a sparse matrix of SciPy's: save it with its zeros, numpy.savez(file, X=x.toarray(), y=y)`,
      'npz-sparse',
    );
  }
  const members: Member[] = [];
  for (const source of sources) members.push({ source, key: keyOf(source), shape: await shapeOfNpy(source) });
  const samples = samplesOf(members);
  if (samples === undefined) {
    const held = members.map(({ key, shape }) => `${key} ${shape.join(' × ')}`).join(', ');
    throw new FileProblem(`${name} has no array of samples: it holds ${held}`, 'npz-arrays');
  }
  const labels = labelsOf(members, samples);
  const others = members.filter((member) => member !== samples && member !== labels);
  const notes = [
    `Samples are ${quoted(samples.key)}${labels === undefined ? '' : `, labels ${quoted(labels.key)}`}.`,
  ];
  if (others.length > 0)
    notes.push(
      `Left out: ${others
        .slice(0, 20)
        .map(({ key }) => quoted(key))
        .join(', ')}.`,
    );
  const part = await readNpy(samples.source, options, 'npz');
  if (labels === undefined) return { ...part, name, notes: [...notes, ...part.notes] };
  // Labels are few bytes beside their samples: the progress does not begin again.
  const read = await readNpy(labels.source, { ...options, progress: () => undefined }, 'npz');
  if (read.kind !== 'labels')
    throw new FileProblem(`${name}: ${labels.key} is not one label a row`, 'npz-arrays');
  return joined(name, part, read, labels.key, notes);
}

const isFlat = ({ shape }: Member): boolean => shape.length === 1 || (shape.length === 2 && shape[1] === 1);

function named(members: readonly Member[], wanted: readonly string[]): Member | undefined {
  for (const word of wanted) {
    const found = members.find(({ key }) => key.toLowerCase() === word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** By name, else the largest; a lone array whatever its shape. */
function samplesOf(members: readonly Member[]): Member | undefined {
  if (members.length === 1) return members[0];
  const deep = members.filter((member) => member.shape.length > 0 && !isFlat(member));
  const size = ({ shape }: Member): number => shape.reduce((product, n) => product * n, 1);
  return named(deep, SAMPLES) ?? [...deep].sort((a, b) => size(b) - size(a))[0];
}

/** By name, else whatever has one number for each sample. */
function labelsOf(members: readonly Member[], samples: Member): Member | undefined {
  const flat = members.filter((member) => member !== samples && isFlat(member));
  return named(flat, LABELS) ?? flat.find(({ shape }) => shape[0] === samples.shape[0]);
}

function joined(name: string, part: Part, labels: Labels, key: string, before: readonly string[]): Part {
  const count = part.kind === 'labels' ? part.values.length : part.total;
  if (part.kind === 'labels' || count !== labels.values.length) {
    throw new FileProblem(
      `${name} holds ${plural(count, 'sample')} but ${plural(labels.values.length, 'label')} (${key}): they do not belong together`,
      'count-mismatch',
    );
  }
  const notes = [...before, ...part.notes, ...labels.notes];
  if (part.kind === 'images') {
    const values = Array.from({ length: part.count }, (_, image) => labels.values[part.indexOf(image)]!);
    return { ...part, name, labels: values, notes };
  }
  return { ...withColumn(part, key, labels.values), name, notes };
}

/** The table with one more column, a cell for each of all its rows. */
function withColumn(table: Table, key: string, cells: readonly Cell[]): Table {
  const builder = new TableBuilder(table.format, table.name, [
    { name: visible(key), named: true, declared: 'label' },
  ]);
  cells.forEach((cell, row) => {
    builder.add([cell], row + 1);
  });
  const { columns } = builder.finish([]);
  return {
    ...table,
    columns: [...table.columns, { ...columns[0]!, at: (row) => cells[table.indexOf(row)]! }],
  };
}
