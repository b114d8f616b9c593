import { sha256 } from '@noble/hashes/sha2.js';
import type { Dataset } from '../../../core/experiment.ts';

/** Bytes hashed between two breaths: a few milliseconds. */
const PIECE = 1 << 20;

/**
 * Names a dataset by its content: the first 8 bytes of SHA-256, as 16 hex digits, over count, dim and bytes a
 * value (three little-endian 32-bit integers), the values and the labels (little-endian). The names of the
 * files and of the labels are not in it: a run does not depend on them. Needs nothing of the browser, whose own SHA-256
 * is missing on pages from plain http.
 */
export async function datasetId(
  { count, dim, values, labels }: Pick<Dataset, 'count' | 'dim' | 'values' | 'labels'>,
  breathe: () => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const hash = sha256.create();
  const header = Uint32Array.of(count, dim, values.BYTES_PER_ELEMENT);
  for (const part of [header, values, labels]) {
    const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    for (let at = 0; at < bytes.length; at += PIECE) {
      hash.update(bytes.subarray(at, at + PIECE));
      await breathe();
    }
  }
  return Array.from(hash.digest().subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
