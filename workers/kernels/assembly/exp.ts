/** Below this e^x rounds to 0. */
const UNDERFLOW: f64 = -746;
/** Above this 2^k is a normal number. */
const NORMAL: f64 = -708;
const INVERSE_LN2: f64 = 1.4426950408889634;
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const P1: f64 = 0.16666666666666602;
const P2: f64 = -0.0027777777777015593;
const P3: f64 = 6.613756321437934e-5;
const P4: f64 = -1.6533902205465252e-6;
const P5: f64 = 4.1381367970572385e-8;

/** e^x for both lanes, x ≤ 0 or NaN: src/core/special/exp.ts operation by operation. @inline */
export function expOfNegative(x: v128): v128 {
  // A NaN stays: it is not below the bound.
  const bounded = f64x2.pmax(x, f64x2.splat(UNDERFLOW));
  const k = f64x2.floor(f64x2.add(f64x2.mul(f64x2.splat(INVERSE_LN2), bounded), f64x2.splat(0.5)));
  const high = f64x2.sub(bounded, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
  const r = f64x2.sub(high, low);
  const z = f64x2.mul(r, r);
  let p = f64x2.add(f64x2.splat(P4), f64x2.mul(z, f64x2.splat(P5)));
  p = f64x2.add(f64x2.splat(P3), f64x2.mul(z, p));
  p = f64x2.add(f64x2.splat(P2), f64x2.mul(z, p));
  p = f64x2.add(f64x2.splat(P1), f64x2.mul(z, p));
  const c = f64x2.sub(r, f64x2.mul(z, p));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2), c));
  const y = f64x2.add(f64x2.splat(1), f64x2.add(f64x2.sub(quotient, low), high));
  if (v128.any_true(f64x2.lt(bounded, f64x2.splat(NORMAL)))) {
    // In two steps, of which only the last one rounds.
    const half = f64x2.floor(f64x2.mul(k, f64x2.splat(0.5)));
    return f64x2.mul(f64x2.mul(y, powerOfTwo(half)), powerOfTwo(f64x2.sub(k, half)));
  }
  return f64x2.mul(y, powerOfTwo(k));
}

/** 2^k for whole −1022 ≤ k ≤ 1023: k + 1.5·2^52 has k in its low bits, from where it goes to the exponent. @inline */
function powerOfTwo(k: v128): v128 {
  const bits = f64x2.add(k, f64x2.splat(6755399441055744));
  return i64x2.shl(i64x2.add(bits, i64x2.splat(1023)), 52);
}
