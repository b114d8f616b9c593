import { Inflate } from 'fflate';
import { visible } from '../../../settings/words.ts';
import { FileProblem } from '../problem.ts';
import { grouped } from '../words.ts';
import { crc32 } from './crc32.ts';
import { inPieces, streamed } from './source.ts';
import type { Source } from './source.ts';
import { readDirectory } from './zip-directory.ts';
import type { DirectoryEntry } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;
/** Bytes of a local header before the entry's name. */
const LOCAL_HEADER = 30;
const PACKED = 4096;
/** Files of an archive that are read. */
const MAX_FILES = 100;

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  (head[2] === 3 || head[2] === 5) &&
  (head[3] === 4 || head[3] === 6);

/** What the archive holds, without folders and what systems leave behind. @throws FileProblem */
export async function zipNames(name: string, blob: Blob): Promise<readonly string[]> {
  return (await filesOf(name, blob)).map((entry) => entry.path);
}

/** The files of a zip archive, each as a source of its own. @throws FileProblem */
export async function unzipped(name: string, blob: Blob): Promise<readonly Source[]> {
  const entries = await filesOf(name, blob);
  if (entries.length === 0)
    throw new FileProblem(`${name} is a zip archive without a file in it`, 'empty-zip');
  if (entries.length > MAX_FILES) {
    throw new FileProblem(
      `${name} is a zip archive of ${grouped(entries.length)} files; at most ${MAX_FILES} are read: put the data into one table`,
      'too-many-files',
    );
  }
  return entries.map((entry): Source => {
    const shown = `${name}/${visible(entry.path)}`;
    checkReadable(shown, entry);
    return {
      name: shown,
      size: entry.size,
      blob: null,
      chunks: () => inPieces(checked(shown, entry, content(shown, blob, entry))),
    };
  });
}

async function filesOf(name: string, blob: Blob): Promise<readonly DirectoryEntry[]> {
  return (await readDirectory(name, blob)).filter(({ path }) => {
    const base = path.slice(path.lastIndexOf('/') + 1);
    return base !== '' && !base.startsWith('.') && !path.startsWith('__MACOSX/') && base !== 'Thumbs.db';
  });
}

function checkReadable(shown: string, { encrypted, method }: DirectoryEntry): void {
  if (encrypted) {
    throw new FileProblem(
      `${shown} is encrypted with a password: save it without one and open that`,
      'encrypted-zip',
    );
  }
  if (method === STORED || method === DEFLATED) return;
  throw new FileProblem(
    `${shown} is packed by method ${method}, which is not read: pack it again as an ordinary zip ("deflate")`,
    'zip-method',
  );
}

async function* content(
  shown: string,
  blob: Blob,
  { at, packed, method }: DirectoryEntry,
): AsyncGenerator<Uint8Array, void, void> {
  const header = new DataView(await blob.slice(at, at + LOCAL_HEADER).arrayBuffer());
  if (header.byteLength < LOCAL_HEADER || header.getUint32(0, true) !== 0x04034b50) throw damaged(shown);
  const start = at + LOCAL_HEADER + header.getUint16(26, true) + header.getUint16(28, true);
  const bytes = streamed(shown, blob.slice(start, start + packed));
  if (method === STORED) {
    yield* bytes;
    return;
  }
  let unpacked: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    if (piece.length > 0) unpacked.push(piece);
  });
  const push = (piece: Uint8Array, final: boolean): void => {
    try {
      inflate.push(piece, final);
    } catch {
      throw damaged(shown);
    }
  };
  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length; from += PACKED) {
      push(chunk.subarray(from, from + PACKED), false);
      yield* unpacked;
      unpacked = [];
    }
  }
  push(new Uint8Array(0), true);
  yield* unpacked;
}

/** Passes bytes on, and ends in an error where they are not what the directory says. */
async function* checked(
  shown: string,
  { size, crc }: DirectoryEntry,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  let length = 0;
  let sum = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > size) throw damaged(shown);
    sum = crc32(sum, piece);
    yield piece;
  }
  if (length !== size || sum !== crc) throw damaged(shown);
}

const damaged = (shown: string): FileProblem =>
  new FileProblem(
    `${shown} cannot be unpacked: the archive is damaged or cut off; download or pack it again`,
    'damaged-zip',
  );
