/**
 * XXH64 with seed 0 (Y. Collet, xxHash fast digest algorithm, doc/xxhash_spec.md): 64 bits of hash over bytes. Against
 * accidents, not against forgery. JavaScript multiplies words of 32 bits fast and exactly, so the long loop holds each
 * 64-bit word as two halves; what is done once a hash is in BigInt, as the specification writes it.
 */

const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;

const P1_HIGH = 0x9e3779b1 | 0;
const P1_LOW = 0x85ebca87 | 0;
const P2_HIGH = 0xc2b2ae3d | 0;
const P2_LOW = 0x27d4eb4f;

/** Bytes of a stripe: a word for each of the four lanes. */
const STRIPE = 32;

/** A hash under way. However the bytes are divided between calls, the digest is the same. */
export class Xxh64 {
  /** Four lanes, of each its high and then its low half; they begin at P1 + P2, P2, 0 and −P1. */
  private readonly lanes = Int32Array.of(
    0x60ea27ee,
    0xadc0b5d6,
    P2_HIGH,
    P2_LOW,
    0,
    0,
    0x61c8864e,
    0x7a143579,
  );
  /** Bytes that do not make a stripe yet. */
  private readonly tail = new Uint8Array(STRIPE);
  private tailLength = 0;
  private length = 0;

  update(bytes: Uint8Array): void {
    this.length += bytes.length;
    let from = 0;
    if (this.tailLength > 0) {
      from = Math.min(bytes.length, STRIPE - this.tailLength);
      this.tail.set(bytes.subarray(0, from), this.tailLength);
      this.tailLength += from;
      if (this.tailLength < STRIPE) return;
      takeStripes(this.lanes, viewOf(this.tail), 0, 1);
      this.tailLength = 0;
    }
    const count = Math.floor((bytes.length - from) / STRIPE);
    takeStripes(this.lanes, viewOf(bytes), from, count);
    const rest = bytes.subarray(from + count * STRIPE);
    this.tail.set(rest);
    this.tailLength = rest.length;
  }

  /** 16 lower-case hexadecimal digits of all so far; the hash may go on after it. */
  digest(): string {
    let hash = this.length < STRIPE ? P5 : this.converge();
    hash = word(hash + BigInt(this.length));
    const tail = viewOf(this.tail);
    let at = 0;
    for (; at + 8 <= this.tailLength; at += 8) {
      hash = word(turn(hash ^ round(0n, tail.getBigUint64(at, true)), 27n) * P1 + P4);
    }
    if (at + 4 <= this.tailLength) {
      hash = word(turn(hash ^ word(BigInt(tail.getUint32(at, true)) * P1), 23n) * P2 + P3);
      at += 4;
    }
    for (; at < this.tailLength; at++) hash = word(turn(hash ^ word(BigInt(this.tail[at]!) * P5), 11n) * P1);
    hash = word((hash ^ (hash >> 33n)) * P2);
    hash = word((hash ^ (hash >> 29n)) * P3);
    return (hash ^ (hash >> 32n)).toString(16).padStart(16, '0');
  }

  /** The four lanes as one word. */
  private converge(): bigint {
    const lanes = [0, 1, 2, 3].map((lane) => {
      const [high, low] = [this.lanes[2 * lane]!, this.lanes[2 * lane + 1]!];
      return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    });
    const [a, b, c, d] = lanes as [bigint, bigint, bigint, bigint];
    const sum = word(turn(a, 1n) + turn(b, 7n) + turn(c, 12n) + turn(d, 18n));
    return lanes.reduce((hash, lane) => word((hash ^ round(0n, lane)) * P1 + P4), sum);
  }
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, length);

const word = (value: bigint): bigint => BigInt.asUintN(64, value);
const turn = (value: bigint, by: bigint): bigint => word((value << by) | (value >> (64n - by)));
const round = (lane: bigint, value: bigint): bigint => word(turn(word(lane + value * P2), 31n) * P1);

/** lane ← turn(lane + word · P2, 31) · P1 (`round`) for each word of each stripe. */
function takeStripes(lanes: Int32Array, words: DataView, from: number, count: number): void {
  for (let lane = 0; lane < 4; lane++) {
    let high = lanes[2 * lane]!;
    let low = lanes[2 * lane + 1]!;
    for (let stripe = 0; stripe < count; stripe++) {
      const at = from + STRIPE * stripe + 8 * lane;
      const wordLow = words.getInt32(at, true);
      const wordHigh = words.getInt32(at + 4, true);
      const product = Math.imul(wordLow, P2_LOW);
      const sum = (low + product) | 0;
      const carry = sum >>> 0 < product >>> 0 ? 1 : 0;
      const crossed = Math.imul(wordHigh, P2_LOW) + Math.imul(wordLow, P2_HIGH);
      const top = (high + upperProduct(wordLow, P2_LOW) + crossed + carry) | 0;
      const turnedHigh = (top << 31) | (sum >>> 1);
      const turnedLow = (sum << 31) | (top >>> 1);
      low = Math.imul(turnedLow, P1_LOW);
      high =
        (upperProduct(turnedLow, P1_LOW) + Math.imul(turnedHigh, P1_LOW) + Math.imul(turnedLow, P1_HIGH)) | 0;
    }
    lanes[2 * lane] = high;
    lanes[2 * lane + 1] = low;
  }
}

/** The upper half of the product of two words of 32 bits without sign, from their digits of 16 bits. */
function upperProduct(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  // None of the sums exceeds 2³² − 1.
  const first = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
  const second = (Math.imul(a0, b1) + (first & 0xffff)) | 0;
  return (Math.imul(a1, b1) + (first >>> 16) + (second >>> 16)) | 0;
}
