import { expOfNegative } from './exp';
import { load2 } from './lanes';

/** slope ← φ′ = 1 where z ≥ 0, else γ; value ← φ = φ′z. */
export function leakyRelu(gamma: f64, z: usize, from: i32, count: i32, value: usize, slope: usize): void {
  z += (<usize>from) << 3;
  slope += (<usize>from) << 3;
  const leak = f64x2.splat(gamma);
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const end: usize = (<usize>(count & ~1)) << 3;
  let k: usize = 0;
  for (; k < end; k += 16) {
    const zk = load2(z + k);
    const s = v128.bitselect(one, leak, f64x2.ge(zk, zero));
    v128.store(slope + k, s);
    v128.store(value + k, f64x2.mul(s, zk));
  }
  if (count & 1) {
    const zk = load<f64>(z + k);
    const s = zk >= 0 ? 1 : gamma;
    store<f64>(slope + k, s);
    store<f64>(value + k, s * zk);
  }
}

/** value ← γz + (1−γ) log ½(1 + eᶻ), slope ← γ + (1−γ)σ(z). */
export function smoothLeakyRelu(
  gamma: f64,
  z: usize,
  from: i32,
  count: i32,
  value: usize,
  slope: usize,
): void {
  z += (<usize>from) << 3;
  slope += (<usize>from) << 3;
  const end: usize = (<usize>(count & ~3)) << 3;
  const last: usize = (<usize>count) << 3;
  let k: usize = 0;
  // Two pairs at a time share the constants.
  for (; k < end; k += 32) {
    const z0 = load2(z + k);
    const z1 = load2(z + k + 16);
    const e0 = expOfNegative(f64x2.neg(f64x2.abs(z0)));
    const e1 = expOfNegative(f64x2.neg(f64x2.abs(z1)));
    v128.store(value + k, smoothValue(gamma, z0, e0));
    v128.store(value + k + 16, smoothValue(gamma, z1, e1));
    v128.store(slope + k, smoothSlope(gamma, z0, e0));
    v128.store(slope + k + 16, smoothSlope(gamma, z1, e1));
  }
  for (; k < last; k += 8) {
    const zk = v128.load64_zero(z + k);
    const e = expOfNegative(f64x2.neg(f64x2.abs(zk)));
    store<f64>(value + k, f64x2.extract_lane(smoothValue(gamma, zk, e), 0));
    store<f64>(slope + k, f64x2.extract_lane(smoothSlope(gamma, zk, e), 0));
  }
}

const C0: f64 = 0.6666666666666666;
const C1: f64 = 0.40000000000014585;
const C2: f64 = 0.2857142856710876;
const C3: f64 = 0.22222222717427864;
const C4: f64 = 0.18181789436132859;
const C5: f64 = 0.15385570064958623;
const C6: f64 = 0.13314144209654935;
const C7: f64 = 0.12001072809590713;
const C8: f64 = 0.08800738486144674;
const C9: f64 = 0.1616404561194353;

/** @inline */
function smoothValue(gamma: f64, z: v128, e: v128): v128 {
  const positive = v128.and(z, f64x2.gt(z, f64x2.splat(0)));
  const rest = f64x2.splat(1 - gamma);
  return f64x2.add(f64x2.mul(f64x2.splat(gamma), z), f64x2.mul(rest, f64x2.add(positive, logMeanWithOne(e))));
}

/** @inline */
function smoothSlope(gamma: f64, z: v128, e: v128): v128 {
  const one = f64x2.splat(1);
  const numerator = v128.bitselect(one, e, f64x2.ge(z, f64x2.splat(0)));
  const sigmoid = f64x2.div(numerator, f64x2.add(one, e));
  return f64x2.add(f64x2.splat(gamma), f64x2.mul(f64x2.splat(1 - gamma), sigmoid));
}

/** log ½(1 + e), 0 ≤ e ≤ 1: src/core/special/log-mean.ts operation by operation. @inline */
function logMeanWithOne(e: v128): v128 {
  const s = f64x2.div(f64x2.sub(e, f64x2.splat(1)), f64x2.add(e, f64x2.splat(3)));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = f64x2.add(f64x2.splat(C6), f64x2.mul(w, f64x2.splat(C8)));
  let odd = f64x2.add(f64x2.splat(C7), f64x2.mul(w, f64x2.splat(C9)));
  even = f64x2.add(f64x2.splat(C4), f64x2.mul(w, even));
  odd = f64x2.add(f64x2.splat(C5), f64x2.mul(w, odd));
  even = f64x2.add(f64x2.splat(C2), f64x2.mul(w, even));
  odd = f64x2.add(f64x2.splat(C3), f64x2.mul(w, odd));
  even = f64x2.add(f64x2.splat(C0), f64x2.mul(w, even));
  odd = f64x2.add(f64x2.splat(C1), f64x2.mul(w, odd));
  const series = f64x2.mul(z, f64x2.add(even, f64x2.mul(z, odd)));
  return f64x2.add(f64x2.add(s, s), f64x2.mul(s, series));
}

/** out ← φ″ = (1−γ)σ(z)σ(−z). */
export function smoothLeakyReluCurvature(gamma: f64, z: usize, count: i32, out: usize): void {
  const rest = f64x2.splat(1 - gamma);
  const end: usize = (<usize>(count & ~1)) << 3;
  let k: usize = 0;
  for (; k < end; k += 16) v128.store(out + k, smoothCurvature(rest, load2(z + k)));
  if (count & 1) {
    store<f64>(out + k, f64x2.extract_lane(smoothCurvature(rest, v128.load64_zero(z + k)), 0));
  }
}

/** @inline */
function smoothCurvature(rest: v128, z: v128): v128 {
  const e = expOfNegative(f64x2.neg(f64x2.abs(z)));
  const sum = f64x2.add(f64x2.splat(1), e);
  return f64x2.div(f64x2.mul(rest, e), f64x2.mul(sum, sum));
}

/** value ← φ = max(0, z)^q and slope ← φ′ for whole q ≥ 2, by repeated multiplication. */
export function reluPower(q: i32, z: usize, from: i32, count: i32, value: usize, slope: usize): void {
  z += (<usize>from) << 3;
  slope += (<usize>from) << 3;
  const factor = f64x2.splat(<f64>q);
  const end: usize = (<usize>(count & ~1)) << 3;
  let k: usize = 0;
  for (; k < end; k += 16) {
    const zk = load2(z + k);
    const below = positivePower(zk, q - 1);
    v128.store(value + k, f64x2.mul(below, zk));
    v128.store(slope + k, f64x2.mul(factor, below));
  }
  if (count & 1) {
    const zk = v128.load64_zero(z + k);
    const below = positivePower(zk, q - 1);
    store<f64>(value + k, f64x2.extract_lane(f64x2.mul(below, zk), 0));
    store<f64>(slope + k, f64x2.extract_lane(f64x2.mul(factor, below), 0));
  }
}

/** out ← φ″ = q(q−1) max(0, z)^(q−2), 0 for z ≤ 0. */
export function reluPowerCurvature(q: i32, z: usize, count: i32, out: usize): void {
  const factor = f64x2.splat(<f64>(q * (q - 1)));
  const end: usize = (<usize>(count & ~1)) << 3;
  let k: usize = 0;
  for (; k < end; k += 16) v128.store(out + k, f64x2.mul(factor, positivePower(load2(z + k), q - 2)));
  if (count & 1) {
    store<f64>(
      out + k,
      f64x2.extract_lane(f64x2.mul(factor, positivePower(v128.load64_zero(z + k), q - 2)), 0),
    );
  }
}

/** z^exponent where z > 0, else 0. @inline */
function positivePower(z: v128, exponent: i32): v128 {
  let power = f64x2.splat(1);
  for (let k = 0; k < exponent; k++) power = f64x2.mul(power, z);
  return v128.and(power, f64x2.gt(z, f64x2.splat(0)));
}
