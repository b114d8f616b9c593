import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import type { Asymptotic, Claim, FitWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import { log1pTimes } from '../clock.ts';
import { constantIn, exponentOfLoss } from '../fitted.ts';
import { directionToLimit } from '../leaky-limit.ts';
import type { Run } from '../run.ts';
import { scalar, type State } from '../state.ts';
import { IN_LOG_TIME } from './as-eta-falls.ts';
import { LEAKY_THEOREM, RELU_THEOREM, smallInitialisation, smallStep } from './gauges.ts';
import { kouNetwork, leakyNetwork, onOrthogonal, reluNetwork } from './network.ts';
import { meanStableRank, reluRankLimit } from './orthogonal-limit.ts';
import { scalesOf } from './scales.ts';

/**
 * log(1 + at) of recorded epoch, or point, t, a = ηR_max²/(nm): K's bounds are in it (Lemmas C.3, E.1), and it is log t up to a
 * constant. Fits over log t itself would take decades of epochs to forget that constant.
 */
const ownTime = (run: Run) => {
  const { eta, rMax } = run.derive(scalesOf);
  const a = (eta * rMax * rMax) / (run.n * run.m);
  return (t: number): number => log1pTimes(a, run.clock.logTime(t));
};

/** y over log t, as slopes of logarithms. @param offset what the quantity that charts show is above y */
export const exponentOfLogTime =
  (y: (state: State) => number, offset = 0): Asymptotic['watch'] =>
  (run) => {
    const time = ownTime(run);
    return {
      at: (state, fit) => fit.point(log(time(state.t)), log(y(state))),
      quantity: (_t, logarithm) => offset + exp(logarithm),
    };
  };

const overLogTime =
  (y: (state: State) => number): Asymptotic['watch'] =>
  (run) => {
    const time = ownTime(run);
    return {
      at: (state, fit) => fit.point(state.t, y(state) / time(state.t)),
      quantity: (t, quotient) => quotient * time(t),
    };
  };

/** Below this, six digits of the recorded stable rank − 1 are lost, and a flow's is measured without taking 1 off. */
const NEAR_ONE = 1e-6;

/**
 * Stable rank − 1, the mean of both classes: what is recorded, of a flow measured without cancellation where that is near 1; of
 * other runs there is none below the stable ranks' own error.
 */
export function rankExcess(state: State): number {
  const excess = meanStableRank(state) - 1;
  if (excess > NEAR_ONE) return excess;
  const measured = state.excess?.();
  if (measured !== undefined) return (measured[0] + measured[1]) / 2;
  return excess > 1e-9 ? excess : NaN;
}

/** What margins differ by relatively that are equal but for rounding. */
const EQUAL = 1e-12;

/** The recorded gap, where it is more than rounding: on orthogonal data margins become equal. */
function marginGap(state: State): number {
  const gap = scalar(state, 'marginGap');
  const largest = state.margins.reduce((most, q) => Math.max(most, Math.abs(q)), 0);
  return gap * scalar(state, 'frobenius') > EQUAL * largest ? gap : NaN;
}

/** The mean over the samples of the mean ρ̄ of their class. */
function watchOwn(run: Run): FitWatch {
  const { m, n } = run;
  const { own } = run.derive(scalesOf);
  const coefficients = run.share(columnStatistics);
  return {
    at(state, fit) {
      const { positive } = coefficients(state);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += positive[own[i]! * n + i]! / (m * n);
      fit.point(run.clock.logTime(state.t), sum);
    },
  };
}

const earlierExponent = (run: Run): number | null => {
  const { gamma, crossing } = run.derive(scalesOf);
  const share = (crossing * run.n) / (gamma * gamma);
  return share < 1 ? -(1 - share) / (1 + share) : null;
};

const ASYMPTOTIC = { paper: 'kou', kind: 'asymptotic', thinned: true } as const;

/** What the theorems say of t → ∞. */
export const RATES: readonly Claim[] = [
  {
    ...ASYMPTOTIC,
    id: 'kou-neuron-norms',
    claimsId: 'P1.23',
    number: 'Theorem 4.1(i)',
    place: '§4',
    law: 'constant',
    fits: 'least neuron norm over log t',
    printedRate: () => null,
    statement: 'Every neuron’s norm grows like log t.',
    tex: String.raw`\|\mathbf w_{j,r}^{(t)}\|_2=\Theta(\log t)`,
    why: 'No neuron of a leaky network is left behind: even the least grows without end. It does so at the slowest rate that lets the loss vanish. A constant quotient is what is claimed.',
    flow: IN_LOG_TIME,
    measured: 'min ‖w‖/log(1 + at) over the last decade of epochs',
    reads: ['minNeuronNorm', 'maxNeuronNorm'],
    draws: [{ as: 'fitted', beside: ['minNeuronNorm'], label: 'fitted to the smallest: {} log(1 + at)' }],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: overLogTime((state) => scalar(state, 'minNeuronNorm')),
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-frobenius',
    claimsId: 'P1.23',
    number: 'Theorem 4.3(i)',
    place: '§4',
    law: 'constant',
    fits: '‖W‖_F over log t',
    printedRate: () => null,
    statement: 'The norm of all weights grows like log t.',
    tex: String.raw`\|\mathbf W^{(t)}\|_F=\Theta(\log t)`,
    why: 'The loss can only vanish if the weights grow without limit. They do so like the logarithm of time, with and without a leak. Everything that stays bounded thereby vanishes in comparison.',
    flow: IN_LOG_TIME,
    measured: '‖W‖_F/log(1 + at) over the last decade of epochs',
    reads: ['frobenius'],
    draws: [{ as: 'fitted', beside: ['frobenius'], label: 'fitted to all of W: {} log(1 + at)' }],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: overLogTime((state) => scalar(state, 'frobenius')),
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-rank-rate',
    claimsId: 'P1.24',
    number: 'Theorem 4.1(ii)',
    place: 'App. D, Lemma D.4',
    law: 'slope',
    fits: 'exponent of log t in the stable rank − 1',
    printedRate: () => -1,
    statement: 'The stable rank of each class goes to 1, with the rate O(1/log t).',
    tex: String.raw`\|\mathbf W_j^{(t)}\|_F^2/\|\mathbf W_j^{(t)}\|_2^2=1+O(1/\log t)`,
    why: 'Gradient descent chooses a matrix of rank one, though nothing in the loss asks for it. It is the paper’s main theorem. The rate is an upper bound; what is measured falls faster.',
    flow: `${IN_LOG_TIME} The excess is measured without taking 1 from a number near it.`,
    measured:
      'slope of log(SR − 1) over log log(1 + at) in the last decade of epochs, SR the mean of both classes',
    reads: ['stableRankPositive', 'stableRankNegative'],
    draws: [{ as: 'printed', beside: ['meanStableRank'], label: 'Theorem 4.1(ii): 1 + c/log t' }],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: exponentOfLogTime(rankExcess, 1),
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-margins-equal',
    claimsId: 'P1.26',
    number: 'Theorems 4.1(iii), 4.3(iii)',
    place: 'App. G, Lemma G.2',
    law: 'slope',
    fits: 'exponent of log t in the gap of normalised margins',
    printedRate: () => -1,
    statement:
      'All samples come to have the same normalised margin: bounded differences over a norm that grows like log t.',
    tex: String.raw`\lim_{t\to\infty}\bigl|y_if(\mathbf W^{(t)}/\|\mathbf W^{(t)}\|_F,\mathbf x_i)-y_kf(\mathbf W^{(t)}/\|\mathbf W^{(t)}\|_F,\mathbf x_k)\bigr|=0`,
    why: 'In the limit every sample is a support vector. For separable data in general only a few are. Near orthogonality makes the difference.',
    flow: IN_LOG_TIME,
    measured:
      'slope of log(gap) over log log(1 + at) in the last decade of epochs; the paper’s proof gives −1',
    reads: ['marginGap', 'margins'],
    draws: [
      { as: 'printed', beside: ['marginGap'], label: 'Lemma G.2: c/log t' },
      { as: 'fitted', beside: ['marginGap'], label: 'fitted: c (log t)^{}' },
    ],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: exponentOfLogTime(marginGap),
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-kkt-rate',
    claimsId: 'P1.27',
    number: 'Theorem 4.1(iii), on orthogonal data',
    place: 'App. G, Lemma G.5',
    law: 'slope',
    fits: 'slope of the mean coefficient over log t',
    printedRate: (run) => {
      const { gamma } = run.derive(scalesOf);
      return 1 / (1 + gamma * gamma);
    },
    statement:
      'On orthogonal data the KKT point has equal multipliers, so the mean coefficient of a sample’s class grows like log t/(1 + γ²).',
    tex: String.raw`\lim_{t\to\infty}\frac1m\sum_r\rho_{y_i,r,i}^{(t)}/\log t=\frac1{1+\gamma^2}`,
    why: 'The margin is shared between the two classes: 1 from one’s own and γ² from the other. It tells the limit’s direction from a run that has hardly begun. The general direction needs the limit itself.',
    flow: IN_LOG_TIME,
    measured: 'slope of the mean ρ̄ over log t in the last decade of epochs',
    reads: ['coefficients'],
    assumes: [smallStep, smallInitialisation],
    applies: onOrthogonal(leakyNetwork),
    watch: watchOwn,
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-kkt-direction',
    claimsId: 'P1.27',
    number: 'Theorem 4.1(iii)',
    place: 'App. G, Lemma G.5',
    law: 'constant',
    fits: 'cosine of W and the KKT point',
    printedRate: () => 1,
    statement: 'The direction of the weights converges to that of a KKT point of the max-margin problem.',
    tex: String.raw`\lim_{t\to\infty}\frac{\mathbf W^{(t)}}{\|\mathbf W^{(t)}\|_F}=\frac{\mathbf W^*}{\|\mathbf W^*\|_F}`,
    why: 'The KKT point is known before training begins: with the pattern of Lemma 5.6 it is a system of n linear equations. The angle to it closes like one over the logarithm of time. On data that are far from orthogonal the solution is not a KKT point, and the cosine stays below one.',
    flow: 'Of the flow it is what Lyu and Li (2020) and Ji and Telgarsky (2020) prove, and F takes it from there.',
    measured:
      'cos(W, W*) over the last decade of epochs, W* from F Theorem 3.2’s system with as many neurons in each class',
    reads: ['coefficients', 'weights'],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: directionToLimit,
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-loss-rate',
    claimsId: 'P1.28',
    number: 'Theorems 4.1(iv), 4.3(iv)',
    place: 'App. G, Lemma G.4',
    law: 'slope',
    fits: 'exponent of t in the loss',
    printedRate: () => -1,
    statement: 'The loss falls like 1/t.',
    tex: String.raw`L_S(\mathbf W^{(t)})=\Theta(t^{-1})`,
    why: 'Ten times the epochs, a tenth of the loss. Neither the leak nor the width matters for it. F had proved t to the minus one half for a smoothed leak.',
    flow: `${IN_LOG_TIME} log L is made of the margins, and is finite where L is too small for a number.`,
    measured: 'slope of log L over log t in the last decade of epochs',
    reads: ['loss'],
    draws: [{ as: 'fitted', beside: ['loss'], label: 'fitted: c t^{}' }],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: exponentOfLoss,
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-loss-rate-earlier',
    claimsId: 'P1.46',
    number: 'earlier version, Theorem 4.1',
    place: 'the version before the final one',
    form: 'printed',
    law: 'slope',
    fits: 'exponent of t in the loss',
    printedRate: earlierExponent,
    statement:
      'In an earlier version: the loss is at most of order t to the −(1 − s)/(1 + s), s = cγ⁻²R_min⁻²pn; here with c = 1.',
    tex: String.raw`L_S(\mathbf W^{(t)})=O\bigl(t^{-(1-s)/(1+s)}\bigr),\qquad s=c\,\gamma^{-2}R_{\min}^{-2}pn`,
    why: 'The earlier exponent depended on how far from orthogonal the data are. The final paper has 1 for all. What is measured sides with the final one.',
    flow: IN_LOG_TIME,
    printed: {
      tex: String.raw`t^{-(1-s)/(1+s)}`,
      correction: 'C24',
      how: 'Superseded by Θ(1/t) of the final version, which follows from (5.12) without the coefficients.',
    },
    measured: 'slope of log L over log t in the last decade of epochs',
    reads: ['loss'],
    assumes: LEAKY_THEOREM,
    applies: leakyNetwork,
    watch: exponentOfLoss,
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-relu-rank',
    claimsId: 'P1.41',
    number: 'Theorem 4.3(ii)',
    place: 'App. F, Lemma F.1',
    law: 'constant',
    fits: 'stable rank',
    printedRate: () => null,
    statement: 'The stable rank of a ReLU network’s classes stays below an absolute constant.',
    tex: String.raw`\limsup_{t\to\infty}\|\mathbf W_j^{(t)}\|_F^2/\|\mathbf W_j^{(t)}\|_2^2\le c`,
    why: 'Without a leak the rank does not go to one, but it does not grow with the width either. A few directions are enough for any number of neurons. Which constant it is depends on the data.',
    flow: IN_LOG_TIME,
    measured: 'the mean of both classes over the last decade of epochs',
    reads: ['stableRankPositive', 'stableRankNegative'],
    assumes: RELU_THEOREM,
    applies: reluNetwork,
    watch: constantIn(meanStableRank),
  },
  {
    ...ASYMPTOTIC,
    id: 'kou-relu-orthogonal-rank',
    claimsId: 'P1.44',
    number: 'Lemma F.3',
    place: 'App. F',
    law: 'constant',
    fits: 'stable rank',
    printedRate: (run) => run.derive(reluRankLimit),
    statement:
      'On orthogonal data the stable rank of a class goes to ‖A‖_F²/‖A‖_2², A = C diag(m/|S_i(0)|) with the initial pattern C.',
    tex: String.raw`\lim_{t\to\infty}\frac{\|\mathbf W_j^{(t)}\|_F^2}{\|\mathbf W_j^{(t)}\|_2^2}=\frac{\|\mathbf A\|_F^2}{\|\mathbf A\|_2^2},\qquad\mathbf A=\mathbf C\operatorname{diag}(m/|S_i^{(0)}|)`,
    why: 'The limit is known to all digits at epoch 0, from who fires for whom. The paper rounds it to 2, which is right only for many samples. With ten in a class it is 1.82.',
    flow: IN_LOG_TIME,
    printed: {
      tex: String.raw`2\pm o(1),\qquad\|\mathbf a\|_2\in[\tfrac53,\tfrac52]\sqrt n,\qquad\tfrac{16}9\le\mathrm{SR}(\mathbf W)\le9`,
      correction: 'C22',
      how: 'In expectation AᵀA has 2 on its diagonal and 1 elsewhere (times m), so the quotient is 2n_j/(n_j + 1): 2 only as n_j grows. ‖a‖₂ has √(n/2), and with 0.4m ≤ |S_i| ≤ 0.6m the range for the whole W is [26/9, 4].',
    },
    measured:
      'the mean of both classes over the last decade of epochs, beside the limit from the pattern at epoch 0',
    reads: ['stableRankPositive', 'stableRankNegative'],
    draws: [{ as: 'printed', beside: ['meanStableRank'], label: 'Lemma F.3: limit {}' }],
    assumes: [smallStep, smallInitialisation],
    applies: onOrthogonal(reluNetwork),
    watch: constantIn(meanStableRank),
  },
];
