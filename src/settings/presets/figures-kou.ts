import { axis } from '../study/axis.ts';
import { epoch, measured, sentence, setting, type Measured } from './claims.ts';
import { KOU_FIGURE_5 } from './kou.ts';
import type { PresetId } from './inferred.ts';
import type { Preset } from './preset.ts';

const KOU = 'Kou, Chen and Gu 2023';

const SLOPES = [axis('gamma', [0, 0.05, 0.1, 0.25, 0.5, 0.75, 1])];

const relu = { gamma: 0 };
const linear = { gamma: 1 };

/** The figures of Kou, Chen and Gu 2023 on synthetic data, with all their curves. */
export const KOU_FIGURES: readonly Preset[] = [
  {
    id: 'figure-kou-1',
    question: 'Which slope lowers the rank most?',
    source: `${KOU}, Figure 1`,
    ...sentence`The larger the slope γ, the faster and lower the mean stable rank of W₊ and W₋ falls: after ${epoch(50)} epochs it is ${measured('meanStableRank', 50, 1.16, { where: relu })} for ReLU, ${measured('meanStableRank', 50, 1.01, { where: { gamma: 0.1 } })} for γ = ${setting('gamma', 0.1)}, and one within rounding for the linear network; the loss of ReLU is twice as large then, ${measured('loss', 50, 0.28, { where: relu })} against ${measured('loss', 50, 0.13, { where: linear })}.`,
    axes: SLOPES,
    settings: { sigma0: 1e-5, testPoints: 0 },
    view: { timeAxis: 'log', stableRankAxis: 'log' },
  },
  {
    id: 'figure-kou-1-slow',
    question: 'Does the order of the slopes stay from larger weights?',
    source: `${KOU}, Figure 1 with σ₀ = 0.001`,
    ...sentence`From a hundred times larger weights the fall can be watched, in the same order: after ${epoch(10)} epochs the mean stable rank of W₊ and W₋ is ${measured('meanStableRank', 10, 4.1, { where: relu })} for ReLU, ${measured('meanStableRank', 10, 2.8, { where: { gamma: 0.1 } })} for γ = ${setting('gamma', 0.1)} and ${measured('meanStableRank', 10, 1.55, { where: linear })} for the linear network.`,
    axes: SLOPES,
    settings: { sigma0: 1e-3, testPoints: 0 },
  },
  {
    id: 'figure-kou-4',
    question: 'Which slopes reach rank one?',
    source: `${KOU}, Figure 4`,
    ...sentence`After ${epoch(1_000)} epochs the mean stable rank of W₊ and W₋ exceeds one by ${measured('meanStableRank', 'end', 1.2, { where: relu, as: '0.2' })} for ReLU, by ${measured('meanStableRank', 'end', 1.016, { where: { gamma: 0.1 }, as: '0.016' })} for γ = ${setting('gamma', 0.1)} and by ${measured('meanStableRank', 'end', 1.00001, { where: { gamma: 0.5 }, as: '0.00001' })} at most from one half on; that of ReLU has risen since epoch ${epoch(50)}.`,
    axes: SLOPES,
    settings: { sigma0: 1e-5, epochs: 1_000, testPoints: 0 },
    printed: { runs: 20 },
    view: { stableRankAxis: 'excess' },
  },
  {
    id: 'figure-kou-5',
    question: 'Which slopes reach rank one on orthogonal points?',
    source: `${KOU}, Figure 5`,
    ...sentence`Leaky ReLU goes to one, ReLU stays just below two: after ${epoch(1_000)} epochs the mean stable rank of W₊ and W₋ is ${measured('meanStableRank', 'end', 1.9, { where: relu, within: 0.06 })} for ReLU, ${measured('meanStableRank', 'end', 1.07, { where: { gamma: 0.1 }, within: 0.015 })} for γ = ${setting('gamma', 0.1)} and ${measured('meanStableRank', 'end', 1.003, { where: linear, within: 0.0015 })} for the linear network.`,
    axes: SLOPES,
    settings: { ...KOU_FIGURE_5, runs: 2 },
    printed: { m: 10_000, eta: 0.1, runs: 20 },
  },
];

/** What these presets' words claim beside their numbers; no page shows it. */
export const alsoOfKou = (): Partial<Record<PresetId, readonly Measured[]>> => ({
  'figure-kou-1': [
    measured('meanStableRank', 50, 1.045, { where: { gamma: 0.05 } }),
    measured('meanStableRank', 50, 1.0003, { where: { gamma: 0.25 } }),
    measured('meanStableRank', 50, 1.0001, { where: { gamma: 0.5 } }),
    measured('meanStableRank', 50, 1, { where: linear, within: 1e-4 }),
  ],
  'figure-kou-4': [
    measured('meanStableRank', 50, 1.162, { where: relu }),
    measured('meanStableRank', 'end', 1.197, { where: relu }),
    measured('meanStableRank', 'end', 1, { where: { gamma: 0.75 }, within: 1e-5 }),
    measured('meanStableRank', 'end', 1, { where: linear, within: 1e-5 }),
  ],
});
