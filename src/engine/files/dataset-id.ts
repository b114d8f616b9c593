import type { Dataset } from '../../core/experiment.ts';
import { FileProblem } from './words.ts';

/**
 * Names a dataset by its content: the first 8 bytes of SHA-256, as 16 hex digits, over count, dim and bytes a
 * value (three little-endian 32-bit integers), the values and the labels (little-endian). The names of the
 * files and of the labels are not in it: a run does not depend on them.
 * @throws FileProblem where the browser gives no SHA-256
 */
export async function datasetId({
  count,
  dim,
  values,
  labels,
}: Pick<Dataset, 'count' | 'dim' | 'values' | 'labels'>): Promise<string> {
  // Undefined, whatever the types say, on pages from plain http.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    throw new FileProblem(
      'Files need SHA-256, which the browser gives only to pages from https or localhost: open this page from there',
    );
  }
  const header = Uint32Array.of(count, dim, values.BYTES_PER_ELEMENT);
  const whole = new Uint8Array(header.byteLength + values.byteLength + labels.byteLength);
  let at = 0;
  for (const part of [header, values, labels]) {
    whole.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  const hash = new Uint8Array(await subtle.digest('SHA-256', whole));
  return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
