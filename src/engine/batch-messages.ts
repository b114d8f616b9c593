import type { Outcome } from '../core/outcome.ts';
import { etaAdvice } from '../settings/eta-advice.ts';

/** How one run of a batch ended badly. */
export interface RunTrouble {
  /** 0-based. */
  readonly index: number;
  readonly seed: number;
  /** Which of several points of the study, in words; null where there is one. */
  readonly point: string | null;
}

export type Diverged = Extract<Outcome, { kind: 'diverged' }>;

const QUANTITIES: Readonly<Record<Diverged['quantity'], string>> = {
  loss: 'loss',
  penalty: 'penalty',
  stableRankPositive: 'stable rank of W₊',
  stableRankNegative: 'stable rank of W₋',
  stableRankAll: 'stable rank of W',
  frobenius: '‖W‖_F',
  minNeuronNorm: 'smallest neuron norm',
  maxNeuronNorm: 'largest neuron norm',
  marginGap: 'margin gap',
  lossRatio: 'loss ratio',
  flips: 'number of sign flips',
  agreement: 'agreement',
  trainError: 'training error',
  testError: 'test error',
  gradientNorm: 'gradient norm',
  signal: 'signal learning',
  noise: 'noise memorisation',
  flipsSoFar: 'number of sign flips since the start',
  lastFlip: 'epoch of the last sign flip',
  margins: 'a margin',
  'pre-activations': 'a pre-activation',
};

const nameOf = ({ index, seed, point }: RunTrouble): string =>
  `run ${index + 1} (seed ${seed}${point === null ? '' : `, ${point}`})`;

/** "run 1 (seed 1) diverged: loss was not finite at epoch 37 with η = 10; it stayed finite with η = 2.5" */
export function divergedMessage(run: RunTrouble, { quantity, epoch, eta, suggestedEta }: Diverged): string {
  const what = `${QUANTITIES[quantity]} was not finite at epoch ${epoch} with η = ${eta}`;
  return `${nameOf(run)} diverged: ${what}; ${etaAdvice(suggestedEta)}`;
}

export function failedMessage(run: RunTrouble, message: string): string {
  return `${nameOf(run)} failed: ${message}`;
}

/** @param affected the runs whose worker was replaced, at least one */
export function restartedMessage(affected: readonly RunTrouble[]): string {
  const names = affected.map(({ index, point }) => `${index + 1}${point === null ? '' : ` (${point})`}`);
  const last = names.pop();
  const runs = names.length === 0 ? `run ${last} was` : `runs ${names.join(', ')} and ${last} were`;
  return `a worker stopped and was replaced; ${runs} started again`;
}
