import { FileProblem } from '../problem.ts';
import { nameOf } from '../words.ts';

/** A file as the browser hands it over; `File` is one. */
export type NamedBlob = Blob & { readonly name: string };

/** The bytes of one file, unpacked. */
export interface Source {
  /** As shown to people: inside an archive the entry's name after the archive's. */
  readonly name: string;
  /** The number of all bytes where it is known without reading them, else null. */
  readonly size: number | null;
  /** The file itself where it is not packed: bytes of it may be read in any order; else null. */
  readonly blob: Blob | null;
  /**
   * All bytes from the first on, in pieces of PIECE bytes but for the last; each call begins anew.
   * @throws FileProblem when they cannot be read or unpacked
   */
  chunks(): AsyncGenerator<Uint8Array, void, void>;
}

/** Small enough that a piece is parsed in a few milliseconds. */
export const PIECE = 1 << 16;

/** A file as it lies there. */
export function plainSource(file: NamedBlob): Source {
  const name = nameOf(file);
  return { name, size: file.size, blob: file, chunks: () => inPieces(streamed(name, file)) };
}

/** The first bytes of a source: `length` of them, or all there are. */
export async function headOf(source: Source, length: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of source.chunks()) {
    parts.push(chunk);
    held += chunk.length;
    if (held >= length) break;
  }
  return joined(parts).subarray(0, length);
}

/** The bytes of a blob as they come. */
export async function* streamed(name: string, blob: Blob): AsyncGenerator<Uint8Array, void, void> {
  const gone = (): FileProblem =>
    new FileProblem(
      `${name} cannot be read: it is a folder, or was moved or changed since it was chosen`,
      'cannot-read',
    );
  let reader: ReadableStreamDefaultReader<Uint8Array>;
  try {
    reader = blob.stream().getReader();
  } catch {
    throw gone();
  }
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw gone();
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The same bytes in pieces of exactly PIECE, whatever their pieces were: nothing read depends on these. */
export async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let at = 0;
    while (length + chunk.length - at >= PIECE) {
      const end = at + PIECE - length;
      yield held.length === 0 ? chunk.subarray(at, end) : joined([...held, chunk.subarray(at, end)]);
      held = [];
      length = 0;
      at = end;
    }
    if (at < chunk.length) {
      held.push(chunk.subarray(at));
      length += chunk.length - at;
    }
  }
  if (length > 0) yield joined(held);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
