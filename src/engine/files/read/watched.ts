import type { Source } from '../bytes/source.ts';
import type { ReadOptions } from '../table.ts';

/**
 * The source's bytes, with the progress told, a breath taken and the signal heeded between pieces.
 * @param rows tells how many rows were read so far
 * @throws the signal's reason when it is aborted
 */
export async function* watched(
  source: Source,
  { progress, signal, breathe }: ReadOptions,
  rows: () => number,
): AsyncGenerator<Uint8Array, void, void> {
  let read = 0;
  for await (const piece of source.chunks()) {
    signal.throwIfAborted();
    yield piece;
    read += piece.length;
    progress(source.size === null ? null : Math.min(read / Math.max(source.size, 1), 1), rows());
    await breathe();
  }
}
