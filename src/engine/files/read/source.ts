import type { ReadOptions } from '../table.ts';

/** The bytes of one file, unpacked. */
export interface Source {
  /** As shown to people: inside an archive the entry's name after the archive's. */
  readonly name: string;
  /** The number of all bytes where it is known without reading them, else null. */
  readonly size: number | null;
  /** The file itself where it is not packed: bytes of it may be read in any order; else null. */
  readonly blob: Blob | null;
  /** All bytes from the first on; each call begins anew. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes between two breaths: a few milliseconds of parsing. */
const PIECE = 1 << 16;

/**
 * The source's bytes in small pieces, with the progress told, a breath taken and the signal heeded between them.
 * @param rows tells how many rows were read so far
 * @throws the signal's reason when it is aborted
 */
export async function* watched(
  source: Source,
  { progress, signal, breathe }: ReadOptions,
  rows: () => number,
): AsyncGenerator<Uint8Array, void, void> {
  let read = 0;
  for await (const chunk of source.chunks()) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      signal.throwIfAborted();
      const piece = chunk.subarray(at, at + PIECE);
      yield piece;
      read += piece.length;
      progress(source.size === null ? null : Math.min(read / Math.max(source.size, 1), 1), rows());
      await breathe();
    }
  }
}
