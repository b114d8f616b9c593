import { zipSync, type Zippable } from 'fflate';

/** A NumPy array: its numbers row by row, and its shape. */
export interface NpyArray {
  readonly values: Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
  readonly shape: readonly number[];
}

/** The header of a file is a multiple of so many bytes. */
const ALIGNMENT = 64;
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];

/**
 * A file of NumPy's format, version 1.0 (numpy.lib.format).
 *
 * @throws RangeError when the shape has another number of entries
 */
export function npy({ values, shape }: NpyArray): Uint8Array {
  const entries = shape.reduce((product, length) => product * length, 1);
  if (entries !== values.length) {
    throw new RangeError(`an array of ${values.length} entries does not have the shape ${shape.join('×')}`);
  }
  // A tuple of one keeps its comma.
  const tuple = `(${shape.map((length) => `${length},`).join(' ')})`;
  const said = `{'descr': '${typeOf(values)}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const before = MAGIC.length + 2;
  const length = Math.ceil((before + said.length + 1) / ALIGNMENT) * ALIGNMENT - before;
  const header = `${said.padEnd(length - 1)}\n`;
  const file = new Uint8Array(before + length + values.byteLength);
  file.set(MAGIC);
  new DataView(file.buffer).setUint16(MAGIC.length, length, true);
  file.set(new TextEncoder().encode(header), before);
  file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), before + length);
  return file;
}

/** Every browser there is, and Node on all its machines but s390x, has its numbers in little-endian order. */
function typeOf(values: NpyArray['values']): string {
  if (values instanceof Float64Array) return '<f8';
  if (values instanceof Float32Array) return '<f4';
  if (values instanceof Int32Array) return '<i4';
  if (values instanceof Uint32Array) return '<u4';
  return values instanceof Uint16Array ? '<u2' : '|u1';
}

/** Named arrays as one file, as numpy.savez_compressed writes it; the same arrays give the same bytes. */
export function npz(arrays: Readonly<Record<string, NpyArray>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, array] of Object.entries(arrays)) files[`${name}.npy`] = npy(array);
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
