import type { Settings } from '../schema.ts';
import type { Looks } from '../view.ts';
import type { Preset } from './preset.ts';

const FREI = 'Frei et al. 2023';
const THEOREM = 'Theorem 3.2';

/** F App. F.1; m = 512 there counts all neurons. */
export const FREI_CLUSTERS = {
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
const FREI_FIGURE_5 = {
  ...FREI_CLUSTERS,
  d: 10_000,
  testPoints: 200,
  runs: 1,
} as const satisfies Partial<Settings>;

/** F speaks of the stable rank of all weights. */
export const FREI_VIEW = { timeAxis: 'log', headline: 'all' } as const satisfies Partial<Looks>;

/** Leaky ReLU on four clusters; F §5 argues about it and gives no experiment. */
const TWO_XOR = { data: 'two-xor', secondLayer: '1/sqrt(2m)', runs: 2 } as const satisfies Partial<Settings>;

/** Leaky ReLU itself with a leak of one half, by the flow that the theorem is of. */
const THEOREM_3_2 = {
  gamma: 0.5,
  m: 20,
  secondLayer: '1/sqrt(2m)',
  method: 'flow',
  logTime: 10_000,
  epochs: 300,
  sigma0: 1e-5,
  testPoints: 0,
  runs: 1,
} as const satisfies Partial<Settings>;

/** Frei, Vardi, Bartlett, Srebro and Hu 2023. */
export const FREI_PRESETS: readonly Preset[] = [
  {
    id: 'frei-1',
    question: 'Does the rank fall when labels are wrong?',
    source: `${FREI}, Figure 1 left, d = 1,000`,
    summary:
      'The stable rank of W, all neurons, falls from 175 to a hundredth of that, 1.69, in 100 steps; in the end the network fits every label, the flipped ones as well.',
    // σ₀ = √(2/(512 + 1,000))/50: the default of TensorFlow over 50, rounded to four digits.
    settings: { ...FREI_CLUSTERS, d: 1_000, sigma0: 7.274e-4, testPoints: 0, runs: 3 },
    view: FREI_VIEW,
  },
  {
    id: 'frei-5-default',
    question: 'Does the usual start keep its rank?',
    source: `${FREI}, Figure 5, default initialisation`,
    summary:
      'After 10 steps the network fits every point, while the stable rank of W, all neurons, stays at 340; the test error is still 21.5 % after 300, above the 15 % of flipped labels.',
    // √(2/(512 + 10,000)), rounded to four digits.
    settings: { ...FREI_FIGURE_5, sigma0: 0.01379 },
    view: FREI_VIEW,
  },
  {
    id: 'frei-5-small',
    question: 'What does a start fifty times smaller change?',
    source: `${FREI}, Figure 5, small initialisation`,
    summary:
      'From weights fifty times smaller the stable rank of W, all neurons, falls from 340 to 2.1 in 100 steps, and the test error is 17.5 % from the first step on.',
    // √(2/(512 + 10,000))/50, rounded to four digits.
    settings: { ...FREI_FIGURE_5, sigma0: 2.759e-4 },
    view: FREI_VIEW,
  },
  {
    id: 'frei-xor',
    question: 'Can low rank do harm?',
    source: `${FREI}, §5`,
    summary:
      'In 10,000 dimensions one step fits every training point, and the stable rank of W falls from 155 to 1.66, but the test error stays near one half, at 48 %.',
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
  },
  {
    id: 'frei-xor-low',
    question: 'When does the same network learn the clusters?',
    source: `${FREI}, §5, the contrast`,
    summary:
      'With 200 points in 20 dimensions the same network finds the four clusters: the test error falls from 58.5 % to 0, and the stable rank of W is 1.9.',
    settings: { ...TWO_XOR, n: 200, d: 20, meanNorm: 5, eta: 0.1, epochs: 200, testPoints: 200 },
    view: FREI_VIEW,
  },
  {
    id: 'frei-limit',
    question: 'Where does training end?',
    source: `${FREI}, ${THEOREM}`,
    summary:
      'In a million dimensions ten points are as orthogonal as Theorem 3.2 asks, so the end is known from the data: each neuron fires for its own class alone. When log t is 10,000, the stable ranks of W₊ and W₋ are one but for rounding, and the margins differ by 3.2e-7 of ‖W‖. The cards of the limit have the angle that is left, and what each point counts.',
    // Points of length 1: σ_p = 1/√d.
    settings: { ...THEOREM_3_2, meanSd: 0, noiseSd: 1e-3, d: 1_000_000 },
    view: FREI_VIEW,
  },
  {
    id: 'frei-three-points',
    question: 'Is the widest margin found?',
    source: `${FREI}, Lemma B.8`,
    summary:
      'Nearly, and not quite. Of three points two pull against each other; the widest margin has all three at the same distance from its line, and the line that the network decides by in the limit has not. The margins of the network itself do become one: when log t is 10,000 they differ by 3.6e-7 of ‖W‖. The card of what the limit is made of has both lines.',
    settings: { ...THEOREM_3_2, data: 'three-points', n: 3, d: 3 },
    view: FREI_VIEW,
  },
];
