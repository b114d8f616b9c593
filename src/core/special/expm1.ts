import { timesPowerOfTwo } from './bits.ts';
import { INVERSE_LN2, LN2_HIGH, LN2_LOW } from './constants.ts';

const OVERFLOW = 709.782712893384;
/** Below −56 ln 2 the result rounds to −1. */
const SATURATED = -38.816242;
const HALF_LN2 = 0.34657359027997264;
/** 2^−54. */
const NEGLIGIBLE = 5.551115123125783e-17;

const Q1 = -0.03333333333333313;
const Q2 = 0.0015873015872548146;
const Q3 = -7.93650757867488e-5;
const Q4 = 4.008217827329362e-6;
const Q5 = -2.0109921818362437e-7;

/**
 * e^x − 1 from exact operations only, accurate for small x; error below 1 ulp (fdlibm, Sun Microsystems 1993,
 * s_expm1.c). With x = k ln 2 + r, e^r − 1 = r + ½r² + … from a Remez polynomial in ½r², and
 * e^x − 1 = 2^k (e^r − 1) + (2^k − 1), summed so that nothing cancels.
 */
export function expm1(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < SATURATED) return -1;
  // Also keeps the sign of −0.
  if (x < NEGLIGIBLE && x > -NEGLIGIBLE) return x;

  const k = x <= HALF_LN2 && x >= -HALF_LN2 ? 0 : Math.floor(INVERSE_LN2 * x + 0.5) | 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  /** The rounding error of r. */
  const c = high - r - low;

  const half = 0.5 * r;
  const halfSquare = r * half;
  const q =
    1 + halfSquare * (Q1 + halfSquare * (Q2 + halfSquare * (Q3 + halfSquare * (Q4 + halfSquare * Q5))));
  const t = 3 - q * half;
  const e = halfSquare * ((q - t) / (6 - r * t));
  if (k === 0) return r - (r * e - halfSquare);

  /** r − d = e^r − 1. */
  const d = r * (e - c) - c - halfSquare;
  if (k === -1) return 0.5 * (r - d) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (d - (r + 0.5)) : 1 + 2 * (r - d);
  if (k < 0 || k > 56) return timesPowerOfTwo(1 - (d - r), k) - 1;
  const inverse = timesPowerOfTwo(1, -k);
  return timesPowerOfTwo(k < 20 ? 1 - inverse - (d - r) : 1 - (d + inverse - r), k);
}
