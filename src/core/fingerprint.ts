/** Where the upper half of a double lies: the hash takes lower half, then upper, on any machine. */
const UPPER = new Uint32Array(new Float64Array([1]).buffer)[1] === 0x3ff00000 ? 1 : 0;

/** The upper half of the one NaN that all NaNs are taken for; its lower half is 0. */
const NAN_UPPER = 0x7ff80000;

const DIGITS = /^[0-9a-f]{16}$/;

/**
 * 64 bits of hash over pairs of 32-bit words: two lanes that take one word each and mix into each other, after
 * MurmurHash3 (Appleby 2011), in the manner of its x64_128 form with 32-bit lanes. A step is a bijection of the state
 * for any words, and of the words for any state: two sequences that differ in one pair never collide before the end.
 */
class PairHash {
  private a = 0;
  private b = 0;
  private pairs = 0;

  mix(lower: number, upper: number): void {
    let { a, b } = this;
    let k = Math.imul(lower, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    a ^= k;
    a = ((a << 19) | (a >>> 13)) + b;
    a = (Math.imul(a, 5) + 0x561ccd1b) | 0;
    k = Math.imul(upper, 0xab0e9789);
    k = Math.imul((k << 16) | (k >>> 16), 0x38b34ae5);
    b ^= k;
    b = ((b << 17) | (b >>> 15)) + a;
    b = (Math.imul(b, 5) + 0x0bcaa747) | 0;
    this.a = a;
    this.b = b;
    this.pairs++;
  }

  /** 16 hexadecimal digits; the hash may go on after it. */
  digest(): string {
    let a = this.a ^ this.pairs;
    let b = this.b ^ this.pairs;
    a = (a + b) | 0;
    b = (b + a) | 0;
    a = finalise(a);
    b = finalise(b);
    a = (a + b) | 0;
    b = (b + a) | 0;
    return hex(a) + hex(b);
  }
}

/** MurmurHash3's last step: every bit of the word comes to depend on every other. */
function finalise(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/**
 * A 64-bit fingerprint of doubles, bit by bit: 0 and −0 differ, all NaNs are one. The same on machines of either byte
 * order, and however the numbers are divided between calls. Against accidents, not against forgery.
 */
export class Fingerprint {
  private readonly hash = new PairHash();

  /** Takes values[from], …, values[to − 1]. */
  update(values: Float64Array, from = 0, to = values.length): void {
    const { hash } = this;
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    for (let k = from; k < to; k++) {
      if (Number.isNaN(values[k]!)) hash.mix(0, NAN_UPPER);
      else hash.mix(words[2 * k + 1 - UPPER]!, words[2 * k + UPPER]!);
    }
  }

  /** Of all so far: 16 lower-case hexadecimal digits. */
  digest(): string {
    return this.hash.digest();
  }
}

/**
 * One fingerprint of several, in their order.
 *
 * @throws RangeError when one of them is not 16 lower-case hexadecimal digits
 */
export function combineFingerprints(parts: readonly string[]): string {
  const hash = new PairHash();
  for (const part of parts) {
    if (!DIGITS.test(part))
      throw new RangeError(`fingerprint "${part}" is not 16 lower-case hexadecimal digits`);
    hash.mix(Number.parseInt(part.slice(8), 16), Number.parseInt(part.slice(0, 8), 16));
  }
  return hash.digest();
}
