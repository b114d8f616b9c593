import { timesPowerOfTwo } from './bits.ts';
import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from './constants.ts';

/** The largest x with a finite e^x, and the smallest with e^x > 0 after rounding. */
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019411;

const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

/**
 * The function c(r) of fdlibm (Sun Microsystems 1993, e_exp.c) with e^r = 1 + r + r·c / (2 − c) to 2^−59 for
 * |r| ≤ ½ ln 2: a Remez polynomial of r·(e^r + 1)/(e^r − 1) in r².
 */
export function expRemainder(r: number): number {
  const z = r * r;
  return r - z * (P1 + z * (P2 + z * (P3 + z * (P4 + z * P5))));
}

/**
 * e^x from exact operations only, so that its bits are the same in every engine; error below 1 ulp.
 * x = k ln 2 + r with |r| ≤ ½ ln 2, e^x = 2^k e^r (fdlibm, e_exp.c).
 */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < UNDERFLOW) return 0;
  const k = Math.floor(INVERSE_LN2 * x + 0.5) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = expRemainder(r);
  return timesPowerOfTwo(1 + ((r * c) / (2 - c) - low + high), k);
}
