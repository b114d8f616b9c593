import { Buffer } from 'node:buffer';
import { HEAD, readerOf } from '../../../../src/engine/files/read/known.ts';
import type { Source } from '../../../../src/engine/files/bytes/source.ts';
import type { Cell, Part, ReadOptions, Table } from '../../../../src/engine/files/table.ts';

export const OPTIONS: ReadOptions = {
  progress: () => undefined,
  signal: new AbortController().signal,
  breathe: () => Promise.resolve(),
};

/** Bytes as an opened file; `piece` bytes come at a time. `packed` ones have no size and no blob. */
export function sourceOf(bytes: Uint8Array, name: string, { piece = 1 << 16, packed = false } = {}): Source {
  const copy = new Uint8Array(bytes);
  return {
    name,
    size: packed ? null : copy.length,
    blob: packed ? null : new Blob([copy]),
    async *chunks() {
      for (let at = 0; at < copy.length; at += piece) yield await Promise.resolve(copy.slice(at, at + piece));
    },
  };
}

/** Reads bytes by the reader that they have. */
export function read(
  bytes: Uint8Array,
  name: string,
  how: { piece?: number; packed?: boolean } = {},
): Promise<Part> {
  const reader = readerOf(sourceOf(bytes, name, how), bytes.subarray(0, HEAD));
  if (reader === null) throw new Error(`no reader has ${name}`);
  return reader(OPTIONS);
}

export async function readTable(bytes: Uint8Array, name: string): Promise<Table> {
  const part = await read(bytes, name);
  if (part.kind !== 'table') throw new Error(`${name} was read as ${part.kind}`);
  return part;
}

/** The kept rows. */
export const rowsOf = (table: Table): Cell[][] =>
  Array.from({ length: table.count }, (_, row) => table.columns.map((column) => column.at(row)));

export const namesOf = (table: Table): string[] => table.columns.map(({ name }) => name);

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
export const base64 = (content: string): Uint8Array => Uint8Array.from(Buffer.from(content, 'base64'));

/** IDX: type byte, dimensions, then the bytes of the numbers. */
export function idx(type: number, shape: readonly number[], numbers: ArrayLike<number>): Uint8Array {
  const header = new DataView(new ArrayBuffer(4 + 4 * shape.length));
  header.setUint8(2, type);
  header.setUint8(3, shape.length);
  shape.forEach((size, k) => {
    header.setUint32(4 + 4 * k, size);
  });
  return joined(new Uint8Array(header.buffer), Uint8Array.from(numbers));
}

/** `.npy` of format version 1 with this header and these bytes. */
export function npy(descr: string, shape: readonly number[], data: Uint8Array, fortran = false): Uint8Array {
  const type = descr.startsWith('[') ? descr : `'${descr}'`;
  const dictionary = `{'descr': ${type}, 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${shape.join(', ')},), }\n`;
  const start = Uint8Array.of(
    0x93,
    0x4e,
    0x55,
    0x4d,
    0x50,
    0x59,
    1,
    0,
    dictionary.length & 255,
    dictionary.length >> 8,
  );
  return joined(start, text(dictionary), data);
}

export const bytesOf = (numbers: ArrayBufferView): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}
