import { multiplierBounds } from '../../limit/theorem.ts';
import { maxMarginPredictor } from '../../limit/predictor.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { gramOf } from '../gram.ts';
import { leakyLimit, infeasible } from '../leaky-limit.ts';
import type { Run } from '../run.ts';
import type { Slacks } from '../slacks.ts';
import { scalar } from '../state.ts';
import { nearlyOrthogonalFlow } from './gauges.ts';
import { leakyReluNetwork } from './network.ts';
import { scalesOf } from './scales.ts';

type Limit = NonNullable<ReturnType<typeof leakyLimit>>;

/** What holds of the limit is known at epoch 0. */
const atStart =
  (compare: (limit: Limit, run: Run, slacks: Slacks) => void) =>
  (run: Run): SlackWatch => {
    const limit = run.derive(leakyLimit);
    return {
      at({ t }, slacks) {
        if (t === 0 && limit !== null) compare(limit, run, slacks);
      },
      silent: infeasible,
    };
  };

/** Lemmas B.1, B.2: bounds of λ_i, and of Σ_j λ_i φ′ = λ_i m(1 + γ), m neurons in each class. */
function compareMultipliers({ lambda, gamma }: Limit, run: Run, slacks: Slacks): void {
  const { rMin, rMax, neurons } = run.derive(scalesOf);
  const bounds = multiplierBounds(gamma, rMin, rMax, neurons);
  for (const value of lambda) {
    slacks.atMost(value, bounds.lambda.below);
    slacks.atLeast(value, bounds.lambda.above);
    const all = value * run.m * (1 + gamma);
    slacks.atMost(all, bounds.allNeurons.below);
    slacks.atLeast(all, bounds.allNeurons.above);
  }
}

/** Margins 1 and the signs y_i⟨v, x_i⟩ > 0 > y_i⟨u, x_i⟩. */
function compareSigns({ products, gamma }: Limit, { m, n, y }: Run, slacks: Slacks): void {
  const scale = Math.sqrt(m / 2);
  for (let i = 0; i < n; i++) {
    const [v, u] = [products[i]! * y[i]!, products[n + i]! * y[i]!];
    slacks.atLeast(v, 0, Math.abs(v));
    slacks.atMost(u, 0, Math.abs(u));
    const phi = (z: number): number => Math.max(z, gamma * z);
    const f = scale * (phi(products[i]!) - phi(products[n + i]!));
    slacks.atLeast(y[i]! * f, 1 - 1e-9);
    slacks.atMost(y[i]! * f, 1 + 1e-9);
  }
}

/** f(x)⟨z, x⟩ ≥ γ⟨z, x⟩² at x_i ± x_k: the network and the predictor z = √(m/2)(v − u) have the same sign. */
function compareBoundary({ products, gamma }: Limit, { m, n }: Run, slacks: Slacks): void {
  const scale = Math.sqrt(m / 2);
  const phi = (z: number): number => Math.max(z, gamma * z);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      for (const sign of [1, -1]) {
        const v = products[i]! + sign * products[k]!;
        const u = products[n + i]! + sign * products[n + k]!;
        const z = scale * (v - u);
        slacks.atLeast(scale * (phi(v) - phi(u)) * z, gamma * z * z);
      }
    }
  }
}

/** y_i⟨z, x_i⟩ ≥ 1, and ‖z‖ against the max-margin predictor’s norm; κ = 1, as both classes have m neurons. */
function comparePredictor({ products, coefficients, gamma }: Limit, run: Run, slacks: Slacks): void {
  const { m, n, y } = run;
  let square = 0;
  for (let i = 0; i < n; i++) {
    const inner = Math.sqrt(m / 2) * (products[i]! - products[n + i]!);
    slacks.atLeast(y[i]! * inner, 1);
    square += Math.sqrt(m / 2) * (coefficients[i]! - coefficients[n + i]!) * inner;
  }
  const best = maxMarginPredictor(run.derive(gramOf), y);
  if (best !== null) slacks.atMost(Math.sqrt(square), (2 / (1 + gamma)) * best.norm);
}

/** ‖W‖_F/min q ≥ ‖W*‖_F: no network of margin 1 is smaller than the limit. */
function watchOptimum(run: Run): SlackWatch {
  const limit = run.derive(leakyLimit);
  return {
    at(state, slacks) {
      const least = state.margins.reduce((a, b) => Math.min(a, b), Infinity);
      if (limit !== null && least > 0) slacks.atLeast(scalar(state, 'frobenius') / least, limit.norm);
    },
    silent: () => (limit === null ? infeasible() : 'no recorded epoch has all samples on the right side'),
  };
}

/**
 * m₁‖v̄‖² + m₂‖ū‖² over the least margin squared, v̄ and ū the means of the classes' neurons: with the theorem's pattern the
 * margins are those of the pair, so that it is feasible in (3). ‖w̄‖² = ‖w̄(0)‖² + c̄ᵀ(z̄(0) + z̄).
 */
function watchConvex(run: Run): SlackWatch {
  const { m, n, start } = run;
  const limit = run.derive(leakyLimit);
  const { dim, initialRows, initialScale } = start;
  const initial = [0, 1].map((part) => {
    const mean = new Float64Array(dim);
    addRows(initialRows, part * m, m, mean);
    return mean.reduce((sum, entry) => sum + initialScale * entry * (initialScale * entry), 0) / (m * m);
  });
  const [c, moved] = [new Float64Array(n), new Float64Array(n)];
  return {
    at(state, slacks) {
      const least = state.margins.reduce((a, b) => Math.min(a, b), Infinity);
      if (limit === null || !(least > 0) || scalar(state, 'agreement') < 1) return;
      let square = 0;
      for (const part of [0, 1]) {
        c.fill(0);
        moved.fill(0);
        addRows(state.c, part * m, m, c);
        addRows(state.z, part * m, m, moved);
        addRows(run.z0, part * m, m, moved);
        square += m * initial[part]!;
        for (let i = 0; i < n; i++) square += (c[i]! * moved[i]!) / m;
      }
      slacks.atLeast(Math.sqrt(square) / least, limit.norm);
    },
    silent: () =>
      limit === null
        ? infeasible()
        : 'no recorded epoch has the pattern of the theorem and all samples on the right side',
  };
}

/** sums ← sums + Σ_{from ≤ r < from + count} of a matrix's rows. */
function addRows(rows: Float64Array, from: number, count: number, sums: Float64Array): void {
  const width = sums.length;
  for (let r = from; r < from + count; r++) {
    for (let k = 0; k < width; k++) sums[k]! += rows[r * width + k]!;
  }
}

const LIMIT = {
  paper: 'frei',
  kind: 'inequality',
  assumes: [nearlyOrthogonalFlow],
  applies: leakyReluNetwork,
} as const;

const AT_START =
  'the KKT point is solved for from its pattern and the Gram matrix, a quadratic programme in λ ≥ 0, at epoch 0';

/** Theorem 3.2: what the limit of the flow is. It is known before the first step. */
export const LIMIT_POINT: readonly Claim[] = [
  {
    ...LIMIT,
    id: 'frei-limit-multipliers',
    claimsId: 'P2.4',
    number: 'Lemmas B.1, B.2',
    place: 'App. B',
    statement:
      'All multipliers λ_i of the limit are between 1/(2R_max²) and 3/(2γ²R_min²), and Σ_j λ_iφ′ between m/(2R_max²) and 3m/(2γR_min²).',
    tex: String.raw`\frac1{2R_{\max}^2}<\lambda_i<\frac3{2\gamma^2R_{\min}^2},\qquad\frac m{2R_{\max}^2}<\sum_j\lambda_i\phi'_{ij}<\frac{3m}{2\gamma R_{\min}^2}`,
    why: 'Every sample has a positive multiplier, so every sample is a support vector. None counts for much more than another one. The whole theorem is read off these two bounds.',
    measured: `λ against its bounds; ${AT_START}`,
    reads: [],
    watch: atStart(compareMultipliers),
  },
  {
    ...LIMIT,
    id: 'frei-limit-signs',
    claimsId: 'P2.5',
    number: 'Theorem 3.2(1), (3)',
    place: 'App. B, Lemmas B.3, B.4',
    statement:
      'In the limit all margins are 1; every positive neuron fires for the positive samples alone, and every negative one for the others.',
    tex: String.raw`y_if(x_i;\mathbf W)=1,\qquad y_iv^\top x_i>0>y_iu^\top x_i\quad\forall i`,
    why: 'It is the pattern that K proves gradient descent to find (Lemma 5.6). A network with this pattern is linear on its own data. So its direction is a system of linear equations.',
    measured: `margins and signs of v and u; ${AT_START}`,
    reads: ['agreement', 'margins'],
    watch: atStart(compareSigns),
  },
  {
    ...LIMIT,
    id: 'frei-limit-boundary',
    claimsId: 'P2.8',
    number: 'Theorem 3.2(6)',
    place: 'App. B, Lemma B.7',
    statement:
      'The limit decides every point x by the sign of one linear function ⟨z, x⟩, z = (m₁v − m₂u)/√m: its decision boundary is a hyperplane.',
    tex: String.raw`\operatorname{sign}f(x;\mathbf W)=\operatorname{sign}(z^\top x)\quad\forall x,\qquad z=\tfrac{m_1}{\sqrt m}v-\tfrac{m_2}{\sqrt m}u`,
    why: 'A non-linear network of any width ends as a linear classifier. That is good where a line is right. On the xor data it means guessing, which F points out.',
    measured: `f(x)⟨z, x⟩ against γ⟨z, x⟩², which implies it, at all x = x_i ± x_k; ${AT_START}`,
    reads: [],
    watch: atStart(compareBoundary),
  },
  {
    ...LIMIT,
    id: 'frei-limit-predictor',
    claimsId: 'P2.9',
    number: 'Theorem 3.2(7)',
    place: 'App. B, Lemma B.9',
    statement:
      'That linear function has margins of at least 1, and its norm is at most 2/(1 + γ) times that of the max-margin predictor.',
    tex: String.raw`y_iz^\top x_i\ge1,\qquad\|z\|\le\frac2{\kappa+\gamma}\|z^*\|,\qquad\kappa=\sqrt{\frac{\min\{m_1,m_2\}}{\max\{m_1,m_2\}}}`,
    why: 'The network maximises its margin in the space of its weights, and thereby nearly that of a linear classifier. For γ near 1 it is the same. Lemma B.8 has three points for which it is not.',
    measured: `both sides, z* from its dual, a quadratic programme; ${AT_START}`,
    reads: [],
    watch: atStart(comparePredictor),
  },
  {
    ...LIMIT,
    id: 'frei-limit-optimum',
    claimsId: 'P2.7',
    thinned: true,
    number: 'Theorem 3.2(4)',
    place: 'App. B, Lemma B.6',
    statement:
      'The limit is the global optimum of the max-margin problem: no weights with margins of at least 1 have a smaller norm.',
    tex: String.raw`\min_{\mathbf W}\tfrac12\|\mathbf W\|_F^2\ \text{ with }\ y_if(x_i;\mathbf W)\ge1\ \forall i`,
    why: 'The problem is not convex, and still it has one KKT point only, the best. Training can only approach it from above. The slack tells how far the run has still to go.',
    measured: '‖W‖_F over the least margin, where that is positive, against ‖W*‖_F',
    reads: ['frobenius', 'margins'],
    watch: watchOptimum,
  },
  {
    ...LIMIT,
    id: 'frei-limit-convex',
    claimsId: 'P2.3',
    thinned: true,
    number: 'Theorem 3.2(5)',
    place: 'App. B, Lemma B.5',
    statement:
      'The limit’s v and u are the optimum of a convex problem: no pair of vectors, one for each class of neurons, with margins of at least 1 is shorter.',
    tex: String.raw`\min_{v,u}\tfrac{m_1}2\|v\|^2+\tfrac{m_2}2\|u\|^2\ \text{ with }\ \tfrac{m_1}{\sqrt m}v^\top x_i-\gamma\tfrac{m_2}{\sqrt m}u^\top x_i\ge1\ (i\in I_+),\quad\tfrac{m_2}{\sqrt m}u^\top x_i-\gamma\tfrac{m_1}{\sqrt m}v^\top x_i\ge1\ (i\in I_-)`,
    why: 'A network of any width has become a problem with two vectors. It is convex, so its answer can be computed. The means of a run’s neurons approach it, and what is left of the start in single neurons is not in the way.',
    measured:
      'the means of the classes’ neurons over the least margin against ‖W*‖_F, at epochs at which each neuron fires for its own class alone',
    reads: ['agreement', 'weights', 'margins'],
    watch: watchConvex,
  },
];
