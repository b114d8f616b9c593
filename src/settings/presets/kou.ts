import type { Settings } from '../schema.ts';
import type { Preset } from './preset.ts';

const KOU = 'Kou, Chen and Gu 2023';

/** K Figure 4. */
const KOU_FIGURE_4 = { sigma0: 1e-5, epochs: 1_000, testPoints: 0 } as const satisfies Partial<Settings>;

/** The paper's m = 10,000 and η = 0.1, with each neuron's step η/m kept at m = 1,000. */
export const KOU_FIGURE_5 = {
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

/** Kou, Chen and Gu 2023. */
export const KOU_PRESETS: readonly Preset[] = [
  {
    id: 'first',
    question: 'What does gradient descent do to the weights?',
    source: `after ${KOU}, Figure 1`,
    summary:
      'The mean stable rank of W₊ and W₋ falls from 55 to 1.02: what begins as noise turns into identical rows, one pattern of activation for each class.',
    settings: { gamma: 0.25, epochs: 200, seed: 145 },
    view: { timeAxis: 'log' },
  },
  {
    id: 'kou-1',
    question: 'Does training lower the rank?',
    source: `${KOU}, Figure 1`,
    summary:
      'In 50 epochs the mean stable rank of W₊ and W₋ falls from 56 to 1.15, and the rows of the coefficients become more and more alike.',
    settings: {},
  },
  {
    id: 'kou-1-small',
    question: 'Does a smaller start mean lower rank?',
    source: `${KOU}, Figure 1 with σ₀ = 1e-5`,
    summary:
      'One step of gradient descent takes the mean stable rank of W₊ and W₋ from 56 to 1.58; after 50 it is 1.01.',
    settings: { sigma0: 1e-5 },
  },
  {
    id: 'kou-4-leaky',
    question: 'Does leaky ReLU reach rank one?',
    source: `${KOU}, Figure 4`,
    summary:
      'With γ = 0.5 the mean stable rank of W₊ and W₋ goes on falling, to 1.00005 after 100 epochs and 1.000012 after 1,000: the limit of Theorem 4.1 is one.',
    settings: { ...KOU_FIGURE_4, gamma: 0.5 },
    view: { stableRankAxis: 'excess', timeAxis: 'log', theory: 'stable-rank' },
  },
  {
    id: 'kou-4-relu',
    question: 'Does ReLU reach rank one?',
    source: `${KOU}, Figure 4`,
    summary:
      'With γ = 0 the mean stable rank of W₊ and W₋ comes down to 1.16 after 20 epochs, then rises to 1.2: it does not go to one.',
    settings: { ...KOU_FIGURE_4, gamma: 0 },
    view: { stableRankAxis: 'excess', timeAxis: 'log' },
  },
  {
    id: 'kou-5-relu',
    question: 'How low does ReLU go on orthogonal points?',
    source: `${KOU}, Figure 5`,
    summary:
      'On basis vectors the mean stable rank of W₊ and W₋ settles just below two, at 1.91 with γ = 0, while the loss has hardly moved from log two.',
    settings: { ...KOU_FIGURE_5, gamma: 0 },
    view: { timeAxis: 'log', theory: 'stable-rank' },
  },
  {
    id: 'kou-5-leaky',
    question: 'How low does leaky ReLU go on orthogonal points?',
    source: `${KOU}, Figure 5`,
    summary:
      'The same data and steps with γ = 0.5: the mean stable rank of W₊ and W₋ goes towards one, to 1.006.',
    settings: { ...KOU_FIGURE_5, gamma: 0.5 },
    view: { timeAxis: 'log' },
  },
  {
    id: 'kou-relu-limit',
    question: 'How low exactly does ReLU go?',
    source: `after ${KOU}, Lemma F.3`,
    summary:
      'Not quite to two. Who fires for which of ten orthogonal points is settled at the start, and the limit follows from it: with five points in each class the mean stable rank of W₊ and W₋ is 1.63 when log t is 10,000; for ever wider networks it is twice five over six.',
    settings: {
      data: 'orthogonal-basis',
      gamma: 0,
      n: 10,
      d: 40,
      secondLayer: '1/sqrt(2m)',
      method: 'flow',
      logTime: 10_000,
      epochs: 300,
      sigma0: 1e-5,
      testPoints: 0,
      runs: 1,
      seed: 2,
    },
    view: { timeAxis: 'log' },
  },
];
