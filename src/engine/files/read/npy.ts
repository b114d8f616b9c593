/** NumPy's `.npy` (numpy.lib.format, versions 1 to 3): a magic, a header that is a Python dictionary, the elements. */
import type { Source } from '../bytes/source.ts';
import { FileProblem } from '../problem.ts';
import type { Format, Part, ReadOptions } from '../table.ts';
import { byteSize } from '../words.ts';
import { readArray } from './array.ts';
import type { ArrayHeader } from './array-rows.ts';
import { ByteReader } from './byte-reader.ts';
import { npyHeader } from './npy-header.ts';
import { watched } from './watched.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Bytes of a header: a record of thousands of fields. */
const MAX_HEADER = 1 << 20;

/** Whether these first bytes are those of a `.npy` file. */
export const isNpy = (head: Uint8Array): boolean => MAGIC.every((byte, k) => head[k] === byte);

/**
 * @param format of the file that the array is in
 * @throws FileProblem
 */
export async function readNpy(source: Source, options: ReadOptions, format: Format = 'npy'): Promise<Part> {
  const { name } = source;
  let rows = 0;
  const reader = new ByteReader(watched(source, options, () => rows));
  try {
    const header = await readHeader(name, reader);
    const size = source.size === null ? null : source.size - reader.taken;
    const notes = [`NumPy array of ${header.type.name}, shape (${header.shape.join(', ')}).`];
    return await readArray({ name, format, flat: 'table', header, reader, size, notes }, (count) => {
      rows = count;
    });
  } finally {
    await reader.close();
  }
}

/** The shape that a `.npy` file says; none where its elements are not read. @throws FileProblem */
export async function shapeOfNpy(source: Source): Promise<readonly number[]> {
  const reader = new ByteReader(source.chunks());
  try {
    return (await readHeader(source.name, reader)).shape;
  } catch (error) {
    if (error instanceof FileProblem && NOT_READ.has(error.code)) return [];
    throw error;
  } finally {
    await reader.close();
  }
}

/** Codes of arrays that are sound but not read: beside samples and labels they do no harm. */
const NOT_READ: ReadonlySet<string> = new Set(['npy-type', 'npy-shape', 'npy-records']);

async function readHeader(name: string, reader: ByteReader): Promise<ArrayHeader> {
  const start = (await reader.take(8)).slice();
  if (!isNpy(start)) {
    throw new FileProblem(`${name} is no NumPy array: it does not begin as one`, 'npy-header');
  }
  const version = start[6] ?? 0;
  if (version < 1 || version > 3) {
    throw new FileProblem(
      `${name} is a NumPy array of format version ${version} by its header; versions 1 to 3 are read`,
      'npy-version',
    );
  }
  const digits = await reader.take(version === 1 ? 2 : 4);
  const length = digits.reduceRight((sum, byte) => sum * 256 + byte, 0);
  if (length > MAX_HEADER) {
    throw new FileProblem(
      `${name} says a header of ${byteSize(length)}; at most ${byteSize(MAX_HEADER)} are read`,
      'npy-header',
    );
  }
  const bytes = await reader.take(length);
  if (bytes.length < length || length === 0) {
    throw new FileProblem(`${name} ends within its header; download or save it again`, 'cut-off');
  }
  return npyHeader(name, new TextDecoder(version < 3 ? 'latin1' : 'utf-8').decode(bytes));
}
