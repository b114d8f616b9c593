import type { Claim, FitWatch } from '../claim.ts';
import { solve } from '../../linalg/solve.ts';
import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import { gramOf } from '../gram.ts';
import { directionToLimit, leakyLimit, infeasible } from '../leaky-limit.ts';
import type { Run, Statistic } from '../run.ts';
import { SPREAD } from '../sparse.ts';
import { scalar } from '../state.ts';
import { nearlyOrthogonalFlow } from './gauges.ts';
import { leakyReluNetwork } from './network.ts';
import { scalesOf } from './scales.ts';

/**
 * What is left of W when the best multiple of its gradients H_i = ∇(y_i f_i) is taken off, over ‖W‖. The network is
 * homogeneous, ⟨W, H_i⟩ = q_i, so it is √(1 − qᵀK⁻¹q/‖W‖²), K_ik = ⟨H_i, H_k⟩. NaN where these depend on each other.
 */
function stationarity(run: Run): Statistic<number> {
  const { m, n, y } = run;
  const { slope } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const row = new Float64Array(n);
  const inner = new Float64Array(n * n);
  return {
    at(state) {
      const { z, margins } = state;
      inner.fill(0);
      for (let r = 0; r < 2 * m; r++) {
        for (let i = 0; i < n; i++) row[i] = slope(z[r * n + i]!);
        for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) inner[i * n + k]! += row[i]! * row[k]!;
      }
      for (let i = 0; i < n; i++) {
        for (let k = 0; k < n; k++) inner[i * n + k]! *= (y[i]! * y[k]! * gram[i * n + k]!) / (2 * m);
      }
      const multipliers = solve(inner, margins, n);
      if (multipliers === null) return NaN;
      let explained = 0;
      for (let i = 0; i < n; i++) explained += multipliers[i]! * margins[i]!;
      const norm = scalar(state, 'frobenius');
      return Math.sqrt(Math.max(0, 1 - explained / (norm * norm)));
    },
  };
}

function watchStationarity(run: Run): FitWatch {
  const residualOf = run.share(stationarity);
  return {
    at(state, fit) {
      if (run.clock.isSpread(state.t)) fit.point(state.t, residualOf(state));
    },
  };
}

/** A residual below this is rounding: it is the root of what is left of 1. */
const ROUNDED = 1e-7;

/** The same over log t, as slopes of logarithms, from L < log(2)/n on. */
function watchConvergence(run: Run): FitWatch {
  const residualOf = run.share(stationarity);
  const enough = log(2) / run.n;
  let begun = false;
  return {
    at(state, fit) {
      begun ||= scalar(state, 'loss') < enough;
      if (!begun || !run.clock.isSpread(state.t)) return;
      const residual = residualOf(state);
      if (residual > ROUNDED) fit.point(log(run.clock.logTime(state.t)), log(residual));
    },
    quantity: (_t, logarithm) => exp(logarithm),
    silent: () => 'too few recorded epochs have a loss below log(2)/n and t > 1',
  };
}

/** f(x) and the predictor z of the limit at x_i ± x_k: the share of points of which the signs agree. */
function watchBoundary(run: Run): FitWatch {
  const { m, n } = run;
  const { gamma } = run.derive(scalesOf);
  const limit = run.derive(leakyLimit);
  return {
    at({ t, z }, fit) {
      if (limit === null || !run.clock.isSpread(t)) return;
      const { products } = limit;
      let agree = 0;
      let all = 0;
      for (let i = 0; i < n; i++) {
        for (let k = 0; k < i; k++) {
          for (const sign of [1, -1]) {
            let f = 0;
            for (let r = 0; r < 2 * m; r++) {
              const value = z[r * n + i]! + sign * z[r * n + k]!;
              f += (r < m ? 1 : -1) * Math.max(value, gamma * value);
            }
            const line = products[i]! - products[n + i]! + sign * (products[k]! - products[n + k]!);
            all++;
            if (f * line > 0) agree++;
          }
        }
      }
      fit.point(t, agree / all);
    },
    ...(limit === null && { silent: infeasible }),
  };
}

const APPROACH = {
  paper: 'frei',
  kind: 'asymptotic',
  law: 'constant',
  thinned: true,
  place: '§3',
  assumes: [nearlyOrthogonalFlow],
  applies: leakyReluNetwork,
} as const;

/** How near to its limit a run has come. */
export const APPROACHES: readonly Claim[] = [
  {
    ...APPROACH,
    id: 'frei-limit-direction',
    claimsId: 'P2.3',
    number: 'Corollary 3.5, Theorem 3.2(3)',
    fits: 'cosine of W and its limit',
    printedRate: () => 1,
    statement:
      'The direction of the weights converges to that of the limit, v = (Σ_+ λx − γΣ_− λx)/√m and u likewise.',
    tex: String.raw`\frac{\mathbf W(t)}{\|\mathbf W(t)\|_F}\to\frac{\mathbf W^*}{\|\mathbf W^*\|_F},\qquad v=\frac1{\sqrt m}\Bigl(\sum_{i\in I_+}\lambda_ix_i-\gamma\sum_{i\in I_-}\lambda_ix_i\Bigr)`,
    why: 'The end of training is known before it begins: it is a linear system in the data. No trace of the initial weights is left in it. The angle closes like one over the logarithm of time.',
    measured: 'cos(W, W*) over the last decade of epochs, from Z and the solution of the system',
    reads: ['coefficients', 'weights'],
    watch: directionToLimit,
  },
  {
    ...APPROACH,
    id: 'frei-kkt-residual',
    claimsId: 'P2.1',
    number: '(6), (7)',
    fits: 'part of W that is no combination of its gradients',
    printedRate: () => 0,
    statement:
      'In the limit the weights are a combination of the gradients of the margins, w_j = a_j Σ λ_i y_i φ′ x_i: the KKT conditions.',
    tex: String.raw`\mathbf w_j=a_j\sum_{i}\lambda_iy_i\phi'_{i,\mathbf w_j}x_i,\qquad\lambda_i\ge0,\quad\lambda_i=0\text{ if }y_if(x_i;\mathbf W)\ne1`,
    why: 'It can be checked without knowing the limit. What is left over is what the weights still remember of the start. Without near orthogonality there may be many such points.',
    measured: `the relative residual of the least-squares λ, in which margins stand for ⟨W, ∇f⟩ (homogeneity); ${SPREAD}`,
    reads: ['weights', 'margins', 'pattern'],
    watch: watchStationarity,
  },
  {
    ...APPROACH,
    id: 'frei-direction-converges',
    claimsId: 'P2.12',
    number: 'Theorem 3.1, Corollary 3.5',
    law: 'slope',
    fits: 'exponent of log t in the KKT residual',
    printedRate: () => null,
    statement:
      'Once the loss is below log(2)/n the direction of the flow converges to that of a KKT point: what is left over vanishes.',
    tex: String.raw`\hat L(\mathbf W(t_0))<\frac{\log2}n\ \Rightarrow\ \frac{\mathbf W(t)}{\|\mathbf W(t)\|_F}\to\frac{\mathbf W^*}{\|\mathbf W^*\|_F}\ \text{ with (6), (7)}`,
    why: 'Below log(2)/n every sample is on the right side, and the rest of training is decided. The theorem gives no rate. An exponent that stays below 0 is what is claimed, and −1 is what is left of the start over a norm that grows like log t.',
    measured: `slope of log(residual) over log log t in the last decade, from the first recorded epoch with L < log(2)/n; ${SPREAD}`,
    reads: ['loss', 'weights', 'margins', 'pattern'],
    watch: watchConvergence,
  },
  {
    ...APPROACH,
    id: 'frei-boundary-agreement',
    claimsId: 'P2.8',
    number: 'Theorem 3.2(6)',
    fits: 'share of points decided as by the limit’s hyperplane',
    printedRate: () => 1,
    statement: 'The run’s own decisions become those of the limit’s linear classifier.',
    tex: String.raw`\operatorname{sign}f(x;\mathbf W(t))\to\operatorname{sign}(z^\top x)`,
    why: 'Long before the direction has converged the decisions have. What is learnt is the line. The rest of training changes the scale.',
    measured: `at all x = x_i ± x_k; ${SPREAD}`,
    reads: ['weights'],
    watch: watchBoundary,
  },
];
