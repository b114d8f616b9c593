import type { LossName } from '../../experiment.ts';
import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import { log1pExp } from '../../special/log1p-exp.ts';

/** ℓ in logarithms: they are finite for every margin, while ℓ and ℓ′ themselves underflow from q = 745 on. */
export interface LogLoss {
  /** ℓ(q). */
  readonly loss: (q: number) => number;
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
    loss: (q) => log1pExp(-q),
    value: (q) => (q > FAR ? -q - 0.5 * exp(-q) : log(log1pExp(-q))),
    slope: (q) => -log1pExp(q),
  },
  exponential: { loss: (q) => exp(-q), value: (q) => -q, slope: (q) => -q },
};

/** Up to here ℓ and sums of it are no smaller than the smallest normal number. */
const NORMAL = 700;

/** log (1/n) Σ ℓ(q_i): of the sum itself, or by the largest of them where it would underflow. */
export function logMeanLoss({ loss, value }: LogLoss, margins: Float64Array): number {
  const { length } = margins;
  let least = Infinity;
  for (let i = 0; i < length; i++) least = Math.min(least, margins[i]!);
  let sum = 0;
  if (least < NORMAL) {
    for (let i = 0; i < length; i++) sum += loss(margins[i]!);
    return log(sum / length);
  }
  const largest = value(least);
  for (let i = 0; i < length; i++) sum += exp(value(margins[i]!) - largest);
  return largest + log(sum / length);
}
