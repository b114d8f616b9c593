import { gzipSync } from 'node:zlib';

/** A file for an `<input type="file">`. */
export interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** IDX of unsigned bytes: 00 00 08, the number of dimensions, each size as a big-endian 32-bit integer, the bytes. */
export function idx(sizes: readonly number[], bytes: Uint8Array): Buffer {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, k) => header.writeUInt32BE(size, 4 + 4 * k));
  return Buffer.concat([header, bytes]);
}

export function file(name: string, content: Buffer, { gzip = false } = {}): FilePayload {
  return { name, mimeType: 'application/octet-stream', buffer: gzip ? gzipSync(content) : content };
}

/**
 * Pictures of 8×8 of two digits that a linear map tells apart: of a 4 the left half is bright, of a 9 the right half.
 * The noise is a fixed sequence, so the files are the same each time.
 */
export function generatedDigits(count: number): { readonly images: Buffer; readonly labels: Buffer } {
  const labels = Uint8Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 4 : 9));
  const pixels = new Uint8Array(count * 64);
  let noise = 1;
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < 64; k++) {
      noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0;
      const bright = k % 8 < 4 === (labels[i] === 4);
      pixels[64 * i + k] = (bright ? 128 : 0) + (noise >>> 25);
    }
  }
  return { images: idx([count, 8, 8], pixels), labels: idx([count], labels) };
}
