import type { Dataset } from '../../core/experiment.ts';
import { parseCsv } from './csv.ts';
import { datasetId } from './dataset-id.ts';
import { openBytes, readAll } from './gunzip.ts';
import type { ByteSource, NamedBlob } from './gunzip.ts';
import { checkIdxSize, idxContent, isIdx, parseIdx, readIdxHeader } from './idx.ts';
import type { IdxArray } from './idx.ts';
import { beyond, MAX_TABLE_BYTES } from './limits.ts';
import type { Table } from './csv-table.ts';
import { visible } from '../../settings/words.ts';
import { FileProblem, grouped, nameOf } from './words.ts';

export interface LabelCount {
  readonly label: number;
  /** What the file calls it, where that is not the number. */
  readonly name: string | null;
  /** Rows with this label. */
  readonly count: number;
}

/** A dataset with what the page shows of it. */
export interface OpenedDataset extends Dataset {
  /** The labels that occur, ascending. */
  readonly labelCounts: readonly LabelCount[];
  /** How a row is drawn as a picture, or null where it is none. */
  readonly image: { readonly width: number; readonly height: number } | null;
  /** How the files were understood, sentences for the user. */
  readonly notes: readonly string[];
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly dataset: OpenedDataset }
  /** One file of a pair: give it as `kept` with the next. */
  | { readonly kind: 'half'; readonly kept: IdxArray; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Opens one table (CSV), or an images file and its labels file (IDX) in any order; each plain or gzipped.
 * `kept` is one of such a pair from before. Never throws: what goes wrong is a message that names the file.
 */
export async function openDataset(
  files: readonly NamedBlob[],
  kept: IdxArray | null = null,
): Promise<OpenResult> {
  try {
    if (files.length === 0) throw new FileProblem('No file was given');
    if (files.length > 2) {
      throw new FileProblem(
        `${files.length} files were given; open one table, or one images file with its labels file`,
      );
    }
    const parts: (IdxArray | Table)[] = [];
    for (const file of files) parts.push(await readFile(file));
    const arrays = parts.filter(isArray);
    const table = parts.find((part): part is Table => !isArray(part));
    if (table !== undefined) {
      const name = nameOf(files[parts.indexOf(table)]!);
      if (files.length > 1) throw new FileProblem(`${name} is a table with its own labels: open it alone`);
      return { kind: 'opened', dataset: await fromTable(name, table) };
    }
    const [first, second = kept] = arrays;
    if (second === null || (files.length === 1 && isLabels(first!) === isLabels(second))) return half(first!);
    return { kind: 'opened', dataset: await fromPair(first!, second) };
  } catch (error) {
    const names = files.map(nameOf).join(', ');
    const message =
      error instanceof FileProblem
        ? error.message
        : `${names} could not be opened: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: 'failed', message };
  }
}

const isArray = (part: IdxArray | Table): part is IdxArray => 'shape' in part;
const isLabels = (array: IdxArray): boolean => array.shape.length === 1;

async function readFile(file: NamedBlob): Promise<IdxArray | Table> {
  const source = await openBytes(file);
  try {
    if (isIdx(source.head)) return await readIdx(nameOf(file), source);
    if (!isText(source.head)) throw new FileProblem(neither(nameOf(file), source.head));
    return await parseCsv(
      nameOf(file),
      source.chunks(MAX_TABLE_BYTES, beyond(nameOf(file), MAX_TABLE_BYTES)),
    );
  } finally {
    await source.close();
  }
}

async function readIdx(name: string, source: ByteSource): Promise<IdxArray> {
  const header = readIdxHeader(name, source.head);
  if (source.size !== null) checkIdxSize(name, header, source.size);
  const tooLong = `${name} says ${idxContent(header)} but unpacks to more than that`;
  return parseIdx(name, await readAll(source, header.size, tooLong));
}

/** No control characters but white space, and no first byte that cannot begin a text (UTF-8 continues with it). */
function isText(head: Uint8Array): boolean {
  const [first = 0x80] = head;
  if (first >= 0x80 && first < 0xc0) return false;
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function neither(name: string, head: Uint8Array): string {
  if (head.length === 0) return `${name} is empty`;
  const bytes = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const zip = bytes === '50 4b 03 04' ? ' (a ZIP archive: unpack it first)' : '';
  return `${name} is neither an IDX file nor a table: it begins with ${bytes}${zip}`;
}

function half(array: IdxArray): OpenResult {
  const [has, missing] = isLabels(array) ? ['labels', 'images'] : ['images', 'labels'];
  const message =
    `${array.name} holds ${grouped(array.count)} ${has} and is kept; ` +
    `now open the file with their ${missing} too (such as t10k-${missing}-idx${isLabels(array) ? 3 : 1}-ubyte)`;
  return { kind: 'half', kept: array, message };
}

async function fromPair(a: IdxArray, b: IdxArray): Promise<OpenedDataset> {
  if (isLabels(a) === isLabels(b)) {
    const what = isLabels(a) ? 'labels files (one dimension)' : 'images files (several dimensions)';
    throw new FileProblem(`${a.name} and ${b.name} are both ${what}; open one of each kind`);
  }
  const [images, labels] = isLabels(a) ? [b, a] : [a, b];
  if (images.count !== labels.count) {
    throw new FileProblem(
      `${images.name} holds ${grouped(images.count)} images but ${labels.name} ${grouped(labels.count)} labels: ` +
        'they do not belong together',
    );
  }
  const [, height, width] = images.shape;
  const image = images.shape.length === 3 ? { width: width!, height: height! } : squareOf(images.dim);
  return described({
    name: images.name,
    count: images.count,
    dim: images.dim,
    values: images.values,
    labels: Int32Array.from(labels.values),
    labelNames: null,
    image,
    notes: [`Labels are from ${labels.name}.`],
  });
}

function fromTable(name: string, table: Table): Promise<OpenedDataset> {
  const image = table.values instanceof Uint8Array ? squareOf(table.dim) : null;
  return described({ ...table, name, image });
}

/** Pixels of a square picture; below 8×8 a table is taken for a table. */
function squareOf(dim: number): OpenedDataset['image'] {
  const side = Math.round(Math.sqrt(dim));
  return side >= 8 && side * side === dim ? { width: side, height: side } : null;
}

const shownLabel = (name: string | undefined): string | null => (name === undefined ? null : visible(name));

type Content = Omit<OpenedDataset, 'id' | 'labelCounts' | 'labelNames'> & Pick<Table, 'labelNames'>;

async function described({ labelNames, ...content }: Content): Promise<OpenedDataset> {
  const counts = new Map<number, number>();
  for (const label of content.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labelCounts = [...counts]
    .map(([label, count]) => ({ label, name: shownLabel(labelNames?.[label]), count }))
    .sort((a, b) => a.label - b.label);
  return { ...content, id: await datasetId(content), labelCounts };
}
