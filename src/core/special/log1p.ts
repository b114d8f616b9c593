import { highWord, timesPowerOfTwo } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './constants.ts';
import { logRemainder, nearestExponent } from './log.ts';

/** 2^−53 and √½ − 1, √2 − 1 rounded inwards. */
const NEGLIGIBLE = 1.1102230246251565e-16;
const FROM = -0.2928931713104248;
const TO = 0.41421318054199219;

/**
 * log(1 + x) from exact operations only, accurate for small x; error below 1 ulp (fdlibm, s_log1p.c). The rounding
 * error c of u = 1 + x is put back to first order: log(1 + x) = log u + c/u. NaN below −1, −∞ at −1.
 */
export function log1p(x: number): number {
  if (x > FROM && x < TO) {
    // Also keeps the sign of −0.
    if (x < NEGLIGIBLE && x > -NEGLIGIBLE) return x;
    const halfSquare = 0.5 * x * x;
    return logRemainder(x, halfSquare) - halfSquare + x;
  }
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const u = 1 + x;
  const k = nearestExponent(highWord(u));
  // Above 2^54 the 1 is lost whole, and 1/u is below the last bit of log u.
  const correction = k >= 54 ? 0 : (k >= 2 ? 1 - (u - x) : x - (u - 1)) / u;
  const f = timesPowerOfTwo(u, 0 - k) - 1;
  const halfSquare = 0.5 * f * f;
  return logRemainder(f, halfSquare) + (k * LN2_LOW + correction) - halfSquare + f + k * LN2_HIGH;
}
