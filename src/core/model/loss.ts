import type { LossName } from '../experiment.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { exp } from '../special/exp.ts';
import { sigmoid } from '../special/sigmoid.ts';

/** ℓ as a function of the margin q, with its first two derivatives. */
export interface Loss {
  /** values ← ℓ(q) and slopes ← ℓ′(q) < 0 over the first n margins; arrays of the kernels. */
  evaluate(
    kernels: Kernels,
    margins: Float64Array,
    n: number,
    values: Float64Array,
    slopes: Float64Array,
  ): void;
  /** slopes ← ℓ′(q) over the first n margins, the same bits. */
  slopes(kernels: Kernels, margins: Float64Array, n: number, slopes: Float64Array): void;
  /** ℓ″(q) > 0. */
  curvature(q: number): number;
}

const LOSSES: Readonly<Record<LossName, Loss>> = {
  // ℓ = log(1 + e^−q), ℓ′ = −σ(−q), ℓ″ = σ(q)σ(−q).
  logistic: {
    evaluate: (kernels, margins, n, values, slopes) => kernels.logisticLosses(margins, n, values, slopes),
    slopes: (kernels, margins, n, slopes) => kernels.logisticSlopes(margins, n, slopes),
    curvature: (q) => sigmoid(q) * sigmoid(-q),
  },
  // ℓ = e^−q, −ℓ′ = ℓ″ = ℓ.
  exponential: {
    evaluate(_kernels, margins, n, values, slopes) {
      for (let i = 0; i < n; i++) {
        const value = exp(-margins[i]!);
        values[i] = value;
        slopes[i] = -value;
      }
    },
    slopes(_kernels, margins, n, slopes) {
      for (let i = 0; i < n; i++) slopes[i] = -exp(-margins[i]!);
    },
    curvature: (q) => exp(-q),
  },
};

export function lossByName(name: LossName): Loss {
  return LOSSES[name];
}
