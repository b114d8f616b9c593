/** NumPy's `.npy` (numpy.lib.format, versions 1 to 3): a magic, a header that is a Python dictionary, the elements. */
import { FileProblem } from '../problem.ts';
import type { Format, Part, ReadOptions } from '../table.ts';
import { quoted } from '../words.ts';
import { readArray } from './array.ts';
import { ByteReader } from './byte-reader.ts';
import { npyHeader } from './npy-header.ts';
import { watched } from './source.ts';
import type { Source } from './source.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Bytes of a header: a record of thousands of fields. */
const MAX_HEADER = 1 << 20;

/** Whether these first bytes are those of a `.npy` file. */
export const isNpy = (head: Uint8Array): boolean => MAGIC.every((byte, k) => head[k] === byte);

/**
 * @param format the file that the array is in
 * @throws FileProblem
 */
export async function readNpy(source: Source, options: ReadOptions, format: Format = 'npy'): Promise<Part> {
  const { name } = source;
  let rows = 0;
  const reader = new ByteReader(watched(source, options, () => rows));
  try {
    const start = (await reader.take(8)).slice();
    if (!isNpy(start))
      throw new FileProblem(`${name} is no NumPy array: it does not begin with \\x93NUMPY`, 'npy-header');
    const version = start[6] ?? 0;
    if (version < 1 || version > 3) {
      throw new FileProblem(
        `${name} is a NumPy array of format version ${version}; versions 1 to 3 are read`,
        'npy-version',
      );
    }
    const lengthBytes = await reader.take(version === 1 ? 2 : 4);
    const length = lengthBytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
    if (length > MAX_HEADER)
      throw new FileProblem(
        `${name} says a header of ${length} bytes; at most ${MAX_HEADER} are read`,
        'npy-header',
      );
    const text = new TextDecoder(version < 3 ? 'latin1' : 'utf-8').decode(await reader.take(length));
    if (text.length === 0)
      throw new FileProblem(`${name} ends within its header; download or save it again`, 'cut-off');
    const header = npyHeader(name, text);
    return await readArray(
      {
        name,
        format,
        flat: 'table',
        header,
        reader,
        size: source.size === null ? null : source.size - reader.taken,
        notes: [`NumPy array of ${header.type.name}, shape ${quoted(`(${header.shape.join(', ')})`)}.`],
      },
      (count) => {
        rows = count;
      },
    );
  } finally {
    await reader.close();
  }
}
