import type { Settings } from '../schema.ts';
import { axis, type Axis } from '../study/axis.ts';
import { epoch, measured, named, sentence, setting, type Measured } from './claims.ts';
import { FREI_CLUSTERS, FREI_VIEW } from './frei.ts';
import type { Looks } from '../view.ts';
import type { PresetId } from './inferred.ts';
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
    ...sentence`Ten steps take the stable rank of W, all neurons, from ${measured('stableRankAll', 0, 49, { where: { d: 100 } })} to ${measured('stableRankAll', 10, 14.9, { where: { d: 100 }, within: 0.3 })} in ${setting('d', 100)} dimensions, and from ${measured('stableRankAll', 0, 340, { where: { d: 10_000 } })} to ${measured('stableRankAll', 10, 9.7, { where: { d: 10_000 }, within: 0.2 })} in a hundred times as many: relative to its start, it falls faster the higher the dimension.`,
    axes: [OVER_DIMENSION],
    settings: { ...FREI_CLUSTERS, d: 100, sigma0: omega(1 / 50, 100), testPoints: 0, runs: 2 },
    printed: { epochs: 1_000, runs: 5 },
    view: RELATIVE,
  },
  {
    id: 'figure-frei-1-right',
    question: 'How small must the start be?',
    source: `${FREI}, Figure 1 right`,
    ...sentence`From a hundredth of the usual scale one step of η = ${setting('eta', 0.16)} takes the stable rank of W, all neurons, from ${measured('stableRankAll', 0, 340, { where: started(1) })} to ${measured('stableRankAll', 1, 1.3, { where: started(0.01), within: 0.1 })}; from the usual scale it is still ${measured('stableRankAll', 'end', 300, { where: started(1), within: 20 })} after ${epoch(300)} steps, and from larger ones it does not move.`,
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
    ...sentence`Both activations have the slopes γ = ${setting('gamma', 0.1)} and one far from zero; the smooth one goes from one to the other between. Trained with either from the small start of ${named('Figure 1')}, the stable rank of W, all neurons, falls from ${measured('stableRankAll', 0, 49, { where: { activation: 'smooth-leaky-relu' } })} to ${measured('stableRankAll', 100, 1.34, { where: { activation: 'smooth-leaky-relu' } })} and ${measured('stableRankAll', 100, 1.51, { where: { activation: 'leaky-relu' } })} in ${epoch(100)} steps.`,
    axes: [axis('activation', ['smooth-leaky-relu', 'leaky-relu'])],
    settings: { ...FREI_CLUSTERS, d: 100, sigma0: omega(1 / 50, 100), epochs: 100, testPoints: 0, runs: 2 },
    view: RELATIVE,
  },
  {
    id: 'figure-frei-4',
    question: 'Does a larger step lower the rank at once?',
    source: `${FREI}, Figure 4`,
    ...sentence`From a tenth of the usual scale one step of η = ${setting('eta', 0.01)} leaves the stable rank of W at ${measured('stableRankAll', 1, 340, { where: { ...started(0.1), eta: 0.01 } })}; one of a step thirty-two times larger takes it to ${measured('stableRankAll', 1, 9.6, { where: { ...started(0.1), eta: 0.32 }, within: 1 })}.`,
    axes: [axis('eta', [0.01, 0.32]), axis('sigma0', [omega(0.1, 10_000), omega(1, 10_000)])],
    settings: { ...LARGE, eta: 0.01, sigma0: omega(0.1, 10_000) },
    printed: { epochs: 1_000, runs: 5 },
    view: RELATIVE,
  },
  {
    id: 'figure-frei-5',
    question: 'Does the start decide the test error?',
    source: `${FREI}, Figure 5`,
    ...sentence`Both networks fit every point after ${epoch(10)} steps; from the usual scale the stable rank of W stays at ${measured('stableRankAll', 'end', 340, { where: started(1) })} and the test error ends at ${measured('testError', 'end', 0.215, { percent: true, where: started(1) })}, from a scale fifty times smaller they end at ${measured('stableRankAll', 'end', 1.7, { where: started(1 / 50) })} and ${measured('testError', 'end', 0.175, { percent: true, where: started(1 / 50) })}.`,
    axes: [axis('sigma0', [omega(1 / 50, 10_000), omega(1, 10_000)])],
    settings: { ...LARGE, testPoints: 200, sigma0: omega(1 / 50, 10_000) },
    printed: { epochs: 1_000, runs: 5 },
    view: { ...FREI_VIEW, outcome: 'stableRankAll' },
  },
];

/** What these presets' words claim beside their numbers; no page shows it. */
export const alsoOfFrei = (): Partial<Record<PresetId, readonly Measured[]>> => ({
  'figure-frei-1-left': [
    measured('stableRankAll', 0, 174, { where: { d: 1_000 } }),
    measured('stableRankAll', 10, 19, { where: { d: 1_000 } }),
  ],
  'figure-frei-1-right': [measured('stableRankAll', 'end', 340, { where: started(100) })],
  'figure-frei-5': [
    measured('trainError', 10, 0, { where: started(1) }),
    measured('trainError', 10, 0, { where: started(1 / 50) }),
  ],
});
