import { exp } from '../special/exp.ts';
import { logMeanWithOne } from '../special/log-mean.ts';

/**
 * value ← φ(z) = max(γz, z), slope ← φ′ = 1 where z ≥ 0, else γ (K §3), of the entries z[from], …, z[from + count − 1];
 * `value` begins at 0, slope at `from`.
 */
export function leakyRelu(
  gamma: number,
  z: Float64Array,
  from: number,
  count: number,
  value: Float64Array,
  slope: Float64Array,
): void {
  for (let k = 0, at = from; k < count; k++, at++) {
    const s = z[at]! >= 0 ? 1 : gamma;
    slope[at] = s;
    value[k] = s * z[at]!;
  }
}

/** The same of φ(z) = γz + (1−γ) log(½(1 + eᶻ)), φ′ = γ + (1−γ)σ(z) (F §4), both of e = e^−|z|. */
export function smoothLeakyRelu(
  gamma: number,
  z: Float64Array,
  from: number,
  count: number,
  value: Float64Array,
  slope: Float64Array,
): void {
  const rest = 1 - gamma;
  for (let k = 0, at = from; k < count; k++, at++) {
    const zk = z[at]!;
    const e = exp(-Math.abs(zk));
    value[k] = gamma * zk + rest * ((zk > 0 ? zk : 0) + logMeanWithOne(e));
    slope[at] = gamma + rest * ((zk >= 0 ? 1 : e) / (1 + e));
  }
}

/** out ← φ″ = (1−γ)σ(z)σ(−z) ≤ (1−γ)/4 (CLAIMS P2.16) over the first `count` entries. */
export function smoothLeakyReluCurvature(
  gamma: number,
  z: Float64Array,
  count: number,
  out: Float64Array,
): void {
  const rest = 1 - gamma;
  for (let k = 0; k < count; k++) {
    const e = exp(-Math.abs(z[k]!));
    out[k] = (rest * e) / ((1 + e) * (1 + e));
  }
}

/** As {@link leakyRelu}, of φ(z) = max(0, z)^q, φ′ = q·max(0, z)^(q−1), q ≥ 2 whole (M §2). */
export function reluPower(
  q: number,
  z: Float64Array,
  from: number,
  count: number,
  value: Float64Array,
  slope: Float64Array,
): void {
  for (let k = 0, at = from; k < count; k++, at++) {
    const below = positivePower(z[at]!, q - 1);
    value[k] = below * z[at]!;
    slope[at] = q * below;
  }
}

/** out ← φ″ = q(q−1)·max(0, z)^(q−2), 0 for z ≤ 0, over the first `count` entries. */
export function reluPowerCurvature(q: number, z: Float64Array, count: number, out: Float64Array): void {
  for (let k = 0; k < count; k++) out[k] = q * (q - 1) * positivePower(z[k]!, q - 2);
}

/** z^exponent where z > 0, else 0. */
function positivePower(z: number, exponent: number): number {
  if (!(z > 0)) return 0;
  let power = 1;
  for (let k = 0; k < exponent; k++) power *= z;
  return power;
}
