import type { LossName } from '../../experiment.ts';
import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import { log1pExp } from '../../special/log1p-exp.ts';

/** ℓ in logarithms: both are finite for every margin, while ℓ and ℓ′ themselves underflow from q = 745 on. */
export interface LogLoss {
  /** log ℓ(q). */
  readonly value: (q: number) => number;
  /** log |ℓ′(q)|. */
  readonly slope: (q: number) => number;
}

/** From here on log(1 + e^−q) is e^−q (1 − ½e^−q) to all of its bits. */
const FAR = 20;

export const LOG_LOSSES: Readonly<Record<LossName, LogLoss>> = {
  // ℓ = log(1 + e^−q), |ℓ′| = 1/(1 + e^q).
  logistic: {
    value: (q) => (q > FAR ? -q - 0.5 * exp(-q) : log(log1pExp(-q))),
    slope: (q) => -log1pExp(q),
  },
  exponential: { value: (q) => -q, slope: (q) => -q },
};

/** log (1/n) Σ ℓ(q_i), by the largest of them. */
export function logMeanLoss(loss: LogLoss, margins: Float64Array): number {
  const values = margins.map(loss.value);
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const sum = values.reduce((total, value) => total + exp(value - largest), 0);
  return largest + log(sum / values.length);
}
