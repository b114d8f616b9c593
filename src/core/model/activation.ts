import type { ActivationSpec } from '../experiment.ts';
import { exp } from '../special/exp.ts';
import { log1pExp } from '../special/log1p-exp.ts';
import { pow } from '../special/pow.ts';
import { sigmoid } from '../special/sigmoid.ts';

/** φ and its derivatives over whole arrays: one call an array, so that each loop is compiled for one φ. */
export interface Activation {
  /** value ← φ(z) and slope ← φ′(z), entry by entry over the first `count` entries. */
  evaluate(z: Float64Array, count: number, value: Float64Array, slope: Float64Array): void;
  /** out ← φ″(z) (almost everywhere). */
  curvature(z: Float64Array, count: number, out: Float64Array): void;
}

/** @throws RangeError when γ is outside [0, 1] or q below 2 */
export function createActivation(spec: ActivationSpec): Activation {
  switch (spec.kind) {
    case 'leaky-relu':
      return leakyRelu(checkSlope(spec.gamma));
    case 'smooth-leaky-relu':
      return smoothLeakyRelu(checkSlope(spec.gamma));
    case 'relu-power':
      if (!(spec.q >= 2)) throw new RangeError(`power q = ${spec.q} of the activation is below 2`);
      return reluPower(spec.q);
  }
}

function checkSlope(gamma: number): number {
  if (!(gamma >= 0 && gamma <= 1)) throw new RangeError(`leak γ = ${gamma} is outside 0 to 1`);
  return gamma;
}

/** φ(z) = max(γz, z), φ′(0) = 1, φ″ = 0 (K §3). */
function leakyRelu(gamma: number): Activation {
  return {
    evaluate(z, count, value, slope) {
      for (let k = 0; k < count; k++) {
        const s = z[k]! >= 0 ? 1 : gamma;
        slope[k] = s;
        value[k] = s * z[k]!;
      }
    },
    curvature(_z, count, out) {
      out.fill(0, 0, count);
    },
  };
}

/** log 2, correctly rounded. */
const LN2 = 0.6931471805599453;

/** φ(z) = γz + (1−γ) log(½(1 + eᶻ)), φ′ = γ + (1−γ)σ(z), φ″ = (1−γ)σ(z)σ(−z) ≤ (1−γ)/4 (F §4; CLAIMS P2.16). */
function smoothLeakyRelu(gamma: number): Activation {
  const rest = 1 - gamma;
  return {
    evaluate(z, count, value, slope) {
      for (let k = 0; k < count; k++) {
        const zk = z[k]!;
        value[k] = gamma * zk + rest * (log1pExp(zk) - LN2);
        slope[k] = gamma + rest * sigmoid(zk);
      }
    },
    curvature(z, count, out) {
      for (let k = 0; k < count; k++) {
        const e = exp(-Math.abs(z[k]!));
        out[k] = (rest * e) / ((1 + e) * (1 + e));
      }
    },
  };
}

/** φ(z) = max(0, z)^q (M §2). */
function reluPower(q: number): Activation {
  const power = Number.isInteger(q) && q <= 8 ? integerPower : pow;
  return {
    evaluate(z, count, value, slope) {
      for (let k = 0; k < count; k++) {
        const zk = z[k]!;
        const below = zk > 0 ? power(zk, q - 1) : 0;
        value[k] = below * zk;
        slope[k] = q * below;
      }
    },
    curvature(z, count, out) {
      for (let k = 0; k < count; k++) {
        const zk = z[k]!;
        out[k] = zk > 0 ? q * (q - 1) * power(zk, q - 2) : 0;
      }
    },
  };
}

function integerPower(base: number, exponent: number): number {
  let result = 1;
  for (let k = 0; k < exponent; k++) result *= base;
  return result;
}
