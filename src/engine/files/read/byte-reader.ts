/** Takes runs of bytes of any length out of a stream of pieces. */
export class ByteReader {
  private readonly pieces: AsyncIterator<Uint8Array>;
  private piece: Uint8Array = new Uint8Array(0);
  /** Bytes taken so far. */
  taken = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, or fewer where the stream ends; valid until the next call. */
  async take(length: number): Promise<Uint8Array> {
    if (this.piece.length === 0) await this.more();
    if (this.piece.length >= length) return this.cut(length);
    // No more memory than there are bytes: the length may come from a lying header.
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (this.piece.length > 0 || (await this.more()))) {
      const part = this.cut(Math.min(missing, this.piece.length));
      parts.push(part);
      missing -= part.length;
    }
    const whole = new Uint8Array(length - missing);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  /** Whatever comes next, at least one byte; empty at the end. */
  async some(): Promise<Uint8Array> {
    if (this.piece.length === 0) await this.more();
    return this.cut(this.piece.length);
  }

  /** Stops reading. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  private cut(length: number): Uint8Array {
    const head = this.piece.subarray(0, length);
    this.piece = this.piece.subarray(length);
    this.taken += length;
    return head;
  }

  private async more(): Promise<boolean> {
    while (this.piece.length === 0) {
      const next = await this.pieces.next();
      if (next.done === true) return false;
      this.piece = next.value;
    }
    return true;
  }
}
