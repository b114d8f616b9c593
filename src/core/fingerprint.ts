import { Xxh64 } from './xxh64.ts';

/** Doubles that are hashed at a time: a call for each row would cost more than the hash. */
const BLOCK = 512;

/** The upper half of the one NaN that all NaNs are taken for; its lower half is 0. */
const NAN_UPPER = 0x7ff80000;

const DIGITS = /^[0-9a-f]{16}$/;

/**
 * XXH64 of doubles as little-endian bytes: 0 and −0 differ, all NaNs are 0x7ff8000000000000. The same on machines of
 * either byte order, and however the numbers are divided between calls (docs/fingerprint.md).
 */
export class Fingerprint {
  private readonly hash = new Xxh64();
  private readonly block = new DataView(new ArrayBuffer(8 * BLOCK));
  /** Doubles in the block. */
  private filled = 0;

  /** Takes values[from], …, values[to − 1]. */
  update(values: Float64Array, from = 0, to = values.length): void {
    for (let k = from; k < to;) {
      const until = Math.min(to, k + BLOCK - this.filled);
      let at = 8 * this.filled;
      this.filled += until - k;
      for (; k < until; k++, at += 8) write(this.block, at, values[k]!);
      if (this.filled === BLOCK) this.flush();
    }
  }

  push(value: number): void {
    write(this.block, 8 * this.filled, value);
    if (++this.filled === BLOCK) this.flush();
  }

  /** Of all so far: 16 lower-case hexadecimal digits. */
  digest(): string {
    this.flush();
    return this.hash.digest();
  }

  private flush(): void {
    this.hash.update(new Uint8Array(this.block.buffer, 0, 8 * this.filled));
    this.filled = 0;
  }
}

function write(view: DataView, at: number, value: number): void {
  if (Number.isNaN(value)) {
    view.setUint32(at, 0, true);
    view.setUint32(at + 4, NAN_UPPER, true);
  } else view.setFloat64(at, value, true);
}

/**
 * One fingerprint of several, in their order: XXH64 over the 8 bytes of each, as its digits are read.
 *
 * @param head a number that goes before them, as a little-endian double
 * @throws RangeError when one of them is not 16 lower-case hexadecimal digits
 */
export function combineFingerprints(parts: readonly string[], head?: number): string {
  const hash = new Xxh64();
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  if (head !== undefined) {
    view.setFloat64(0, head, true);
    hash.update(bytes);
  }
  for (const part of parts) {
    if (!DIGITS.test(part))
      throw new RangeError(`fingerprint "${part}" is not 16 lower-case hexadecimal digits`);
    view.setBigUint64(0, BigInt(`0x${part}`));
    hash.update(bytes);
  }
  return hash.digest();
}
