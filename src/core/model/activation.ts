import type { ActivationSpec } from '../experiment.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { pow } from '../special/pow.ts';

/** φ and its derivatives over whole arrays, which belong to the kernels it was made with. */
export interface Activation {
  /** value ← φ(z) from value[0] on, slope ← φ′(z) from slope[from] on, for z[from], …, z[from + count − 1]. */
  evaluate(z: Float64Array, from: number, count: number, value: Float64Array, slope: Float64Array): void;
  /** out ← φ″(z) (almost everywhere), over the first `count` entries. */
  curvature(z: Float64Array, count: number, out: Float64Array): void;
}

/** Powers up to this are taken by repeated multiplication. */
const LARGEST_PRODUCT = 8;

/** @throws RangeError when γ is outside [0, 1] or q below 2 */
export function createActivation(spec: ActivationSpec, kernels: Kernels): Activation {
  switch (spec.kind) {
    case 'leaky-relu': {
      const gamma = checkSlope(spec.gamma);
      return {
        evaluate: (z, from, count, value, slope) => kernels.leakyRelu(gamma, z, from, count, value, slope),
        curvature: (_z, count, out) => void out.fill(0, 0, count),
      };
    }
    case 'smooth-leaky-relu': {
      const gamma = checkSlope(spec.gamma);
      return {
        evaluate: (z, from, count, value, slope) =>
          kernels.smoothLeakyRelu(gamma, z, from, count, value, slope),
        curvature: (z, count, out) => kernels.smoothLeakyReluCurvature(gamma, z, count, out),
      };
    }
    case 'relu-power': {
      const { q } = spec;
      if (!(q >= 2)) throw new RangeError(`power q = ${q} of the activation is below 2`);
      if (!Number.isInteger(q) || q > LARGEST_PRODUCT) return reluRealPower(q);
      return {
        evaluate: (z, from, count, value, slope) => kernels.reluPower(q, z, from, count, value, slope),
        curvature: (z, count, out) => kernels.reluPowerCurvature(q, z, count, out),
      };
    }
  }
}

/** @throws RangeError when γ is outside [0, 1] */
export function checkSlope(gamma: number): number {
  if (!(gamma >= 0 && gamma <= 1)) throw new RangeError(`leak γ = ${gamma} is outside 0 to 1`);
  return gamma;
}

/** φ(z) = max(0, z)^q (M §2) for any real q ≥ 2. */
function reluRealPower(q: number): Activation {
  return {
    evaluate(z, from, count, value, slope) {
      for (let k = 0, at = from; k < count; k++, at++) {
        const zk = z[at]!;
        const below = zk > 0 ? pow(zk, q - 1) : 0;
        value[k] = below * zk;
        slope[at] = q * below;
      }
    },
    curvature(z, count, out) {
      for (let k = 0; k < count; k++) out[k] = z[k]! > 0 ? q * (q - 1) * pow(z[k]!, q - 2) : 0;
    },
  };
}
