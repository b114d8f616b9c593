import { symmetricEigenvalues } from '../../linalg/symmetric-eigenvalues.ts';
import type { Claim, FitWatch, SlackWatch } from '../claim.ts';
import { gramOf } from '../gram.ts';
import type { Run, Statistic } from '../run.ts';
import { isSparse, SPREAD } from '../sparse.ts';
import { choleskyOf, squaredNormsOf, type SquaredNorms } from '../spectral-norm.ts';
import { IN_LOG_TIME } from './as-eta-falls.ts';
import { RELU_THEOREM } from './gauges.ts';
import { kouNetwork } from './network.ts';
import { scalesOf } from './scales.ts';

/** 1ᵀ G⁻¹ 1 = ‖L⁻¹1‖². */
function onesThroughInverse(factor: Float64Array, n: number): number {
  const solved = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    let rest = 1;
    for (let e = 0; e < i; e++) rest -= factor[i * n + e]! * solved[e]!;
    solved[i] = rest / factor[i * n + i]!;
    sum += solved[i]! * solved[i]!;
  }
  return sum;
}

/** ‖C1‖² of the rows from..to. */
function squaredOnes(c: Float64Array, n: number, from: number, to: number): number {
  let ones = 0;
  for (let r = from; r < to; r++) {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += c[r * n + k]!;
    ones += sum * sum;
  }
  return ones;
}

/** L of the Gram matrix; null where the samples are not linearly independent. */
const factorOf = (run: Run): Float64Array | null => choleskyOf(run.derive(gramOf), run.n);

/** Of W_j − W_j(0), the positive class first; null without {@link factorOf}. */
function learntNorms(run: Run): Statistic<readonly SquaredNorms[] | null> {
  const { m, n } = run;
  const factor = run.derive(factorOf);
  return {
    at({ c }) {
      if (factor === null) return null;
      return [0, m].map((from) => squaredNormsOf(c, factor, n, from, from + m));
    },
  };
}

function watchSpectral(run: Run): SlackWatch {
  const { m, n } = run;
  const { rMin, crossing } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const factor = run.derive(factorOf);
  const normsOf = run.share(learntNorms);
  const inverse = factor === null ? NaN : onesThroughInverse(factor, n);
  return {
    at(state, slacks) {
      const { t } = state;
      if (t === 0) {
        const smallest = symmetricEigenvalues(gram, n)[n - 1]!;
        slacks.atLeast(smallest, rMin * rMin * (1 - n * crossing), rMin * rMin);
      }
      if (!isSparse(t)) return;
      normsOf(state)?.forEach(({ spectral }, part) => {
        const ones = squaredOnes(state.c, n, part * m, (part + 1) * m);
        slacks.atLeast(Math.sqrt(spectral), Math.sqrt(ones / inverse));
      });
    },
  };
}

/** SR(W_j − W_j(0))/R⁶, the mean over the classes: Lemma F.1 has C′/C″² for it. */
function watchLearntRank(run: Run): FitWatch {
  const { R } = run.derive(scalesOf);
  const normsOf = run.share(learntNorms);
  return {
    at(state, fit) {
      const norms = run.clock.isSpread(state.t) ? normsOf(state) : null;
      if (norms === null) return;
      const ranks = norms.reduce((sum, { frobenius, spectral }) => sum + frobenius / spectral, 0);
      fit.point(state.t, ranks / norms.length / (R * R * R * R * R * R));
    },
    ...(run.derive(factorOf) === null && { silent: () => 'the samples are not linearly independent' }),
  };
}

/** The spectral norm from below. */
export const SPECTRAL: readonly Claim[] = [
  {
    id: 'kou-spectral',
    claimsId: 'P1.39',
    paper: 'kou',
    number: 'Lemma F.1',
    place: 'App. F',
    kind: 'inequality',
    statement:
      'The spectral norm of what a class has learnt is at least ‖A1‖/√(1ᵀ(XXᵀ)⁻¹1), and the least eigenvalue of XXᵀ at least R_min² − np.',
    tex: String.raw`\|\mathbf W_j^{(t)}-\mathbf W_j^{(0)}\|_2\ge\frac{\|\mathbf A_t\mathbf 1_n\|_2}{\sqrt{\mathbf 1_n^\top(\mathbf X\mathbf X^\top)^{-1}\mathbf 1_n}},\qquad\lambda_{\min}(\mathbf X\mathbf X^\top)\ge R_{\min}^2-np`,
    why: 'A stable rank is small when the largest singular value is large. Here is a direction that makes it large: the one in which all samples have the same inner product. It is tight when all samples are learnt alike.',
    flow: 'It follows from Definition 5.1 and the data alone, which the flow has.',
    measured: 'both sides for both classes at epochs 1, 2, 4, 8, …; the eigenvalue at epoch 0',
    reads: ['coefficients', 'stableRankPositive', 'stableRankNegative'],
    assumes: [],
    applies: kouNetwork,
    watch: watchSpectral,
  },
  {
    id: 'kou-learnt-rank',
    thinned: true,
    claimsId: 'P1.39',
    paper: 'kou',
    number: 'Lemma F.1',
    place: 'App. F',
    kind: 'asymptotic',
    law: 'constant',
    fits: 'stable rank of what a class has learnt, over R⁶',
    printedRate: () => null,
    statement: 'The stable rank of what a class has learnt is at most a constant times R⁶.',
    tex: String.raw`\frac{\|\mathbf W_j^{(t)}-\mathbf W_j^{(0)}\|_F^2}{\|\mathbf W_j^{(t)}-\mathbf W_j^{(0)}\|_2^2}\le\frac{C'}{C''^2}R^6`,
    why: 'It is the step from coefficients to ranks for networks without a leak. The constant is absolute: neither width nor number of samples is in it. With samples of nearly the same length R is one, and the constant is all there is.',
    flow: IN_LOG_TIME,
    measured: `the mean of both classes over R⁶, from C and the Gram matrix; ${SPREAD}`,
    reads: ['coefficients', 'stableRankPositive', 'stableRankNegative'],
    assumes: RELU_THEOREM,
    applies: kouNetwork,
    watch: watchLearntRank,
  },
];
