import type { Experiment } from '../src/core/experiment.ts';
import { toExperiment } from '../src/settings/experiment.ts';
import { PRESETS, settingsOf } from '../src/settings/presets.ts';
import type { Settings } from '../src/settings/schema.ts';

/** A setting of DESIGN §6, and the bar it sets for one epoch with the stable ranks of W₊, W₋ and W. */
export interface BenchCase {
  readonly id: string;
  readonly name: string;
  /** Milliseconds. */
  readonly bar: number;
  /** What the bar is for: the median epoch, or where few are recorded the mean of the run. */
  readonly barOf?: 'mean';
  readonly experiment: Experiment;
}

const FULL_BATCH = {
  secondLayer: '1/m',
  loss: 'logistic',
  regularizer: { kind: 'none' },
  seed: 1,
  testPoints: 0,
  space: 'auto',
} as const;

/** K Fig. 1 and 4. */
export const K_FIGURE_4: Experiment = {
  ...FULL_BATCH,
  data: { kind: 'gaussian-mixture', n: 10, d: 784, meanSd: 0.01, noiseSd: 1 },
  m: 100,
  activation: { kind: 'leaky-relu', gamma: 0.1 },
  sigma0: 1e-3,
  method: { kind: 'gradient-descent', eta: 0.1 },
  epochs: 1_000,
};

/** K Fig. 5. */
const K_FIGURE_5: Experiment = {
  ...FULL_BATCH,
  data: { kind: 'orthogonal-basis', n: 20, d: 40, replacement: false },
  m: 10_000,
  activation: { kind: 'leaky-relu', gamma: 0.1 },
  sigma0: 1e-5,
  method: { kind: 'gradient-descent', eta: 0.1 },
  epochs: 100,
};

/** K Fig. 4 where patterns freeze within a few epochs (DESIGN §9); so many that most have no matrices. */
function frozen(m: number): BenchCase {
  return {
    id: `k4-frozen-${m}`,
    name: `K Fig. 4 frozen, γ = 0.5, σ₀ = 1e-5: 2m = ${(2 * m).toLocaleString('en')}`,
    bar: 0.004,
    experiment: {
      ...K_FIGURE_4,
      m,
      activation: { kind: 'leaky-relu', gamma: 0.5 },
      sigma0: 1e-5,
      epochs: 10_000,
    },
  };
}

const FROZEN = frozen(100);

function meng(regularizer: Settings['regularizer']): Experiment {
  const preset = PRESETS.find(({ id }) => id === 'meng-1')!;
  const settings = { ...settingsOf(preset), regularizer, testPoints: 0 };
  // Until the end: an epoch after the penalty was switched off would be another epoch.
  return toExperiment({ ...settings, switchOff: 'never', epochs: 1_000 }, 0);
}

export const CASES: readonly BenchCase[] = [
  { id: 'k4', name: 'K Fig. 1, 4: n = 10, d = 784, 2m = 200', bar: 0.05, experiment: K_FIGURE_4 },
  {
    id: 'f1',
    name: 'F Fig. 1 at twice its width: n = 100, d = 10,000, 2m = 1,024',
    bar: 3.5,
    experiment: {
      ...FULL_BATCH,
      data: { kind: 'binary-clusters', n: 100, d: 10_000, meanExponent: 0.26, labelNoise: 0.15 },
      m: 512,
      secondLayer: '1/sqrt(2m)',
      activation: { kind: 'smooth-leaky-relu', gamma: 0.1 },
      // ω_TF / 50 with TensorFlow's default ω_TF = √(2/(2m + d)) (F App. F.1)
      sigma0: Math.sqrt(2 / (1_024 + 10_000)) / 50,
      method: { kind: 'gradient-descent', eta: 0.01 },
      // As the presets of F: the paper does not state how many.
      epochs: 300,
    },
  },
  {
    id: 'k5',
    name: 'K Fig. 5: n = 20, d = 40, 2m = 20,000',
    bar: 5,
    experiment: K_FIGURE_5,
  },
  {
    id: 'm',
    name: 'M Fig. 1–4: n = 20, d = 400, 2m = 20',
    bar: 0.015,
    experiment: meng('none'),
  },
  { id: 'm-pegr', name: 'the same with PEGR', bar: 0.025, experiment: meng('pegr') },
  FROZEN,
  frozen(1_000),
  frozen(10_000),
  {
    id: 'k5-frozen',
    name: 'K Fig. 5 frozen: n = 20, d = 40, 2m = 20,000',
    bar: 0.06,
    // A step is of 1/m: patterns freeze at epoch 340, groups take over at 511.
    experiment: { ...K_FIGURE_5, activation: { kind: 'leaky-relu', gamma: 0.5 }, epochs: 3_000 },
  },
  {
    id: 'k4-million',
    name: 'a million epochs of K Fig. 4 frozen, recorded on the schedule',
    bar: 0.002,
    barOf: 'mean',
    experiment: { ...FROZEN.experiment, epochs: 1_000_000 },
  },
];
