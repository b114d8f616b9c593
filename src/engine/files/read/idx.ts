/**
 * IDX, the format of the MNIST files (Y. LeCun, yann.lecun.com/exdb/mnist): two zero bytes, a type byte, the number of
 * dimensions, each dimension as a big-endian 32-bit integer, then the numbers, big-endian and row-major. One dimension
 * is labels, more are images.
 */
import type { Source } from '../bytes/source.ts';
import { FileProblem } from '../problem.ts';
import type { Part, ReadOptions } from '../table.ts';
import { readArray } from './array.ts';
import { ByteReader } from './byte-reader.ts';
import { numberType } from './number-type.ts';
import type { NumberKind } from './number-type.ts';
import { watched } from './watched.ts';

const TYPES: Readonly<Record<number, NumberKind>> = {
  0x08: 'u8',
  0x09: 'i8',
  0x0b: 'i16',
  0x0c: 'i32',
  0x0d: 'f32',
  0x0e: 'f64',
};
const MAX_DIMENSIONS = 4;

/** Whether these first bytes are those of an IDX file. */
export const isIdx = (head: Uint8Array): boolean =>
  head[0] === 0 && head[1] === 0 && (head[2] ?? 0) in TYPES && (head[3] ?? 0) > 0;

/** @throws FileProblem */
export async function readIdx(source: Source, options: ReadOptions): Promise<Part> {
  const { name } = source;
  let rows = 0;
  const reader = new ByteReader(watched(source, options, () => rows));
  try {
    const [, , type = 0, dimensions = 0] = await reader.take(4);
    const kind = TYPES[type];
    if (kind === undefined) {
      throw new FileProblem(
        `${name} is no IDX file: type 0x${type.toString(16)} in byte 3 is none of its types`,
        'idx-type',
      );
    }
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new FileProblem(
        `${name} is an IDX file of ${dimensions} dimensions; 1 to ${MAX_DIMENSIONS} are read`,
        'idx-dimensions',
      );
    }
    const sizes = await reader.take(4 * dimensions);
    if (sizes.length < 4 * dimensions) {
      throw new FileProblem(
        `${name} ends within its header, after ${reader.taken} bytes; download or save it again`,
        'cut-off',
      );
    }
    const view = new DataView(sizes.buffer, sizes.byteOffset, sizes.byteLength);
    const shape = Array.from({ length: dimensions }, (_, k) => view.getUint32(4 * k));
    return await readArray(
      {
        name,
        format: 'idx',
        flat: 'images',
        header: { shape, type: numberType(kind, false), fields: null, fortran: false },
        reader,
        size: source.size === null ? null : source.size - reader.taken,
        notes: [],
      },
      (count) => {
        rows = count;
      },
    );
  } finally {
    await reader.close();
  }
}
