import type { Settings } from '../schema.ts';
import type { Preset } from './preset.ts';

const KOU = 'Kou, Chen and Gu 2023';

const SLOPE = 'γ: the paper plots several slopes without listing them';
const FEWER_RUNS = '5 runs in place of 20, so that it plays at once';

/** K Figure 4. */
const KOU_FIGURE_4 = { sigma0: 1e-5, epochs: 1_000, testPoints: 0 } as const satisfies Partial<Settings>;
const KOU_FIGURE_4_INFERRED = ['σ₀ = 1e-5: not stated; the smallest value of K Figure 2', FEWER_RUNS];

/** The paper's m = 10,000 and η = 0.1, with each neuron's step η/m kept at m = 1,000. */
const KOU_FIGURE_5 = {
  data: 'orthogonal-basis',
  n: 20,
  d: 40,
  m: 1_000,
  eta: 0.01,
  sigma0: 1e-5,
  epochs: 1_000,
  testPoints: 0,
  runs: 3,
} as const satisfies Partial<Settings>;
const KOU_FIGURE_5_INFERRED = [
  'm = 1,000 and η = 0.01 in place of m = 10,000 and η = 0.1: every neuron takes the paper’s steps, η/m, at a tenth of the cost',
  'σ₀ = 1e-5: not stated; at 1e-3 nothing moves in 1,000 epochs',
  'drawn without replacement: with it, 20 draws from 40 would all but surely repeat, and points would not be orthogonal',
  '3 runs in place of 20, so that it plays at once',
];

/** Kou, Chen and Gu 2023. */
export const KOU_PRESETS: readonly Preset[] = [
  {
    id: 'first',
    question: 'What does gradient descent do to the weights?',
    source: `after ${KOU}, Figure 1`,
    summary:
      'The stable rank of each class’s weights falls from 55 to nearly 1: what begins as noise turns into identical rows.',
    settings: { gamma: 0.25, epochs: 200, seed: 145 },
    view: { timeAxis: 'log' },
    inferred: [],
  },
  {
    id: 'kou-1',
    question: 'Does training lower the rank?',
    source: `${KOU}, Figure 1`,
    summary:
      'The stable rank of each class’s weights falls from about 55 to nearly 1, and noise in the coefficients turns into identical rows.',
    settings: {},
    inferred: [
      'σ₀ = 0.001: not stated; the fall can be watched at this value, while at 1e-5 it is over after one step',
      SLOPE,
    ],
  },
  {
    id: 'kou-1-small',
    question: 'Does a smaller start mean lower rank?',
    source: `${KOU}, Figure 1 with σ₀ = 1e-5`,
    summary: 'One step of gradient descent takes the stable rank from 55 to about 1.6; after 50 it is 1.005.',
    settings: { sigma0: 1e-5 },
    inferred: ['σ₀ = 1e-5: not stated; the smallest value of K Figure 2', SLOPE],
  },
  {
    id: 'kou-4-leaky',
    question: 'Does leaky ReLU reach rank one?',
    source: `${KOU}, Figure 4`,
    summary:
      'With γ = 0.5 the stable rank minus one keeps falling, to about 1e-5 after 1,000 epochs: the limit of Theorem 4.1 is 1.',
    settings: { ...KOU_FIGURE_4, gamma: 0.5 },
    view: { stableRankAxis: 'excess', timeAxis: 'log' },
    inferred: [SLOPE, ...KOU_FIGURE_4_INFERRED],
  },
  {
    id: 'kou-4-relu',
    question: 'Does ReLU reach rank one?',
    source: `${KOU}, Figure 4`,
    summary: 'With γ = 0 the stable rank comes down to about 1.2, then rises a little: it does not go to 1.',
    settings: { ...KOU_FIGURE_4, gamma: 0 },
    view: { stableRankAxis: 'excess', timeAxis: 'log' },
    inferred: KOU_FIGURE_4_INFERRED,
  },
  {
    id: 'kou-5-relu',
    question: 'How low does ReLU go on orthogonal points?',
    source: `${KOU}, Figure 5`,
    summary:
      'On basis vectors the stable rank of each class’s ReLU weights settles just below 2, while the loss has hardly moved.',
    settings: { ...KOU_FIGURE_5, gamma: 0 },
    view: { timeAxis: 'log' },
    inferred: KOU_FIGURE_5_INFERRED,
  },
  {
    id: 'kou-5-leaky',
    question: 'How low does leaky ReLU go on orthogonal points?',
    source: `${KOU}, Figure 5`,
    summary: 'The same data and steps with γ = 0.5: the stable rank of each class goes to 1.',
    settings: { ...KOU_FIGURE_5, gamma: 0.5 },
    view: { timeAxis: 'log' },
    inferred: [SLOPE, ...KOU_FIGURE_5_INFERRED],
  },
];
