import { expOfNegative } from './exp';
import { load2 } from './lanes';
import { log1pOfUnit } from './log1p';

/** loss_i ← log(1 + e^−q_i), slope_i ← −σ(−q_i). */
export function logisticLosses(margins: usize, n: i32, losses: usize, slopes: usize): void {
  const end: usize = (<usize>(n & ~1)) << 3;
  let i: usize = 0;
  for (; i < end; i += 16) {
    const q = load2(margins + i);
    const e = expOfNegative(f64x2.neg(f64x2.abs(q)));
    v128.store(losses + i, logisticValue(q, e));
    v128.store(slopes + i, logisticSlope(q, e));
  }
  if (n & 1) {
    const q = v128.load64_zero(margins + i);
    const e = expOfNegative(f64x2.neg(f64x2.abs(q)));
    store<f64>(losses + i, f64x2.extract_lane(logisticValue(q, e), 0));
    store<f64>(slopes + i, f64x2.extract_lane(logisticSlope(q, e), 0));
  }
}

/** slope_i ← −σ(−q_i). */
export function logisticSlopes(margins: usize, n: i32, slopes: usize): void {
  const end: usize = (<usize>(n & ~1)) << 3;
  let i: usize = 0;
  for (; i < end; i += 16) {
    const q = load2(margins + i);
    v128.store(slopes + i, logisticSlope(q, expOfNegative(f64x2.neg(f64x2.abs(q)))));
  }
  if (n & 1) {
    const q = v128.load64_zero(margins + i);
    store<f64>(slopes + i, f64x2.extract_lane(logisticSlope(q, expOfNegative(f64x2.neg(f64x2.abs(q)))), 0));
  }
}

/** @inline */
function logisticValue(q: v128, e: v128): v128 {
  const zero = f64x2.splat(0);
  return f64x2.add(v128.bitselect(f64x2.neg(q), zero, f64x2.lt(q, zero)), log1pOfUnit(e));
}

/** @inline */
function logisticSlope(q: v128, e: v128): v128 {
  const one = f64x2.splat(1);
  const numerator = v128.bitselect(e, one, f64x2.gt(q, f64x2.splat(0)));
  return f64x2.neg(f64x2.div(numerator, f64x2.add(one, e)));
}
