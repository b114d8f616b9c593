/**
 * The bits of doubles, and exact powers of two.
 *
 * The scratch below is shared by all callers. That is safe: each function writes it and reads it back in the same
 * synchronous call, calls nothing in between, and every thread has a copy of this module of its own.
 */
const DOUBLE = new Float64Array([1]);
const WORDS = new Int32Array(DOUBLE.buffer);

/** Where the word with sign, exponent and leading 20 bits lies; 1.0 is 0x3ff00000 00000000. */
const HIGH_WORD = WORDS[1] === 0x3ff00000 ? 1 : 0;

/** The upper 32 bits of a double as a signed integer: 1 bit sign, 11 exponent + 1023, 20 leading bits. */
export function highWord(x: number): number {
  DOUBLE[0] = x;
  return WORDS[HIGH_WORD]!;
}

const SMALLEST_EXPONENT = -1074;
const LARGEST_EXPONENT = 1023;

/** 2^k at index k + 1074, subnormal ones included; every entry is exact, doubling being exact. */
const POWERS = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
POWERS[0] = Number.MIN_VALUE;
for (let i = 1; i < POWERS.length; i++) POWERS[i] = 2 * POWERS[i - 1]!;

/**
 * y·2^k, rounded once, for an integer k in [−1100, 1024] and ½ ≤ y < 2. A product with a table's entry instead of a
 * shifted exponent: writing half of a double and reading it whole stalls the processor.
 */
export function timesPowerOfTwo(y: number, k: number): number {
  if (k > LARGEST_EXPONENT) return y * 2 * POWERS[k - 1 - SMALLEST_EXPONENT]!;
  if (k < SMALLEST_EXPONENT)
    return y * POWERS[k + 512 - SMALLEST_EXPONENT]! * POWERS[-512 - SMALLEST_EXPONENT]!;
  return y * POWERS[k - SMALLEST_EXPONENT]!;
}
