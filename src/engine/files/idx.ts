/**
 * IDX, the format of the MNIST files (Y. LeCun, yann.lecun.com/exdb/mnist): two zero bytes, a type byte, the
 * number of dimensions, each dimension as a big-endian 32-bit integer, then the numbers, row-major. Unsigned
 * bytes (type 0x08) only: magic 0x00000801 are labels, 0x00000803 images.
 */
import { checkSize } from './limits.ts';
import { byteSize, FileProblem, grouped } from './words.ts';

const UNSIGNED_BYTE = 0x08;
const OTHER_TYPES: Readonly<Record<number, string>> = {
  0x09: 'signed bytes',
  0x0b: '16-bit integers',
  0x0c: '32-bit integers',
  0x0d: '32-bit floating-point numbers',
  0x0e: '64-bit floating-point numbers',
};
const MAX_DIMENSIONS = 4;

export interface IdxHeader {
  /** Each dimension; the first is the number of images or labels. */
  readonly shape: readonly number[];
  /** shape[0]. */
  readonly count: number;
  /** Product of the other dimensions; 1 for labels. */
  readonly dim: number;
  /** Where the numbers begin, in bytes. */
  readonly offset: number;
  /** What the whole file must hold, in bytes. */
  readonly size: number;
}

/** An IDX file: labels where it has one dimension, else images. */
export interface IdxArray extends IdxHeader {
  readonly name: string;
  /** count×dim, row-major; a view of the file's bytes. */
  readonly values: Uint8Array;
}

/** Whether these first bytes are those of an IDX file, of whatever type. */
export function isIdx(head: Uint8Array): boolean {
  const type = head[2] ?? 0;
  return head[0] === 0 && head[1] === 0 && (type === UNSIGNED_BYTE || type in OTHER_TYPES);
}

/**
 * Reads the header and checks its sizes against the limits; takes no memory for the numbers.
 * @throws FileProblem
 */
export function readIdxHeader(name: string, head: Uint8Array): IdxHeader {
  const other = OTHER_TYPES[head[2] ?? 0];
  if (other !== undefined) {
    throw new FileProblem(`${name} is an IDX file of ${other}; only unsigned bytes (type 0x08) are read`);
  }
  const dimensions = head[3] ?? 0;
  if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
    throw new FileProblem(
      `${name} is an IDX file of ${dimensions} dimensions; 1 to ${MAX_DIMENSIONS} are read`,
    );
  }
  const offset = 4 + 4 * dimensions;
  if (head.length < offset) {
    throw new FileProblem(`${name} ends within its header: ${head.length} of ${offset} bytes are there`);
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const shape = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const count = shape[0]!;
  const dim = shape.slice(1).reduce((product, size) => product * size, 1);
  checkSize(name, count, dim);
  return { shape, count, dim, offset, size: offset + count * dim };
}

/** "10,000 × 28 × 28 pixels" or "10,000 labels". */
export function idxContent({ shape }: IdxHeader): string {
  return `${shape.map((size) => grouped(size)).join(' × ')} ${shape.length === 1 ? 'labels' : 'pixels'}`;
}

/** @throws FileProblem unless the file holds exactly what its header says */
export function checkIdxSize(name: string, header: IdxHeader, held: number): void {
  if (held === header.size) return;
  const said = header.size - header.offset;
  const there = held - header.offset;
  const rounded = byteSize(said) !== byteSize(there);
  const size = rounded ? byteSize : (bytes: number): string => `${grouped(bytes)} bytes`;
  throw new FileProblem(
    `${name} says ${idxContent(header)} (${size(said)}) but holds ${there < said ? 'only ' : ''}${size(there)}`,
  );
}

/** Parses a whole IDX file. The values are a view of `bytes`. @throws FileProblem */
export function parseIdx(name: string, bytes: Uint8Array): IdxArray {
  const header = readIdxHeader(name, bytes);
  checkIdxSize(name, header, bytes.length);
  return { ...header, name, values: bytes.subarray(header.offset) };
}
