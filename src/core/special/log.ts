import { highWord, timesPowerOfTwo } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './constants.ts';

const L1 = 0.6666666666666735;
const L2 = 0.3999999999940942;
const L3 = 0.2857142874366239;
const L4 = 0.22222198432149784;
const L5 = 0.1818357216161805;
const L6 = 0.15313837699209373;
const L7 = 0.14798198605116586;

/** Added to the high word of x, it carries into the exponent exactly where the mantissa is ≥ √2. */
const ROUND_AT_SQRT2 = 0x3ff00000 - 0x3fe6a09e;

/** The k with √½ ≤ x / 2^k < √2, from the high word of a positive normal x. */
export function nearestExponent(high: number): number {
  return ((high + ROUND_AT_SQRT2) >> 20) - 0x3ff;
}

/**
 * log(1 + f) − f + ½f² for √½ ≤ 1 + f < √2, given ½f²: with s = f/(2 + f), log(1 + f) = 2s + s·R(s²) and R a Remez
 * polynomial, error below 2^−58 (fdlibm, Sun Microsystems 1993, e_log.c).
 */
export function logRemainder(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (L2 + w * (L4 + w * L6));
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
  return s * (halfSquare + (odd + even));
}

/**
 * The natural logarithm from exact operations only; error below 1 ulp. x = 2^k (1 + f), log x = k ln 2 + log(1 + f).
 * NaN below 0, −∞ at ±0.
 */
export function log(x: number): number {
  let high = highWord(x);
  let shift = 0;
  let normal = x;
  if (high < 0x00100000 || high >= 0x7ff00000) {
    if (x === 0) return -Infinity;
    if (!(x > 0)) return NaN;
    if (x === Infinity) return x;
    shift = 54;
    normal = timesPowerOfTwo(x, shift);
    high = highWord(normal);
  }
  const exponent = nearestExponent(high);
  // 0 − k and not −k: the latter can be −0, which is no integer to the compiler.
  const f = timesPowerOfTwo(normal, 0 - exponent) - 1;
  const k = exponent - shift;
  const halfSquare = 0.5 * f * f;
  return logRemainder(f, halfSquare) + k * LN2_LOW - halfSquare + f + k * LN2_HIGH;
}
