import type { LossName } from '../experiment.ts';
import { exp } from '../special/exp.ts';
import { log1pExp } from '../special/log1p-exp.ts';
import { sigmoid } from '../special/sigmoid.ts';

/** ℓ as a function of the margin q, with its first two derivatives. */
export interface Loss {
  value(q: number): number;
  /** ℓ′ < 0. */
  slope(q: number): number;
  /** ℓ″ > 0. */
  curvature(q: number): number;
}

const LOSSES: Readonly<Record<LossName, Loss>> = {
  // ℓ = log(1 + e^−q), ℓ′ = −σ(−q), ℓ″ = σ(q)σ(−q) = −ℓ′(1 + ℓ′).
  logistic: {
    value: (q) => log1pExp(-q),
    slope: (q) => -sigmoid(-q),
    curvature: (q) => sigmoid(q) * sigmoid(-q),
  },
  // ℓ = e^−q, −ℓ′ = ℓ″ = ℓ.
  exponential: {
    value: (q) => exp(-q),
    slope: (q) => -exp(-q),
    curvature: (q) => exp(-q),
  },
};

export function lossByName(name: LossName): Loss {
  return LOSSES[name];
}
