import { axis } from '../study/axis.ts';
import { KOU_FIGURE_5 } from './kou.ts';
import type { Preset } from './preset.ts';

const KOU = 'Kou, Chen and Gu 2023';

const SLOPES = [axis('gamma', [0, 0.05, 0.1, 0.25, 0.5, 0.75, 1])];

/** The figures of Kou, Chen and Gu 2023 on synthetic data, with all their curves. */
export const KOU_FIGURES: readonly Preset[] = [
  {
    id: 'figure-kou-1',
    question: 'Which slope lowers the rank most?',
    source: `${KOU}, Figure 1`,
    summary:
      'The larger the slope γ, the faster and lower the mean stable rank of W₊ and W₋ falls: after 50 epochs it is 1.16 for ReLU, 1.01 for γ = 0.1, and one within rounding for the linear network; the loss of ReLU is twice as large then, 0.28 against 0.13.',
    axes: SLOPES,
    settings: { sigma0: 1e-5, testPoints: 0 },
    view: { timeAxis: 'log', stableRankAxis: 'log' },
  },
  {
    id: 'figure-kou-1-slow',
    question: 'Does the order of the slopes stay from larger weights?',
    source: `${KOU}, Figure 1 with σ₀ = 0.001`,
    summary:
      'From a hundred times larger weights the fall can be watched, in the same order: after 10 epochs the mean stable rank of W₊ and W₋ is 4.1 for ReLU, 2.8 for γ = 0.1 and 1.55 for the linear network.',
    axes: SLOPES,
    settings: { sigma0: 1e-3, testPoints: 0 },
  },
  {
    id: 'figure-kou-4',
    question: 'Which slopes reach rank one?',
    source: `${KOU}, Figure 4`,
    summary:
      'After 1,000 epochs the mean stable rank of W₊ and W₋ exceeds one by 0.2 for ReLU, by 0.016 for γ = 0.1 and by 0.00001 at most from one half on; that of ReLU has risen since epoch 50.',
    axes: SLOPES,
    settings: { sigma0: 1e-5, epochs: 1_000, testPoints: 0 },
    printed: { runs: 20 },
    view: { stableRankAxis: 'excess' },
  },
  {
    id: 'figure-kou-5',
    question: 'Which slopes reach rank one on orthogonal points?',
    source: `${KOU}, Figure 5`,
    summary:
      'Leaky ReLU goes to one, ReLU stays just below two: after 1,000 epochs the mean stable rank of W₊ and W₋ is 1.9 for ReLU, 1.07 for γ = 0.1 and 1.003 for the linear network.',
    axes: SLOPES,
    settings: { ...KOU_FIGURE_5, runs: 2 },
    printed: { m: 10_000, eta: 0.1, runs: 20 },
  },
];
