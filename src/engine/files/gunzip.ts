import { FileProblem, nameOf } from './words.ts';

/** A file as the browser hands it over; `File` is one. */
export type NamedBlob = Blob & { readonly name: string };

/** The bytes of a file, unpacked where it is gzipped, read no further than asked for. */
export interface ByteSource {
  /** The first bytes: at least HEAD of them, or all there are. */
  readonly head: Uint8Array;
  /** The number of all bytes where it is known without reading them (a plain file), else null. */
  readonly size: number | null;
  /**
   * All bytes from the first on, in pieces of at most PIECE; may be gone through once.
   * @throws FileProblem `tooLong` as soon as there are more than `limit`
   */
  chunks(limit: number, tooLong: string): AsyncGenerator<Uint8Array, void, void>;
  /** Stops reading; needed when `chunks` was not gone through. */
  close(): Promise<void>;
}

const HEAD = 1024;
/** Small enough that a table's piece is parsed in a few milliseconds. */
const PIECE = 1 << 16;

/**
 * Opens a file for reading; a gzip file (RFC 1952, begins with 1f 8b) is unpacked by the platform on the way.
 * @throws FileProblem when it cannot be read or unpacked
 */
export async function openBytes(file: NamedBlob): Promise<ByteSource> {
  const magic = await guarded(file, false, async () => new Uint8Array(await file.slice(0, 2).arrayBuffer()));
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b;
  const stream: ReadableStream<Uint8Array> = gzip
    ? file.stream().pipeThrough(new DecompressionStream('gzip'))
    : file.stream();
  const reader = stream.getReader();
  const close = (): Promise<void> => reader.cancel().catch(() => undefined);
  const next = (): Promise<Uint8Array | undefined> =>
    guarded(file, gzip, async () => (await reader.read()).value);

  let head: Uint8Array = new Uint8Array(0);
  for (let chunk; head.length < HEAD && (chunk = await next()) !== undefined;) head = joined([head, chunk]);

  async function* chunks(limit: number, tooLong: string): AsyncGenerator<Uint8Array, void, void> {
    let total = 0;
    try {
      for (let chunk: Uint8Array | undefined = head; chunk !== undefined; chunk = await next()) {
        total += chunk.length;
        if (total > limit) throw new FileProblem(tooLong);
        for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
      }
    } finally {
      await close();
    }
  }
  return { head, size: gzip ? null : file.size, chunks, close };
}

/** All bytes of a source in one array. @throws FileProblem `tooLong` when there are more than `limit` */
export async function readAll(source: ByteSource, limit: number, tooLong: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks(limit, tooLong)) parts.push(chunk);
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Turns what the platform throws while reading into the file's problem. */
async function guarded<T>(file: NamedBlob, gzip: boolean, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new FileProblem(
      gzip
        ? `${nameOf(file)} begins like a gzip file but cannot be unpacked: it is damaged or cut off`
        : `${nameOf(file)} cannot be read: it is a folder, or was moved or changed since it was chosen`,
    );
  }
}
