import type { Cell } from '../table.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ElementType } from './number-type.ts';

/** An array as its header describes it. */
export interface ArrayHeader {
  /** Each dimension; the first counts the rows. */
  readonly shape: readonly number[];
  /** One element of a row: a type for all, or one a field. */
  readonly type: ElementType;
  /** The fields of a row of records; null for plain elements. */
  readonly fields: readonly Field[] | null;
  /** Whether the first index runs fastest (Fortran) and not the last (C). */
  readonly fortran: boolean;
}

export interface Field {
  readonly name: string;
  readonly type: ElementType;
  /** Bytes from the record's beginning. */
  readonly offset: number;
}

/** Rows that were read together. */
export interface Block {
  /** Of the block's first row, from 0. */
  readonly first: number;
  readonly count: number;
  /** Column `column` of row `row` of the block. */
  cell(row: number, column: number): Cell;
  /** All of the block where elements are bytes in C order. */
  readonly bytes: Uint8Array | null;
}

/** Elements a row, or fields of a record. */
export const widthOf = ({ shape, fields }: ArrayHeader): number =>
  (fields?.length ?? 1) * shape.slice(1).reduce((product, size) => product * size, 1);

/** Bytes a row. */
export const rowBytes = (header: ArrayHeader): number =>
  header.type.size * header.shape.slice(1).reduce((product, size) => product * size, 1);

const BLOCK = 1 << 16;

/** The rows of an array, as many as there are bytes for; ends early where the bytes do. */
export async function* rowBlocks(header: ArrayHeader, reader: ByteReader): AsyncGenerator<Block, void, void> {
  const count = header.shape[0]!;
  if (header.fortran && header.shape.length > 1) {
    const block = await transposed(header, reader);
    if (block !== null) yield block;
    return;
  }
  const { type, fields } = header;
  const size = rowBytes(header);
  const together = Math.max(1, Math.floor(BLOCK / size));
  for (let first = 0; first < count;) {
    const bytes = await reader.take(size * Math.min(together, count - first));
    const rows = Math.floor(bytes.length / size);
    if (rows === 0) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yield {
      first,
      count: rows,
      cell: (row, column) => {
        const field = fields?.[column];
        return field === undefined
          ? type.cell(view, row * size + column * type.size)
          : field.type.cell(view, row * size + field.offset);
      },
      bytes: type.kind === 'bytes' ? bytes : null,
    };
    first += rows;
    if (rows * size < bytes.length) return;
  }
}

/** All of an array in Fortran order; null where bytes are missing, for then every row misses some. */
async function transposed(header: ArrayHeader, reader: ByteReader): Promise<Block | null> {
  const { shape, type } = header;
  const count = shape[0]!;
  const size = count * rowBytes(header);
  const bytes = await reader.take(size);
  if (bytes.length < size) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offsets = fortranOffsets(shape);
  return {
    first: 0,
    count,
    cell: (row, column) => type.cell(view, (row + offsets[column]!) * type.size),
    bytes: null,
  };
}

/** Where element c (in C order) of row 0 stands in an array of that shape in Fortran order. */
function fortranOffsets(shape: readonly number[]): Float64Array {
  let offsets = Float64Array.of(0);
  let stride = shape[0]!;
  for (const size of shape.slice(1)) {
    const longer = new Float64Array(offsets.length * size);
    offsets.forEach((offset, c) => {
      for (let index = 0; index < size; index++) longer[c * size + index] = offset + index * stride;
    });
    offsets = longer;
    stride *= size;
  }
  return offsets;
}
