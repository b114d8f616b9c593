import { joined } from './source.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a text that begins with these bytes is written: by its byte-order mark, else by where its zero bytes are. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  head.forEach((byte, k) => {
    if (byte === 0) zeros[k % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 4;
  if (odd > many && even < odd / 8) return 'utf-16le';
  if (even > many && odd < even / 8) return 'utf-16be';
  return 'utf-8';
}

/**
 * Text out of bytes that come in pieces: line ends become \n, a byte-order mark is passed over. Bytes that are no UTF-8
 * are read as Windows-1252 (of which Latin-1 is a part), or, where most are, become U+FFFD.
 */
export class TextReader {
  private decoder: TextDecoder;
  private readonly encoding: Encoding;
  /** Still decoded strictly: invalid bytes decide how the rest is read. */
  private strict: boolean;
  /** Whether a character of several bytes was seen. */
  private multibyte = false;
  /** Bytes of a character that continues in the next piece. */
  private rest: Uint8Array = new Uint8Array(0);
  private first = true;
  /** A \r at a piece's end, which may be half of a \r\n. */
  private held = '';
  private told: string | null = null;

  constructor(encoding: Encoding) {
    this.encoding = encoding;
    this.strict = encoding === 'utf-8';
    this.decoder = new TextDecoder(encoding, { fatal: this.strict, ignoreBOM: true });
  }

  /** A sentence on how the bytes were understood, where that is not as expected. */
  get note(): string | null {
    return this.told ?? (this.encoding === 'utf-8' ? null : 'The text is read as UTF-16.');
  }

  take(piece: Uint8Array, last: boolean): string {
    let text = this.held + this.decode(piece, last);
    this.held = '';
    if (this.first && text !== '') {
      this.first = false;
      if (text.startsWith('\ufeff')) text = text.slice(1);
    }
    if (!text.includes('\r')) return text;
    if (!last && text.endsWith('\r')) {
      this.held = '\r';
      text = text.slice(0, -1);
    }
    return text.replace(/\r\n?/g, '\n');
  }

  private decode(piece: Uint8Array, last: boolean): string {
    if (!this.strict) return this.decoder.decode(piece, { stream: !last });
    const bytes = this.rest.length === 0 ? piece : joined([this.rest, piece]);
    const end = last ? bytes.length : wholeCharacters(bytes);
    try {
      const text = this.decoder.decode(bytes.subarray(0, end));
      this.rest = bytes.slice(end);
      this.multibyte ||= text.length !== end;
      return text;
    } catch {
      this.strict = false;
      const lossy = new TextDecoder('utf-8', { ignoreBOM: true });
      const text = lossy.decode(bytes, { stream: !last });
      const invalid = text.split('\ufffd').length - 1;
      const valid = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
      if (this.multibyte || valid > invalid) {
        this.decoder = lossy;
        this.told = 'Some characters are no UTF-8 and are shown as \ufffd.';
        return text;
      }
      this.decoder = new TextDecoder('windows-1252');
      this.told = 'The text is no UTF-8 and is read as Windows-1252 (Latin-1).';
      return this.decoder.decode(bytes, { stream: !last });
    }
  }
}

/** Where the last character that may go on after these bytes begins; their length where none does. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
