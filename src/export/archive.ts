import { Zip, ZipDeflate } from 'fflate';

/** The first moment that a zip can name, in local time as zips count: no clock decides a byte. */
const DATE = new Date(1980, 0, 1);

/** Bytes that are compressed at a time. */
const PIECE = 1 << 20;

/** Writes a zip: the same entries in the same order give the same bytes. */
export class Archive {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  /** @param parts of the file, in order; text as UTF-8. One is taken at a time */
  add(name: string, parts: Iterable<Uint8Array | string>): void {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = DATE;
    this.zip.add(file);
    const encoder = new TextEncoder();
    for (const part of parts) {
      const bytes = typeof part === 'string' ? encoder.encode(part) : part;
      for (let from = 0; from < bytes.length; from += PIECE) file.push(bytes.subarray(from, from + PIECE));
    }
    file.push(new Uint8Array(0), true);
  }

  /** The whole file, in pieces. */
  end(): readonly Uint8Array[] {
    this.zip.end();
    return this.chunks;
  }
}
