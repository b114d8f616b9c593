import { axis } from '../study/axis.ts';
import type { Preset } from './preset.ts';

/** What the papers ask and leave open, and one can watch. */
export const BEYOND_PRESETS: readonly Preset[] = [
  {
    id: 'patterns-freeze',
    question: 'Do activation patterns freeze for good?',
    source: 'asked by Kou, Chen and Gu 2023; on the data of their Figure 4',
    summary:
      'With a leak of one half, yes: no sign changes after epoch 1. With ReLU, no: signs have changed 44,000 times after 1,000 epochs and 440,000 times after 10,000, in proportion to time; 99.9 % of these flips are of neurons and points of different classes.',
    axes: [axis('gamma', [0, 0.5])],
    settings: { gamma: 0, sigma0: 1e-5, epochs: 10_000, testPoints: 0, runs: 2 },
    printed: { epochs: 100_000, runs: 5 },
    printedName: 'In full size',
    view: { timeAxis: 'log', cells: 'flips' },
  },
  {
    id: 'relu-direction',
    question: 'Does ReLU converge in direction?',
    source: 'asked by Kou, Chen and Gu 2023; on the data of their Figure 4',
    summary:
      'By gradient flow, in this run, yes. Neurons come to slide along kinks, neither on nor off for a point of the other class; with these held fast the limit can be solved for, and the angle to it closes. When log t is 10,000 the margins differ by 8.6e-5 of ‖W‖, and the stable rank of W₊ is 1.59: the direction is not of rank one. Gradient descent chatters about the kinks for ever.',
    settings: {
      gamma: 0,
      method: 'flow',
      logTime: 10_000,
      epochs: 300,
      sigma0: 1e-5,
      testPoints: 0,
      runs: 1,
    },
    view: { timeAxis: 'log' },
  },
  {
    id: 'chatter',
    question: 'What does gradient descent do where the flow slides?',
    source: 'gradient flow beside it; on the data of Kou, Chen and Gu 2023, Figure 4',
    summary:
      'It chatters. The flow stays on a kink that both sides push it to: 69 pairs slide at log t = 5.298. At the same time 65 of them, and no others, flip to and fro by gradient descent, and fire in a share of epochs that is the slope φ′ of the flow.',
    axes: [axis('method', ['flow', 'gradient-descent'])],
    settings: {
      gamma: 0,
      method: 'flow',
      logTime: 5.298,
      epochs: 2_000,
      m: 20,
      sigma0: 0.01,
      seed: 2,
      testPoints: 0,
      runs: 1,
    },
    view: { cells: 'flips', multiples: 'all' },
  },
  {
    id: 'flow-leaky',
    question: 'Where does leaky ReLU end up?',
    source: 'gradient flow, of Frei et al. 2023; on the data of Kou, Chen and Gu 2023, Figure 1',
    summary:
      'Gradient descent with endless small steps can be followed to log t = 34,575. The rows of W₊ become one, and those of W₋: their mean stable rank is 1 to nine digits, and no two margins differ by more than 1.21e-5 of the norm of W.',
    settings: { method: 'flow', logTime: 34_575, gamma: 0.5, epochs: 300, testPoints: 0, runs: 1 },
    view: { timeAxis: 'log', stableRankAxis: 'excess' },
  },
];
