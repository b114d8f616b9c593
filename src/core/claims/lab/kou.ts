import { log } from '../../special/log.ts';
import type { Claim, FitWatch } from '../claim.ts';
import { constantIn } from '../fitted.ts';
import { inSteps } from '../full-batch.ts';
import { leakyNetwork, onOrthogonal, reluNetwork } from '../kou/network.ts';
import { classSizes, meanStableRank, wholeRankLimit } from '../kou/orthogonal-limit.ts';
import { exponentOfLogTime, rankExcess } from '../kou/rates.ts';
import type { Run } from '../run.ts';
import { scalar } from '../state.ts';

/** Flips since the start against t; flips are of recorded epochs, so all have to be recorded. */
function watchFlips(): FitWatch {
  let all = 0;
  let last = -1;
  let whole = true;
  return {
    at(state, fit) {
      if (state.t !== last + 1) whole = false;
      last = state.t;
      all += scalar(state, 'flips');
      if (whole && all > 0) fit.point(log(state.t), log(all));
    },
    silent: () => 'epochs were left out between those that are recorded, or no sign ever changed',
  };
}

const expectedRank = (run: Run): number => {
  const [positive, negative] = classSizes(run);
  const of = (count: number): number => (2 * count) / (count + 1);
  return (of(positive) + of(negative)) / 2;
};

const LAB = {
  claimsId: 'beyond',
  paper: 'lab',
  kind: 'asymptotic',
  place: 'this project',
  assumes: [],
} as const;

/** What was found about K's networks while this lab was built; not from the paper. */
export const LAB_KOU: readonly Claim[] = [
  {
    ...LAB,
    id: 'lab-rank-rate',
    thinned: true,
    number: 'beside Theorem 4.1(ii)',
    law: 'slope',
    fits: 'exponent of log t in the stable rank − 1',
    printedRate: () => -2,
    statement: 'The stable rank of a leaky network goes to 1 like 1/log² t, not only like 1/log t.',
    tex: String.raw`\|\mathbf W_j^{(t)}\|_F^2/\|\mathbf W_j^{(t)}\|_2^2=1+\Theta(1/\log^2t)`,
    why: 'The rows’ differences stay bounded while their mean grows like log t, and the top singular direction adapts to first order. So the excess is a sum of squares over a square. K’s rate is right as a bound, and not tight.',
    measured: 'slope of log(SR − 1) over log log(1 + at), a = ηR_max²/(nm), in the last decade of epochs',
    reads: ['stableRankPositive', 'stableRankNegative'],
    draws: [
      { as: 'printed', beside: ['meanStableRank'], label: 'measured here: 1 + c/log² t' },
      { as: 'fitted', beside: ['meanStableRank'], label: 'fitted: 1 + c (log t)^{}' },
    ],
    applies: leakyNetwork,
    watch: exponentOfLogTime(rankExcess, 1),
  },
  {
    ...LAB,
    id: 'lab-relu-orthogonal-rank',
    thinned: true,
    number: 'beside Lemma F.3',
    law: 'constant',
    fits: 'stable rank',
    printedRate: expectedRank,
    statement: 'For wide ReLU networks on orthogonal data the stable rank of a class goes to 2n_j/(n_j + 1).',
    tex: String.raw`\mathrm{SR}(\mathbf W_j^{(t)})\to\frac{2n_j}{n_j+1}`,
    why: 'Half of the neurons fire for each sample and a quarter for any two, so AᵀA is known in the limit of many neurons. The number of samples is all that is left. Two is its value for infinitely many.',
    measured: 'the mean of both classes over the last decade of epochs',
    reads: ['stableRankPositive', 'stableRankNegative'],
    draws: [{ as: 'printed', beside: ['meanStableRank'], label: '2n_j/(n_j + 1) = {}' }],
    applies: onOrthogonal(reluNetwork),
    watch: constantIn(meanStableRank),
  },
  {
    ...LAB,
    id: 'lab-whole-rank',
    thinned: true,
    claimsId: 'P1.25',
    number: 'beside Theorem 4.1(ii)',
    law: 'constant',
    fits: 'stable rank of all of W',
    printedRate: wholeRankLimit,
    statement:
      'On orthogonal data the stable rank of the whole W goes to 2(1 + γ²)/(1 + γ)² for classes of one size, and not to 1.',
    tex: String.raw`\mathrm{SR}(\mathbf W^{(t)})\to\frac{2(1+\gamma^2)}{(1+\gamma)^2}`,
    why: 'Each class becomes one direction, and the two directions are not opposite unless γ = 1. So W has rank two. The theorem is about the classes, and this is what a plot of all of W shows.',
    measured:
      'the recorded stable rank over the last decade of epochs; the limit is that of the run’s own class sizes',
    reads: ['stableRankAll'],
    draws: [{ as: 'printed', beside: ['stableRankAll'], label: 'limit of W: {}' }],
    applies: onOrthogonal(leakyNetwork),
    watch: constantIn((state) => scalar(state, 'stableRankAll')),
  },
  {
    ...LAB,
    id: 'lab-relu-flips',
    number: 'beside Lemma 5.8',
    law: 'slope',
    fits: 'exponent of t in the number of flips',
    printedRate: () => 1,
    statement:
      'On nearly orthogonal data the pattern of a ReLU network does not freeze: flips go on in proportion to time.',
    tex: String.raw`\sum_{s\le t}\#\{\text{flips at }s\}\propto t`,
    why: 'A neuron of the other class is pushed down by its sample while it fires for it, and up by the others’ small correlations as soon as it does not. Gradient descent chatters around the kink for ever. It answers the question with which K closes.',
    measured: 'slope of log Σ flips over log t in the last decade of epochs, where every epoch is recorded',
    reads: ['flips'],
    applies: inSteps(reluNetwork),
    watch: watchFlips,
  },
];
