import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Bytes of an IDX file of unsigned bytes, with whatever header is asked for. */
export function idxBytes(
  shape: readonly number[],
  values: readonly number[] | Uint8Array,
  type = 0x08,
): Uint8Array {
  const bytes = new Uint8Array(4 + 4 * shape.length + values.length);
  bytes.set([0, 0, type, shape.length]);
  const view = new DataView(bytes.buffer);
  shape.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  bytes.set(values, 4 + 4 * shape.length);
  return bytes;
}

export function file(name: string, content: string | Uint8Array): File {
  return new File([typeof content === 'string' ? content : Uint8Array.from(content)], name);
}

export const gzipped = (name: string, content: string | Uint8Array): File => file(name, gzipSync(content));

/** Six 2×2 images whose pixels count up from 0, labels 0 1 2 0 1 2. */
export const IMAGES = idxBytes(
  [6, 2, 2],
  Array.from({ length: 24 }, (_, k) => k),
);
export const LABELS = idxBytes([6], [0, 1, 2, 0, 1, 2]);

const MNIST = new URL('../../../../shared/data/mnist/', import.meta.url);
const DIGITS = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'];

/** The real MNIST test digits, or null (with a warning that names what is missing) where they are not there. */
export function realDigits(): readonly File[] | null {
  const missing = DIGITS.map((name) => new URL(name, MNIST).pathname).filter((path) => !existsSync(path));
  if (missing.length > 0) {
    console.warn(`SKIPPED: the tests with real digits need ${missing.join(' and ')}`);
    return null;
  }
  return DIGITS.map((name) => file(name, readFileSync(new URL(name, MNIST))));
}
