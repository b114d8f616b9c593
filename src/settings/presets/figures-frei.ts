import type { Settings } from '../schema.ts';
import { axis, type Axis } from '../study/axis.ts';
import { FREI_CLUSTERS, FREI_VIEW } from './frei.ts';
import type { Looks } from '../view.ts';
import type { Preset } from './preset.ts';

const FREI = 'Frei et al. 2023';

/** F's ω_TF = √(2/(512 + d)), the default of TensorFlow (F App. F.1), times a factor, rounded to four digits. */
const omega = (factor: number, d: number): number =>
  Number((factor * Math.sqrt(2 / (2 * FREI_CLUSTERS.m + d))).toPrecision(4));

/** Figures 1 and 4 show SR(t)/SR(0), with error bars of one standard deviation; the page's bands are its reader's. */
const RELATIVE = {
  ...FREI_VIEW,
  stableRankUnit: 'start',
  outcome: 'relativeStableRank',
} as const satisfies Partial<Looks>;

const LARGE = { ...FREI_CLUSTERS, d: 10_000, testPoints: 0, runs: 1 } as const satisfies Partial<Settings>;

const DIMENSIONS = [100, 1_000, 10_000];
const OVER_DIMENSION: Axis = {
  setting: 'd',
  values: DIMENSIONS,
  along: [{ setting: 'sigma0', values: DIMENSIONS.map((d) => omega(1 / 50, d)) }],
};

/** σ₀ in multiples of ω_TF at d = 10,000. */
export const started = (factor: number): Pick<Settings, 'sigma0'> => ({ sigma0: omega(factor, 10_000) });

/** The figures of Frei et al. 2023 on synthetic data, with all their curves. */
export const FREI_FIGURES: readonly Preset[] = [
  {
    id: 'figure-frei-1-left',
    question: 'Does the rank fall faster in higher dimension?',
    source: `${FREI}, Figure 1 left`,
    summary:
      'Ten steps take the stable rank of W, all neurons, from 49 to 14.9 in 100 dimensions, and from 340 to 9.7 in a hundred times as many: relative to its start, it falls faster the higher the dimension.',
    axes: [OVER_DIMENSION],
    settings: { ...FREI_CLUSTERS, d: 100, sigma0: omega(1 / 50, 100), testPoints: 0, runs: 2 },
    printed: { epochs: 1_000, runs: 5 },
    view: RELATIVE,
  },
  {
    id: 'figure-frei-1-right',
    question: 'How small must the start be?',
    source: `${FREI}, Figure 1 right`,
    summary:
      'From a hundredth of the usual scale one step of η = 0.16 takes the stable rank of W, all neurons, from 340 to 1.3; from the usual scale it is still 300 after 300 steps, and from larger ones it does not move.',
    axes: [
      axis(
        'sigma0',
        [0.01, 0.1, 1, 10, 100].map((factor) => omega(factor, 10_000)),
      ),
    ],
    settings: { ...LARGE, eta: 0.16, sigma0: omega(0.01, 10_000) },
    printed: { epochs: 1_000, runs: 5 },
    view: RELATIVE,
  },
  {
    id: 'figure-frei-3',
    question: 'How smooth is the smooth leaky ReLU?',
    source: `${FREI}, Figure 3`,
    summary:
      'Both activations have the slopes γ = 0.1 and one far from zero; the smooth one goes from one to the other between. Trained with either from the small start of Figure 1, the stable rank of W, all neurons, falls from 49 to 1.34 and 1.51 in 100 steps.',
    axes: [axis('activation', ['smooth-leaky-relu', 'leaky-relu'])],
    settings: { ...FREI_CLUSTERS, d: 100, sigma0: omega(1 / 50, 100), epochs: 100, testPoints: 0, runs: 2 },
    view: RELATIVE,
  },
  {
    id: 'figure-frei-4',
    question: 'Does a larger step lower the rank at once?',
    source: `${FREI}, Figure 4`,
    summary:
      'From a tenth of the usual scale one step of η = 0.01 leaves the stable rank of W at 340; one of a step thirty-two times larger takes it to 9.6.',
    axes: [axis('eta', [0.01, 0.32]), axis('sigma0', [omega(0.1, 10_000), omega(1, 10_000)])],
    settings: { ...LARGE, eta: 0.01, sigma0: omega(0.1, 10_000) },
    printed: { epochs: 1_000, runs: 5 },
    view: RELATIVE,
  },
  {
    id: 'figure-frei-5',
    question: 'Does the start decide the test error?',
    source: `${FREI}, Figure 5`,
    summary:
      'Both networks fit every point after 10 steps; from the usual scale the stable rank of W stays at 340 and the test error ends at 21.5 %, from a scale fifty times smaller they end at 1.7 and 17.5 %.',
    axes: [axis('sigma0', [omega(1 / 50, 10_000), omega(1, 10_000)])],
    settings: { ...LARGE, testPoints: 200, sigma0: omega(1 / 50, 10_000) },
    printed: { epochs: 1_000, runs: 5 },
    view: { ...FREI_VIEW, outcome: 'stableRankAll' },
  },
];
