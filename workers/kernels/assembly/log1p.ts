const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
/** Below this log(1 + x) rounds to x. */
const NEGLIGIBLE: f64 = 1.1102230246251565e-16;
/** √2 − 1 rounded inwards: from there on 1 + x is 2(1 + f). */
const TO: f64 = 0.41421318054199219;
const L1: f64 = 0.6666666666666735;
const L2: f64 = 0.3999999999940942;
const L3: f64 = 0.2857142874366239;
const L4: f64 = 0.22222198432149784;
const L5: f64 = 0.1818357216161805;
const L6: f64 = 0.15313837699209373;
const L7: f64 = 0.14798198605116586;

/**
 * log(1 + x), 0 ≤ x ≤ 1 or NaN: src/core/special/log1p.ts operation by operation. Both of its branches are of one series, f
 * being x or (1 + x)/2 − 1; where it is x, what the other adds is 0.
 *
 * @inline
 */
export function log1pOfUnit(x: v128): v128 {
  const one = f64x2.splat(1);
  const isLarge = f64x2.ge(x, f64x2.splat(TO));
  const u = f64x2.add(one, x);
  const correction = f64x2.div(f64x2.sub(x, f64x2.sub(u, one)), u);
  const halved = f64x2.sub(f64x2.mul(u, f64x2.splat(0.5)), one);
  const f = v128.bitselect(halved, x, isLarge);
  const halfSquare = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f);
  const low = v128.and(f64x2.add(f64x2.splat(LN2_LOW), correction), isLarge);
  const high = v128.and(f64x2.splat(LN2_HIGH), isLarge);
  let sum = f64x2.add(logRemainder(f, halfSquare), low);
  sum = f64x2.add(f64x2.add(f64x2.sub(sum, halfSquare), f), high);
  return v128.bitselect(x, sum, f64x2.lt(x, f64x2.splat(NEGLIGIBLE)));
}

/** log(1 + f) − f + ½f²: src/core/special/log.ts operation by operation. @inline */
function logRemainder(f: v128, halfSquare: v128): v128 {
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = f64x2.add(f64x2.splat(L4), f64x2.mul(w, f64x2.splat(L6)));
  even = f64x2.mul(w, f64x2.add(f64x2.splat(L2), f64x2.mul(w, even)));
  let odd = f64x2.add(f64x2.splat(L5), f64x2.mul(w, f64x2.splat(L7)));
  odd = f64x2.add(f64x2.splat(L3), f64x2.mul(w, odd));
  odd = f64x2.mul(z, f64x2.add(f64x2.splat(L1), f64x2.mul(w, odd)));
  return f64x2.mul(s, f64x2.add(halfSquare, f64x2.add(odd, even)));
}
