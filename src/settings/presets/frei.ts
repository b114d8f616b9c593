import type { Settings } from '../schema.ts';
import type { View } from '../view.ts';
import type { Preset } from './preset.ts';

const FREI = 'Frei et al. 2023';

/** F App. F.1; m = 512 there counts all neurons. */
const FREI_CLUSTERS = {
  activation: 'smooth-leaky-relu',
  gamma: 0.1,
  m: 256,
  secondLayer: '1/sqrt(2m)',
  data: 'binary-clusters',
  n: 100,
  meanExponent: 0.26,
  labelNoise: 0.15,
  eta: 0.01,
  epochs: 300,
} as const satisfies Partial<Settings>;
const FREI_STEPS = '300 steps: the number is not stated, and most of the fall is over by then';
const FREI_FIGURE_5 = {
  ...FREI_CLUSTERS,
  d: 10_000,
  testPoints: 200,
  runs: 1,
} as const satisfies Partial<Settings>;
const FREI_FIGURE_5_INFERRED = [FREI_STEPS, 'one run and 200 test points: neither number is stated'];

/** F speaks of the stable rank of all weights. */
const FREI_VIEW = { timeAxis: 'log', headline: 'all' } as const satisfies Partial<View>;

/** Leaky ReLU on four clusters; F §5 argues about it and gives no experiment. */
const TWO_XOR = { data: 'two-xor', secondLayer: '1/sqrt(2m)', runs: 2 } as const satisfies Partial<Settings>;
const TWO_XOR_INFERRED =
  'all numbers: the paper argues about this distribution without an experiment; ‖μ‖ = d^0.26 at d = 10,000';

/** Frei, Vardi, Bartlett, Srebro and Hu 2023. */
export const FREI_PRESETS: readonly Preset[] = [
  {
    id: 'frei-1',
    question: 'Does the rank fall when labels are wrong?',
    source: `${FREI}, Figure 1 left, d = 1,000`,
    summary:
      'The stable rank of all weights falls from about 176 to a hundredth of that in 100 steps; it falls faster in higher dimension.',
    // σ₀ = √(2/(512 + 1,000))/50: the default of TensorFlow over 50, rounded to four digits.
    settings: { ...FREI_CLUSTERS, d: 1_000, sigma0: 7.274e-4, testPoints: 0, runs: 3 },
    view: FREI_VIEW,
    inferred: [
      'd = 1,000: the dimensions are not listed',
      FREI_STEPS,
      '3 runs in place of 5, so that it plays in a few seconds',
    ],
  },
  {
    id: 'frei-5-default',
    question: 'Does the usual start keep its rank?',
    source: `${FREI}, Figure 5, default initialisation`,
    summary:
      'Training error is 0 within ten steps and test error near the 15 % of flipped labels, while the stable rank stays where it began.',
    // √(2/(512 + 10,000)), rounded to four digits.
    settings: { ...FREI_FIGURE_5, sigma0: 0.01379 },
    view: FREI_VIEW,
    inferred: FREI_FIGURE_5_INFERRED,
  },
  {
    id: 'frei-5-small',
    question: 'What does a start fifty times smaller change?',
    source: `${FREI}, Figure 5, small initialisation`,
    summary:
      'From weights 50 times smaller the stable rank falls from about 342 to 2 in 100 steps, at the same test error.',
    // √(2/(512 + 10,000))/50, rounded to four digits.
    settings: { ...FREI_FIGURE_5, sigma0: 2.759e-4 },
    view: FREI_VIEW,
    inferred: FREI_FIGURE_5_INFERRED,
  },
  {
    id: 'frei-xor',
    question: 'Can low rank do harm?',
    source: `${FREI}, §5`,
    summary:
      'In 10,000 dimensions the network fits every training point with nearly linear weights, and its test error stays near one half.',
    settings: {
      ...TWO_XOR,
      n: 40,
      d: 10_000,
      meanNorm: 11,
      eta: 0.01,
      sigma0: 1e-4,
      epochs: 300,
      testPoints: 200,
    },
    view: FREI_VIEW,
    inferred: [TWO_XOR_INFERRED],
  },
  {
    id: 'frei-xor-low',
    question: 'When does the same network learn the clusters?',
    source: `${FREI}, §5, the contrast`,
    summary:
      'With more points than dimensions the same network finds the four clusters: the test error falls to 0.',
    settings: { ...TWO_XOR, n: 200, d: 20, meanNorm: 5, eta: 0.1, epochs: 200, testPoints: 200 },
    view: FREI_VIEW,
    inferred: ['all numbers: the paper argues about this distribution without an experiment'],
  },
];
