import type { Experiment } from '../../src/core/experiment.ts';

/** K's Figure 1 with σ₀ = 1e-5 (EXPERIMENTS B), the experiment that tests vary. */
export const K_FIGURE_1: Experiment = {
  data: { kind: 'gaussian-mixture', n: 10, d: 784, meanSd: 0.01, noiseSd: 1 },
  m: 100,
  activation: { kind: 'leaky-relu', gamma: 0.1 },
  secondLayer: '1/m',
  loss: 'logistic',
  regularizer: { kind: 'none' },
  sigma0: 1e-5,
  method: { kind: 'gradient-descent', eta: 0.1 },
  epochs: 50,
  seed: 1,
  testPoints: 20,
  space: 'auto',
};

/** M's Figures 1–4 with σ_p = 0.5, standard training (EXPERIMENTS D: second layer ±1). */
export const M_FIGURES: Experiment = {
  data: { kind: 'signal-noise', n: 20, d: 400, meanNorm: 1, noiseSd: 0.5 },
  m: 10,
  activation: { kind: 'relu-power', q: 2 },
  secondLayer: '1',
  loss: 'logistic',
  regularizer: { kind: 'none' },
  sigma0: 0.01,
  method: { kind: 'gradient-descent', eta: 0.02 },
  epochs: 1_500,
  seed: 1,
  testPoints: 0,
  space: 'auto',
};
