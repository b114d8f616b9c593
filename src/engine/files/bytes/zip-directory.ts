import { FileProblem } from '../problem.ts';

/** One file as the directory at the end of a zip archive (APPNOTE 6.3.10, 4.3.12) describes it. */
export interface DirectoryEntry {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Bytes packed, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header is. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
/** Bytes of the end's record, and the most that a comment after it may have. */
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
const MAX_DIRECTORY = 32_000_000;
const IN_EXTRA = 0xffffffff;

/** All entries, folders among them. @throws FileProblem */
export async function readDirectory(name: string, blob: Blob): Promise<readonly DirectoryEntry[]> {
  const damaged = (): FileProblem =>
    new FileProblem(
      `${name} begins like a zip archive but its list of files is missing: it is damaged or cut off; download or pack it again`,
      'damaged-zip',
    );
  const view = async (from: number, to: number): Promise<DataView> =>
    new DataView(await blob.slice(Math.max(from, 0), to).arrayBuffer());

  const from = Math.max(0, blob.size - END_SIZE - MAX_COMMENT - 20);
  const tail = await view(from, blob.size);
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw damaged();
  let size = tail.getUint32(end + 12, true);
  let at = tail.getUint32(end + 16, true);
  if (end >= 20 && tail.getUint32(end - 20, true) === END_64_LOCATOR) {
    const record = Number(tail.getBigUint64(end - 12, true));
    const wide = await view(record, record + 56);
    if (wide.byteLength < 56 || wide.getUint32(0, true) !== END_64) throw damaged();
    size = Number(wide.getBigUint64(40, true));
    at = Number(wide.getBigUint64(48, true));
  }
  if (size > MAX_DIRECTORY || at + size > blob.size) throw damaged();
  const entries = entriesOf(await view(at, at + size));
  if (entries === null) throw damaged();
  return entries;
}

/** null where it is not a directory. */
function entriesOf(view: DataView): readonly DirectoryEntry[] | null {
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + 46 <= view.byteLength;) {
    if (view.getUint32(at, true) !== ENTRY) return null;
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) return null;
    const numbers = [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ];
    const [size = 0, packed = 0, header = 0] = widened(view, at + 46 + nameLength, extraLength, numbers);
    entries.push({
      path: pathOf(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      at: header,
    });
    at = next;
  }
  return entries;
}

/** Numbers of 4 bytes, those that did not fit from the zip64 field (4.5.3), in its order. */
function widened(
  view: DataView,
  from: number,
  length: number,
  numbers: readonly number[],
): readonly number[] {
  let at = from;
  while (at + 4 <= from + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  let field = at + 4;
  return numbers.map((number) => {
    if (number !== IN_EXTRA || field + 8 > from + length) return number;
    field += 8;
    return Number(view.getBigUint64(field - 8, true));
  });
}

function pathOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
