import { highWord, timesPowerOfTwo } from './bits.ts';
import { expRemainder } from './exp.ts';

/** log₂ 1.5 = LOG2_3_2_HIGH + LOG2_3_2_LOW. */
const LOG2_3_2_HIGH = 0.5849624872207642;
const LOG2_3_2_LOW = 1.350039202129749e-8;

const L1 = 0.5999999999999946;
const L2 = 0.4285714285785502;
const L3 = 0.33333332981837743;
const L4 = 0.272728123808534;
const L5 = 0.23066074577556175;
const L6 = 0.20697501780033842;

/** 2 / (3 ln 2), its high part and the rest. */
const CP = 0.9617966939259756;
const CP_HIGH = 0.9617967009544373;
const CP_LOW = -7.028461650952758e-9;

const LN2 = 0.6931471805599453;
const LN2_HIGH = 0.6931471824645996;
const LN2_LOW = -1.904654299957768e-9;

/** −(1024 − log₂(largest double + ½ ulp)): what z may exceed 1024 by before x^y overflows. */
const OVERFLOW_SLACK = 8.008566259537294e-17;

/** Dekker's splitting: the upper 26 bits of a, |a| < 2^996; the rest a − head(a) has 26 too. */
function head(a: number): number {
  const t = 134217729 * a;
  return t - (t - a);
}

/**
 * base^exponent for base ≥ 0 from exact operations only; error below 1 ulp whatever the exponent (fdlibm, Sun
 * Microsystems 1993, e_pow.c): log₂ base as a sum of two doubles with some 65 correct bits, times the exponent split in
 * two, then 2^z. Special values as C's pow (x⁰ = 1^y = 1); NaN for a base below 0.
 */
export function pow(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (!(base >= 0) || exponent !== exponent) return NaN;
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  const grows = base > 1 === exponent > 0;
  if (base === 0 || base === Infinity) return grows ? Infinity : 0;
  // |log₂ base| ≥ 2^−53, so that the result is out of range from here on.
  if (exponent > 18446744073709551616 || exponent < -18446744073709551616) return grows ? Infinity : 0;

  // base = 2^n·a with a near 1 or near 1.5.
  let n = 0;
  let a = base;
  if (a < 2.2250738585072014e-308) {
    a *= 18014398509481984;
    n = -54;
  }
  const high = highWord(a);
  const fraction = high & 0xfffff;
  const nearOne = fraction <= 0x3988e || fraction >= 0xbb67a;
  const shift = (high >> 20) - 0x3ff + (fraction >= 0xbb67a ? 1 : 0);
  n += shift;
  a = timesPowerOfTwo(a, 0 - shift);
  const centre = nearOne ? 1 : 1.5;

  // s = (a − centre) / (a + centre), as sHigh + sLow.
  const difference = a - centre;
  const inverse = 1 / (a + centre);
  const s = difference * inverse;
  const sHigh = head(s);
  const sumHigh = head(a + centre);
  const sumLow = a - (sumHigh - centre);
  const sLow = inverse * (difference - sHigh * sumHigh - sHigh * sumLow);

  // log a = log centre + 2s + ⅔s³ + …, in units of ⅔: 3/2·(…)/s = 3 + s² + rest.
  const s2 = s * s;
  const rest = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6))))) + sLow * (sHigh + s);
  const sHigh2 = sHigh * sHigh;
  const seriesHigh = head(3 + sHigh2 + rest);
  const seriesLow = rest - (seriesHigh - 3 - sHigh2);
  const u = sHigh * seriesHigh;
  const v = sLow * seriesHigh + seriesLow * s;
  const productHigh = head(u + v);
  const productLow = v - (productHigh - u);

  // log₂ base = log2High + log2Low.
  const zHigh = CP_HIGH * productHigh;
  const zLow = CP_LOW * productHigh + productLow * CP + (nearOne ? 0 : LOG2_3_2_LOW);
  const offset = nearOne ? 0 : LOG2_3_2_HIGH;
  const log2High = head(zHigh + zLow + offset + n);
  const log2Low = zLow - (log2High - n - offset - zHigh);

  const exponentHigh = head(exponent);
  const low = (exponent - exponentHigh) * log2High + exponent * log2Low;
  return powerOfTwo(exponentHigh * log2High, low);
}

/** 2^(high + low), |low| far below |high|. */
function powerOfTwo(high: number, low: number): number {
  const z = low + high;
  if (z >= 1024 && (z > 1024 || low + OVERFLOW_SLACK > z - high)) return Infinity;
  if (z <= -1075 && (z < -1075 || low <= z - high)) return 0;
  const n = z > 0.5 || z < -0.5 ? Math.floor(z + 0.5) | 0 : 0;
  const rest = high - n;
  const t = head(low + rest);
  const u = t * LN2_HIGH;
  const v = (low - (t - rest)) * LN2 + t * LN2_LOW;
  const r = u + v;
  const error = v - (r - u);
  const c = expRemainder(r);
  return timesPowerOfTwo(1 - ((r * c) / (c - 2) - (error + r * error) - r), n);
}
