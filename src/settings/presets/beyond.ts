import { axis } from '../study/axis.ts';
import { epoch, measured, sentence, setting, type Measured } from './claims.ts';
import type { PresetId } from './inferred.ts';
import type { Preset } from './preset.ts';

const relu = { gamma: 0 };
const leaky = { gamma: 0.5 };

/** What the papers ask and leave open, and one can watch. */
export const BEYOND_PRESETS: readonly Preset[] = [
  {
    id: 'patterns-freeze',
    question: 'Do activation patterns freeze for good?',
    source: 'asked by Kou, Chen and Gu 2023; on the data of their Figure 4',
    ...sentence`With a leak of one half, yes: no sign changes after epoch ${measured('lastFlip', 'end', 1, { where: leaky, over: 'each', within: 0 })}. With ReLU, no: signs have changed ${measured('flipsSoFar', 1_000, 44_000, { where: relu, within: 500 })} times after ${epoch(1_000)} epochs and ${measured('flipsSoFar', 'end', 440_000, { where: relu, within: 5_000 })} times after ${epoch(10_000)}, in proportion to time; ${measured('otherClassFlipShare', 'end', 0.999, { where: relu, percent: true })} of these flips are of neurons and points of different classes.`,
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
    ...sentence`By gradient flow, in this run, yes. Neurons come to slide along kinks, neither on nor off for a point of the other class; with these held fast the limit can be solved for, and the angle to it closes. When log t is ${setting('logTime', 10_000)} the margins differ by ${measured('marginGap', 'end', 8.6e-5)} of ‖W‖, and the stable rank of W₊ is ${measured('stableRankPositive', 'end', 1.59)}: the direction is not of rank one.`,
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
    ...sentence`It chatters. The flow stays on a kink that both sides push it to: ${measured('slidingPairs', 'end', 69)} pairs slide at log t = ${setting('logTime', 5.298)}. At the same time ${measured('lateFlipPairs', 'end', 65, { where: { method: 'gradient-descent' } })} of them, and no others, flip to and fro by gradient descent, and fire in a share of epochs that is the slope φ′ of the flow.`,
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
    ...sentence`Gradient descent with endless small steps can be followed to log t = ${setting('logTime', 34_575)}. The rows of W₊ become one, and those of W₋: their mean stable rank is ${measured('meanStableRank', 'end', 1, { within: 1e-9 })} to nine digits, and no two margins differ by more than ${measured('marginGap', 'end', 1.21e-5)} of the norm of W.`,
    settings: { method: 'flow', logTime: 34_575, gamma: 0.5, epochs: 300, testPoints: 0, runs: 1 },
    view: { timeAxis: 'log', stableRankAxis: 'excess' },
  },
];

/** What these presets' words claim beside their numbers; no page shows it. */
export const alsoOfBeyond = (): Partial<Record<PresetId, readonly Measured[]>> => ({
  'patterns-freeze': [measured('lastFlip', 'end', 10_000, { where: relu, over: 'each', within: 10 })],
  // Exponent 2 of 1/log t: from log t = 2,498 to 34,575 the distance of W₊ to one falls from 1.75e-8 by (34,575/2,498)² = 192.
  'flow-leaky': [
    measured('stableRankPositive', 198, 1.0000000174897776, { within: 1e-11 }),
    measured('stableRankPositive', 'end', 1.0000000000911, { within: 2e-12 }),
  ],
});
