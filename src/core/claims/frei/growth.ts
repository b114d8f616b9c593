import { before } from '../before.ts';
import { SCALAR_INDEX } from '../../observe/quantities.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { constantIn, exponentOfLoss } from '../fitted.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { scalar } from '../state.ts';
import { DESCENT_THEOREM } from './gauges.ts';
import { logisticNetwork, smoothSteps } from './network.ts';
import { scalesOf } from './scales.ts';
import { alignment } from './signal.ts';
import { gaps, steepness } from './steepness.ts';

/** ‖W‖_F and the largest ‖w_j‖ against where they began and Σ Ĝ. */
function watchNorms(run: Run): SlackWatch {
  const { alpha, rMax, C, a } = run.derive(scalesOf);
  const steepnessOf = run.share(steepness);
  const rate = (Math.sqrt(2 * C) * rMax * alpha) / Math.sqrt(run.n);
  let frobenius = NaN;
  let neuron = NaN;
  return {
    at(state, slacks) {
      const { total } = steepnessOf(state);
      if (state.t === 0) {
        frobenius = scalar(state, 'frobenius');
        neuron = scalar(state, 'maxNeuronNorm');
      } else if (!Number.isNaN(total)) {
        slacks.atMost(scalar(state, 'frobenius'), frobenius + rate * total);
        slacks.atMost(scalar(state, 'maxNeuronNorm'), neuron + a * rate * total);
      }
    },
    silent: gaps,
  };
}

/** ‖W‖_2, every ⟨w_j, μ̂⟩ and its step from below. */
function watchSpectral(run: Run): SlackWatch {
  const { alpha, gamma, rMin, R, a } = run.derive(scalesOf);
  const steepnessOf = run.share(steepness);
  const alignmentOf = run.share(alignment);
  const lastOf = run.share(before);
  const rate = (alpha * gamma * rMin) / (4 * Math.SQRT2 * R * Math.sqrt(run.n));
  const step = (alpha * a * gamma * rMin * rMin) / 2;
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const { total } = steepnessOf(state);
      const { least, leastStep } = alignmentOf(state);
      const last = lastOf(state);
      if (last !== null && !Number.isNaN(leastStep)) {
        const mean = last.steepness.reduce((sum, g) => sum + g, 0) / run.n;
        slacks.atLeast(leastStep, step * mean);
      }
      if (Number.isNaN(total)) return;
      slacks.atLeast(least, (step * total) / 2);
      const spectral = scalar(state, 'frobenius') / Math.sqrt(scalar(state, 'stableRankAll'));
      slacks.atLeast(spectral, rate * total);
    },
    silent: gaps,
  };
}

function watchNeurons(run: Run): SlackWatch {
  const { alpha, gamma, rMin, rMax, a } = run.derive(scalesOf);
  const steepnessOf = run.share(steepness);
  const rate = (alpha * gamma * a * rMin * rMin) / (4 * Math.SQRT2 * rMax * Math.sqrt(run.n));
  return {
    at(state, slacks) {
      const { total } = steepnessOf(state);
      if (state.t > 0 && !Number.isNaN(total)) slacks.atLeast(scalar(state, 'minNeuronNorm'), rate * total);
    },
    silent: gaps,
  };
}

/** C₂ = 16² C_R R⁴/γ². */
function watchRank(run: Run): SlackWatch {
  const { C, R, gamma } = run.derive(scalesOf);
  const most = (256 * C * R * R * R * R) / (gamma * gamma);
  return {
    at(state, slacks) {
      if (state.t > 0) slacks.atMost(scalar(state, 'stableRankAll'), most);
    },
  };
}

/** L(W_t) ≤ 2√(16 L(0) n R²/(γ² R_min² α(t + 1))), and Ĝ falls. */
function watchLoss(run: Run): SlackWatch {
  const { gamma, alpha, rMin, R } = run.derive(scalesOf);
  const steepnessOf = run.share(steepness);
  const factor = (16 * run.n * R * R) / (gamma * gamma * rMin * rMin * alpha);
  let loss = NaN;
  let slope = Infinity;
  return {
    at(state, slacks) {
      const { mean } = steepnessOf(state);
      if (state.t === 0) loss = scalar(state, 'loss');
      else slacks.atMost(scalar(state, 'loss'), 2 * Math.sqrt((factor * loss) / (state.t + 1)));
      if (mean > slope) slacks.atMost(mean, slope);
      slope = mean;
    },
  };
}

/** γ²R_min²/(8R²n) Ĝ² ≤ ‖∇L‖² ≤ (2/α)(L_t − L_{t+1}), with `sign` before the difference. */
const watchTelescope =
  (sign: 1 | -1) =>
  (run: Run): SlackWatch => {
    const { gamma, alpha, rMin, R } = run.derive(scalesOf);
    const lastOf = run.share(before);
    const share = (gamma * gamma * rMin * rMin) / (8 * R * R * run.n);
    return {
      at(state, slacks) {
        const last = lastOf(state);
        if (last === null) return;
        const mean = last.steepness.reduce((sum, g) => sum + g, 0) / run.n;
        const gradient = last.scalars[SCALAR_INDEX.gradientNorm]!;
        const loss = last.scalars[SCALAR_INDEX.loss]!;
        const square = gradient * gradient;
        slacks.atMost(share * mean * mean, square, square);
        const rounding = (4 * Number.EPSILON * loss) / alpha;
        slacks.atMost(square - rounding, (sign * 2 * (loss - scalar(state, 'loss'))) / alpha, square);
      },
      silent: () => 'no two epochs one after the other were recorded',
    };
  };

const THEOREM = {
  paper: 'frei',
  kind: 'inequality',
  thinned: true,
  delta: DELTA,
  assumes: DESCENT_THEOREM,
  applies: smoothSteps,
} as const;

const TELESCOPE = {
  ...THEOREM,
  claimsId: 'P2.31',
  number: 'proof of Theorem 4.2',
  place: 'App. E.7',
  reads: ['loss', 'gradientNorm', 'margins'],
} as const;

/** Theorem 4.2: norms, rank and loss. */
export const GROWTH: readonly Claim[] = [
  {
    ...THEOREM,
    id: 'frei-norms',
    claimsId: 'P2.27',
    number: 'Lemma E.12',
    place: 'App. E.4',
    statement:
      'The norm of all weights is at most its initial value plus √(2C_R)R_maxα/√n times the sum of the mean loss slopes so far; that of a neuron likewise, times |a_j|.',
    tex: String.raw`\|\mathbf W^{(t)}\|_F\le\|\mathbf W^{(0)}\|_F+\frac{\sqrt{2C_R}R_{\max}\alpha}{\sqrt n}\sum_{s=0}^{t-1}\hat G(\mathbf W^{(s)})`,
    why: 'The triangle inequality alone gives √n times more, and then the rank’s bound would grow with n. Near orthogonality saves that factor. It is what makes the bound on the rank a constant.',
    printed: {
      tex: String.raw`\|\mathbf w_j^{(t)}\|=\Bigl\|\mathbf w_j^{(0)}+\alpha\sum_{s=0}^{t-1}\nabla_j\hat L(\mathbf W^{(s)})\Bigr\|`,
      correction: 'C28',
      how: 'Gradient descent goes down the gradient: the sign is minus. The bound is the same.',
    },
    measured: 'the recorded ‖W‖_F and largest ‖w_j‖ against the sum of Ĝ over all epochs before',
    reads: ['frobenius', 'maxNeuronNorm', 'margins'],
    watch: watchNorms,
  },
  {
    ...THEOREM,
    id: 'frei-spectral-norm',
    claimsId: 'P2.28',
    number: 'Lemma E.13, (34), (41)',
    place: 'App. E.5',
    statement:
      'Every neuron goes along ±μ̂ by at least ½α|a_j|γR_min²Ĝ in each step, and so ‖W‖₂ is at least αγR_min/(4√2R√n) times the sum of the mean loss slopes so far.',
    tex: String.raw`|\langle\mathbf w_j^{(t)},\hat\mu\rangle|\ge\tfrac14\alpha|a_j|\gamma R_{\min}^2\sum_{s<t}\hat G(\mathbf W^{(s)}),\qquad\|\mathbf W^{(t)}\|_2\ge\frac{\alpha\gamma R_{\min}}{4\sqrt2R\sqrt n}\sum_{s<t}\hat G(\mathbf W^{(s)})`,
    why: 'All neurons are pushed along one line, the positive ones forwards and the negative ones back. A matrix whose rows share a line has a large singular value. Both norms grow alike, and their quotient is the rank.',
    measured:
      'the least ±⟨w_j, μ̂⟩ over all neurons from Z, its step between successive epochs, and ‖W‖_F/√SR, against the sum of Ĝ',
    reads: ['stableRankAll', 'frobenius', 'margins'],
    watch: watchSpectral,
  },
  {
    ...THEOREM,
    id: 'frei-neuron-norms',
    claimsId: 'P2.32',
    number: 'Theorem 4.2(2)',
    place: 'App. E.7',
    statement:
      'Every neuron’s norm grows without end: it is at least αγ|a_j|R_min²/(4√2R_max√n) times the sum of the mean loss slopes so far.',
    tex: String.raw`\|\mathbf w_j^{(t)}\|_2\ge\frac{\alpha\gamma|a_j|R_{\min}^2}{4\sqrt2R_{\max}\sqrt n}\sum_{s=0}^{t-1}\hat G(\mathbf W^{(s)})\to\infty`,
    why: 'No neuron is left out of the low rank: all grow, and all along the same line. The sum diverges, or else the loss could not vanish. It does so like a logarithm.',
    printed: {
      tex: String.raw`\frac{\alpha|a_j|R_{\min}^2}{4\sqrt2R_{\max}\sqrt n}\sum_{s=0}^{t-1}\hat G(\mathbf W^{(s)})`,
      correction: 'C27',
      how: 'γ was lost on the way from (41), which has it. Nothing else depends on it. At a small start φ′ is (1 + γ)/2 and not γ, so the printed form takes some 10⁶ epochs to fail and is not watched.',
    },
    measured: 'the recorded least ‖w_j‖ against the sum of Ĝ',
    reads: ['minNeuronNorm', 'margins'],
    watch: watchNeurons,
  },
  {
    ...THEOREM,
    id: 'frei-rank',
    claimsId: 'P2.33',
    number: 'Theorem 4.2(3)',
    place: 'App. E.7',
    statement:
      'From the first step on the stable rank of W is at most C₂ = 256(10R²/γ² + 10)R⁴/γ², whatever m, d and n are.',
    tex: String.raw`\sup_{t\ge1}\mathrm{StableRank}(\mathbf W^{(t)})\le16^2\Bigl(\frac{10R^2}{\gamma^2}+10\Bigr)\frac{R^4}{\gamma^2}`,
    why: 'One step takes a matrix of hundreds of directions to a few. The constant is in the thousands and what is measured is near 1, so there is room for a better proof. K gives one for leaky ReLU.',
    printed: {
      tex: String.raw`\frac{\|\mathbf W^{(t)}\|_F}{\|\mathbf W^{(t)}\|_2}\le\frac{\sqrt5\,\omega_{\text{init}}\sqrt{md\log(4m/\delta)}}{\cdots}\quad(43)`,
      correction: 'C28',
      how: 'The numerator is 2‖W(0)‖_F, so 2√5, and C_R does not belong into the next line. Assumption A2 leaves room for both.',
    },
    measured: 'the recorded stable rank of all of W from epoch 1 on',
    reads: ['stableRankAll'],
    watch: watchRank,
  },
  {
    ...THEOREM,
    id: 'frei-loss-bound',
    claimsId: 'P2.31',
    number: 'Theorem 4.2(1)',
    place: 'App. E.7',
    statement: 'The loss is at most 2√(16L(0)nR²/(γ²R_min²α(t + 1))), and the mean loss slope never grows.',
    tex: String.raw`\hat L(\mathbf W^{(T-1)})\le2\sqrt{\frac{16\hat L(\mathbf W^{(0)})nR^2}{\gamma^2R_{\min}^2\alpha T}},\qquad T\ge2`,
    why: 'The loss goes to zero at a known rate, from a non-convex problem. The rate is t to the minus one half. K later proved 1/t for leaky ReLU, and that is what is measured here, too.',
    measured: 'the recorded loss from epoch 1 on, and Ĝ from one recorded epoch to the next',
    reads: ['loss', 'margins'],
    watch: watchLoss,
  },
  {
    ...TELESCOPE,
    id: 'frei-telescope',
    statement:
      'The squared gradient is between γ²R_min²Ĝ²/(8R²n) and 2/α times the fall of the loss in the step that follows.',
    tex: String.raw`\frac{\gamma^2R_{\min}^2}{8R^2n}\hat G(\mathbf W^{(t)})^2\le\|\nabla\hat L(\mathbf W^{(t)})\|_F^2\le\frac2\alpha\bigl[\hat L(\mathbf W^{(t)})-\hat L(\mathbf W^{(t+1)})\bigr]`,
    why: 'Each step buys a fall of the loss with the square of the slope. Summing over all epochs leaves the first loss alone on the right. So the slopes have to vanish.',
    printed: {
      tex: String.raw`\frac2\alpha\bigl[\hat L(\mathbf W^{(t+1)})-\hat L(\mathbf W^{(t)})\bigr]`,
      correction: 'C26',
      how: 'The loss falls, so the difference as printed is negative; the sum that follows needs L(t) − L(t+1), and uses it.',
    },
    measured: 'the recorded gradient and losses of successive epochs, and Ĝ, in units of ‖∇L‖²',
    watch: watchTelescope(1),
  },
  {
    ...TELESCOPE,
    id: 'frei-telescope-printed',
    form: 'printed',
    statement:
      'As printed: the squared gradient is at most 2/α times the rise of the loss in the step that follows.',
    tex: String.raw`\|\nabla\hat L(\mathbf W^{(t)})\|_F^2\le\frac2\alpha\bigl[\hat L(\mathbf W^{(t+1)})-\hat L(\mathbf W^{(t)})\bigr]`,
    why: 'The two losses are in the wrong order, so it fails at the first step. The line after it has them in the right one. No result depends on it.',
    measured: 'as above',
    watch: watchTelescope(-1),
  },
  {
    paper: 'frei',
    kind: 'asymptotic',
    thinned: true,
    id: 'frei-loss-rate',
    claimsId: 'P2.31',
    number: 'Theorem 4.2(1)',
    place: '§4',
    law: 'slope',
    fits: 'exponent of t in the loss',
    printedRate: () => -0.5,
    statement: 'The loss falls at least like t to the minus one half.',
    tex: String.raw`\hat L(\mathbf W^{(t)})=O(t^{-1/2})`,
    why: 'The exponent comes from the method of proof, not from the network. What is measured is near −1 once samples are fitted. A bound that is not tight is no finding, but it is worth seeing.',
    measured: 'slope of log L over log t in the last decade of epochs',
    reads: ['loss'],
    assumes: DESCENT_THEOREM,
    applies: smoothSteps,
    watch: exponentOfLoss,
  },
  {
    paper: 'frei',
    kind: 'asymptotic',
    thinned: true,
    id: 'frei-classes-rank',
    claimsId: 'P2.6',
    number: 'Theorem 3.2(2)',
    place: '§3',
    law: 'constant',
    fits: 'stable rank of a class',
    printedRate: () => 1,
    statement: 'In the limit all neurons of a class are the same: the stable rank of each class goes to 1.',
    tex: String.raw`v_1=\dots=v_{m_1},\quad u_1=\dots=u_{m_2},\qquad\operatorname{rank}(\mathbf W)\le2`,
    why: 'However many neurons there are, the limit is a network of two. It can do no more than a line. That is the low rank that the title speaks of.',
    measured: 'the mean of both classes’ stable ranks over the last decade of epochs',
    reads: ['stableRankPositive', 'stableRankNegative'],
    assumes: [],
    applies: logisticNetwork,
    watch: constantIn(
      (state) => (scalar(state, 'stableRankPositive') + scalar(state, 'stableRankNegative')) / 2,
    ),
  },
];
