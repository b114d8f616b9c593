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
