import { DEFAULTS, SETTING_NAMES, type Settings } from './schema.ts';
import type { View } from './view.ts';

export interface Preset {
  /** Lower-case, stable: it names the preset in tests and in the page. */
  readonly id: string;
  readonly title: string;
  /** Paper and figure. */
  readonly source: string;
  /** What to look for, in one or two sentences. */
  readonly summary: string;
  /** What differs from the defaults. */
  readonly settings: Partial<Settings>;
  readonly view?: Partial<View>;
  /** What the paper does not state, or what is other than it states, each with the reason. */
  readonly inferred?: readonly string[];
}

const KOU = 'Kou, Chen and Gu 2023';
const FREI = 'Frei et al. 2023';
const MENG = 'Meng, Cao and Zou 2023';

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

/** Leaky ReLU on four clusters; F §5 argues about it and gives no experiment. */
const TWO_XOR = { data: 'two-xor', secondLayer: '1/sqrt(2m)', runs: 2 } as const satisfies Partial<Settings>;
const TWO_XOR_INFERRED =
  'all numbers: the paper argues about this distribution without an experiment; ‖μ‖ = d^0.26 at d = 10,000';

/** M §4.1, as far as it is stated; all three modes from the same draws. */
const MENG_FIGURES = {
  activation: 'relu-power',
  q: 2,
  m: 10,
  secondLayer: '1',
  data: 'signal-noise',
  n: 20,
  d: 400,
  meanNorm: 1,
  testPoints: 200,
  eta: 0.02,
  sigma0: 0.01,
  epochs: 1_500,
  regularizer: 'pegr',
  compare: true,
  lambdaPegr: 0.0125,
  lambdaFgr: 0.02,
  switchOff: 'epoch',
  until: 800,
} as const satisfies Partial<Settings>;
const MENG_FIGURES_INFERRED = [
  'second layer ±1, as in §1: with §2’s ±1/m the stated η, λ and σ₀ learn no signal in 1,500 epochs',
  'λ = 0.0125 for PEGR in place of 0.01: at σ_p = 0.5 the noise shrinks only if λ‖ξ‖² is above 1, and 0.01 is on the edge',
  'λ = 0.02 for FGR is the paper’s 0.01: its penalty has no ½',
  'FGR is switched off at epoch 800 as well: not stated, and it changes nothing here',
  '200 test points and 5 runs: neither number is stated',
];

/** Experiments of the papers, by name. The first is the defaults, so its link is empty. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'kou-1',
    title: 'Stable rank falls, epoch by epoch',
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
    title: 'The same from a hundred times smaller weights',
    source: `${KOU}, Figure 1 with σ₀ = 1e-5`,
    summary: 'One step of gradient descent takes the stable rank from 55 to about 1.6; after 50 it is 1.005.',
    settings: { sigma0: 1e-5 },
    inferred: ['σ₀ = 1e-5: not stated; the smallest value of K Figure 2', SLOPE],
  },
  {
    id: 'kou-4-leaky',
    title: 'Leaky ReLU goes to rank one',
    source: `${KOU}, Figure 4`,
    summary:
      'With γ = 0.5 the stable rank minus one keeps falling, to about 1e-5 after 1,000 epochs: the limit of Theorem 4.1 is 1.',
    settings: { ...KOU_FIGURE_4, gamma: 0.5 },
    view: { stableRankAxis: 'excess', timeAxis: 'log' },
    inferred: [SLOPE, ...KOU_FIGURE_4_INFERRED],
  },
  {
    id: 'kou-4-relu',
    title: 'ReLU stops short of rank one',
    source: `${KOU}, Figure 4`,
    summary: 'With γ = 0 the stable rank comes down to about 1.2, then rises a little: it does not go to 1.',
    settings: { ...KOU_FIGURE_4, gamma: 0 },
    view: { stableRankAxis: 'excess', timeAxis: 'log' },
    inferred: KOU_FIGURE_4_INFERRED,
  },
  {
    id: 'kou-5-relu',
    title: 'Orthogonal data: a wide ReLU network goes to two',
    source: `${KOU}, Figure 5`,
    summary:
      'On basis vectors the stable rank of each class’s ReLU weights settles just below 2, while the loss has hardly moved.',
    settings: { ...KOU_FIGURE_5, gamma: 0 },
    view: { timeAxis: 'log' },
    inferred: KOU_FIGURE_5_INFERRED,
  },
  {
    id: 'kou-5-leaky',
    title: 'Orthogonal data: leaky ReLU goes to one',
    source: `${KOU}, Figure 5`,
    summary: 'The same data and steps with γ = 0.5: the stable rank of each class goes to 1.',
    settings: { ...KOU_FIGURE_5, gamma: 0.5 },
    view: { timeAxis: 'log' },
    inferred: [SLOPE, ...KOU_FIGURE_5_INFERRED],
  },
  {
    id: 'frei-1',
    title: 'Noisy clusters in 1,000 dimensions',
    source: `${FREI}, Figure 1 left, d = 1,000`,
    summary:
      'The stable rank of all weights falls from about 176 to a hundredth of that in 100 steps; it falls faster in higher dimension.',
    // σ₀ = √(2/(512 + 1,000))/50: the default of TensorFlow over 50, rounded to four digits.
    settings: { ...FREI_CLUSTERS, d: 1_000, sigma0: 7.274e-4, testPoints: 0, runs: 3 },
    view: { timeAxis: 'log' },
    inferred: [
      'd = 1,000: the dimensions are not listed',
      FREI_STEPS,
      '3 runs in place of 5, so that it plays in a few seconds',
    ],
  },
  {
    id: 'frei-5-default',
    title: 'The usual initialisation keeps its rank',
    source: `${FREI}, Figure 5, default initialisation`,
    summary:
      'Training error is 0 within ten steps and test error near the 15 % of flipped labels, while the stable rank stays where it began.',
    // √(2/(512 + 10,000)), rounded to four digits.
    settings: { ...FREI_FIGURE_5, sigma0: 0.01379 },
    view: { timeAxis: 'log' },
    inferred: FREI_FIGURE_5_INFERRED,
  },
  {
    id: 'frei-5-small',
    title: 'Fifty times smaller, it collapses',
    source: `${FREI}, Figure 5, small initialisation`,
    summary:
      'From weights 50 times smaller the stable rank falls from about 342 to 2 in 100 steps, at the same test error.',
    // √(2/(512 + 10,000))/50, rounded to four digits.
    settings: { ...FREI_FIGURE_5, sigma0: 2.759e-4 },
    view: { timeAxis: 'log' },
    inferred: FREI_FIGURE_5_INFERRED,
  },
  {
    id: 'frei-xor',
    title: 'Noisy 2-xor: low rank does harm',
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
    view: { timeAxis: 'log' },
    inferred: [TWO_XOR_INFERRED],
  },
  {
    id: 'frei-xor-low',
    title: 'Noisy 2-xor in 20 dimensions is learnt',
    source: `${FREI}, §5, the contrast`,
    summary:
      'With more points than dimensions the same network finds the four clusters: the test error falls to 0.',
    settings: { ...TWO_XOR, n: 200, d: 20, meanNorm: 5, eta: 0.1, epochs: 200, testPoints: 200 },
    view: { timeAxis: 'log' },
    inferred: ['all numbers: the paper argues about this distribution without an experiment'],
  },
  {
    id: 'meng-0.5',
    title: 'PEGR learns the signal, the others the noise',
    source: `${MENG}, Figures 1–4, σ_p = 0.5`,
    summary:
      'Without regularisation and with FGR the noise grows, the signal does not, and the test accuracy stays at one half; PEGR keeps the noise smaller while the signal grows, and reaches 1.',
    settings: { ...MENG_FIGURES, noiseSd: 0.5 },
    inferred: MENG_FIGURES_INFERRED,
  },
  {
    id: 'meng-0.1',
    title: 'Little noise: all three learn the signal',
    source: `${MENG}, Figures 1–4, σ_p = 0.1`,
    summary: 'With a fifth of the noise, the test accuracy goes to 1 in all three modes.',
    settings: { ...MENG_FIGURES, noiseSd: 0.1 },
    inferred: [...MENG_FIGURES_INFERRED, 'σ₀ = 0.01: not stated for σ_p = 0.1'],
  },
  {
    id: 'meng-1',
    title: 'Twice the noise: only PEGR learns the signal',
    source: `${MENG}, Figures 1–4, σ_p = 1`,
    summary:
      'PEGR reaches test accuracy 1 all the same; the other two are at one half from beginning to end.',
    settings: { ...MENG_FIGURES, noiseSd: 1 },
    inferred: MENG_FIGURES_INFERRED,
  },
  {
    id: 'meng-1.5',
    title: 'Three times the noise, from smaller weights',
    source: `${MENG}, Figures 1–4, σ_p = 1.5`,
    summary:
      'With PEGR the noise goes down from the first epoch, the signal comes later, and the test accuracy still reaches 1.',
    settings: { ...MENG_FIGURES, noiseSd: 1.5, sigma0: 0.001 },
    inferred: MENG_FIGURES_INFERRED,
  },
  {
    id: 'meng-printed',
    title: 'As printed, with second layer ±1/m: nothing is learnt in time',
    source: `${MENG}, Figures 1–4 as printed, σ_p = 0.5`,
    summary:
      'With the second layer of §2 and the printed η, λ and σ₀, the signal grows ten times more slowly: after 1,500 epochs no mode has learnt it, and PEGR fails too.',
    settings: { ...MENG_FIGURES, noiseSd: 0.5, secondLayer: '1/m', lambdaPegr: 0.01 },
    inferred: MENG_FIGURES_INFERRED.slice(2),
  },
  {
    id: 'meng-t1',
    title: 'Theorem 3.2’s T₁, twice as long as printed',
    source: `${MENG}, Theorems 3.2 and 3.3`,
    summary:
      'PEGR is switched off at T₁ = 8,055 epochs, where the signal of both classes has grown enough; choose “At T₁ as printed”, half of it, and it has not.',
    settings: {
      ...MENG_FIGURES,
      secondLayer: '1/m',
      d: 40_000,
      noiseSd: 0.2,
      sigma0: 1e-4,
      lambdaPegr: 0.025,
      lambdaFgr: 0.05,
      switchOff: 't1',
      epochs: 18_000,
      seed: 5,
      runs: 1,
    },
    inferred: [
      'n, m, d, σ_p, σ₀ and η: the theorem asks for large d and small σ₀, and gives no experiment; λ = 1/(σ_p√d) is its own',
      'seed 5 draws ten points of each class: the signal of class j grows at the rate n_j/n, which the theorem takes for ½',
    ],
  },
  {
    id: 'mnist-4-9',
    title: 'MNIST: 4 against 9',
    source: `after ${KOU}, Figure 3`,
    summary:
      'Open the MNIST test files: after 50 epochs the test error is about 5 % (4 to 7 %, by the seed’s split) and the stable rank of W₊ within a hundredth of 1.',
    settings: {
      data: 'dataset',
      positive: '4',
      negative: '9',
      normalisation: 'divide-255',
      n: 1_000,
      testPoints: 991,
      method: 'sgd',
      batchSize: 64,
      eta: 1,
      runs: 1,
    },
    inferred: [
      'two digits, 1,000 training points, η = 1 and 50 epochs: the paper trains on all of MNIST and does not say how ten digits become two classes',
      'm = 100 in place of 1,000 and σ₀ = 0.001, the largest of its list, so that the fall can be seen',
    ],
  },
];

/** All settings of a preset. `file`: the file that is open, kept by the presets that train on one. */
export function settingsOf(preset: Preset, file = ''): Settings {
  const settings = { ...DEFAULTS, ...preset.settings };
  return settings.data === 'dataset' ? { ...settings, file } : settings;
}

/** The preset with these settings, whichever file is open and whichever compared mode in front; null if there is none. */
export function presetOf(settings: Settings): Preset | null {
  const matches = (preset: Preset): boolean => {
    const wanted = settingsOf(preset, settings.file);
    // Of modes side by side, which one is in front is a way of looking at the same experiment.
    const looks = (name: keyof Settings): boolean => name === 'regularizer' && wanted.compare;
    return SETTING_NAMES.every((name) => wanted[name] === settings[name] || looks(name));
  };
  return PRESETS.find(matches) ?? null;
}
