import { Gunzip } from 'fflate';
import { FileProblem } from '../problem.ts';
import { crc32 } from './crc32.ts';
import { inPieces, joined } from './source.ts';
import type { Source } from './source.ts';

/** Packed bytes unpacked at a time: at most a thousandfold comes out. */
const PACKED = 4096;
/** Packed bytes before the present ones in which a member's trailer is looked for. */
const RECENT = 4 * PACKED;
/** fflate: no gzip header where one must be. */
const NO_HEADER = 6;

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** The unpacked bytes of a gzip file (RFC 1952). */
export function gunzipped(source: Source, name: string): Source {
  return { name, size: null, blob: null, chunks: () => inPieces(members(source)) };
}

/**
 * The bytes of all members, one after another. What follows the last member and is none (padding) is passed over.
 * @throws FileProblem when a member is cut off, cannot be unpacked, or is not what its checksum says
 */
async function* members(source: Source): AsyncGenerator<Uint8Array, void, void> {
  const damaged = (): FileProblem =>
    new FileProblem(
      `${source.name} begins like a gzip file but cannot be unpacked: it is damaged or cut off; download or pack it again`,
      'damaged-gzip',
    );
  const member = new Member();
  const recent: Uint8Array[] = [];
  let unpacked: Uint8Array[] = [];
  const ended = (): void => {
    member.end(joined(recent));
  };
  const gunzip = new Gunzip((bytes) => {
    if (bytes.length === 0) return;
    member.take(bytes);
    unpacked.push(bytes);
  });
  gunzip.onmember = ended;

  for await (const packed of source.chunks()) {
    for (let at = 0; at < packed.length; at += PACKED) {
      const piece = packed.subarray(at, at + PACKED);
      recent.push(piece);
      if (recent.length > RECENT / PACKED) recent.shift();
      let padding = false;
      try {
        gunzip.push(piece);
      } catch (error) {
        // After a whole member only what begins with another header is one.
        padding = (error as { code?: number }).code === NO_HEADER && member.endsIn(joined(recent));
        if (!padding) throw damaged();
      }
      if (member.damaged) throw damaged();
      yield* unpacked;
      unpacked = [];
      if (padding) return;
    }
  }
  try {
    gunzip.push(new Uint8Array(0), true);
  } catch {
    throw damaged();
  }
  ended();
  if (member.damaged) throw damaged();
  yield* unpacked;
}

/** What a member's trailer must say of its bytes: their CRC-32 and their number (modulo 2^32), little-endian. */
class Member {
  private crc = 0;
  private length = 0;
  private broken = false;

  /** Whether a member that ended was not what its trailer says. */
  get damaged(): boolean {
    return this.broken;
  }

  /** Ends a member whose trailer is in these packed bytes, and begins the next. */
  end(packed: Uint8Array): void {
    this.broken ||= !this.endsIn(packed);
    this.crc = 0;
    this.length = 0;
  }

  take(bytes: Uint8Array): void {
    this.crc = crc32(this.crc, bytes);
    this.length += bytes.length;
  }

  /** Whether these packed bytes hold its trailer. */
  endsIn(packed: Uint8Array): boolean {
    const trailer = new Uint8Array(8);
    const view = new DataView(trailer.buffer);
    view.setUint32(0, this.crc, true);
    view.setUint32(4, this.length % 2 ** 32, true);
    for (let at = packed.length - 8; at >= 0; at--) {
      if (trailer.every((byte, k) => packed[at + k] === byte)) return true;
    }
    return false;
  }
}
