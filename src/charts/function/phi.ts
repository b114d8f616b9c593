import type { Settings } from '../../settings/schema.ts';

/** What of the settings φ depends on. */
export type PhiSettings = Pick<Settings, 'activation' | 'gamma' | 'q'>;

export interface Phi {
  value(z: number): number;
  /** φ′; at a kink that from the right, as the training has it. */
  slope(z: number): number;
  /** Whether φ′ jumps at 0. */
  readonly jumps: boolean;
}

/**
 * φ as a picture has it; the training's own is src/core/model/activation.ts, to which a test compares this one.
 * Leaky ReLU max(γz, z) (K §3), its smooth version γz + (1 − γ) log((1 + e^z)/2) (F App. F.1), ReLU^q (M §2).
 */
export function phiOf({ activation, gamma, q }: PhiSettings): Phi {
  switch (activation) {
    case 'leaky-relu':
      return {
        value: (z) => (z >= 0 ? z : gamma * z),
        slope: (z) => (z >= 0 ? 1 : gamma),
        jumps: gamma < 1,
      };
    case 'smooth-leaky-relu':
      return {
        value: (z) =>
          gamma * z + (1 - gamma) * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - Math.LN2),
        slope: (z) => gamma + (1 - gamma) / (1 + Math.exp(-z)),
        jumps: false,
      };
    case 'relu-power':
      return {
        value: (z) => Math.max(0, z) ** q,
        slope: (z) => q * Math.max(0, z) ** (q - 1),
        jumps: false,
      };
  }
}
