import { columnProducts } from '../../linalg/column-products.ts';
import { before } from '../before.ts';
import { betweenEpochs } from '../between.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { exp } from '../../special/exp.ts';
import { gramOf } from '../gram.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { isSparse } from '../sparse.ts';
import { scalar } from '../state.ts';
import { DESCENT_THEOREM, nearlyOrthogonalDescent, smallStep } from './gauges.ts';
import { leakNetwork, smoothSteps } from './network.ts';
import { scalesOf } from './scales.ts';
import { slopes } from './slopes.ts';

const spreadOf = (margins: Float64Array): number =>
  margins.reduce((most, q) => Math.max(most, q), -Infinity) -
  margins.reduce((least, q) => Math.min(least, q), Infinity);

/** ⟨∇f_i, ∇f_k⟩ = G_ik (1/m) Σ_j φ′_ji φ′_jk against the diagonal. */
function watchGradients(run: Run): SlackWatch {
  const { m, n, start } = run;
  const { gamma, p } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const slopesOf = run.share(slopes);
  const least = start.squaredNorms.reduce((a, b) => Math.min(a, b), Infinity);
  // The largest C with ‖x_i‖² ≥ C n max |⟨x_i, x_k⟩| for all i, if it is above γ⁻².
  const C = least / (n * p);
  return {
    at(state, slacks) {
      if (state.t > 0 && !isSparse(state.t)) return;
      const shared = columnProducts(slopesOf(state).now, 0, 2 * m, n);
      for (let e = 0; e < shared.length; e++) shared[e] = shared[e]! / (2 * m);
      for (let i = 0; i < n; i++) {
        const norm = gram[i * n + i]! * shared[i * n + i]!;
        slacks.atLeast(norm, gamma * gamma * start.squaredNorms[i]!);
        if (!(C > 1 / (gamma * gamma)) || C === Infinity) continue;
        let most = 0;
        for (let k = 0; k < n; k++) {
          if (k === i) continue;
          most = Math.max(most, Math.abs(gram[i * n + k]! * shared[i * n + k]!));
        }
        slacks.atLeast(norm, C * gamma * gamma * n * most, norm);
      }
    },
  };
}

function watchRatio(run: Run): SlackWatch {
  const { C } = run.derive(scalesOf);
  return {
    at(state, slacks) {
      slacks.atMost(scalar(state, 'lossRatio'), C);
      slacks.atMost(exp(spreadOf(state.margins)), C / 2);
    },
  };
}

/**
 * Lemma E.8 in logarithms, for all pairs at once: with A_t = e^{q_j − q_i} it is
 * [Δq_j − αR_max² g_j/n] − [Δq_i − αγ²R_min² g_i/n] ≤ αR_max² Ĝ/((10R²/γ² + 10)n), and the brackets know one sample each.
 */
function watchRecursion(run: Run): SlackWatch {
  const { n } = run;
  const { gamma, alpha, rMin, rMax, C } = run.derive(scalesOf);
  return betweenEpochs(run.share(before), (last, { margins }, slacks) => {
    let most = -Infinity;
    let least = Infinity;
    let mean = 0;
    for (let i = 0; i < n; i++) {
      const moved = margins[i]! - last.margins[i]!;
      const g = last.steepness[i]!;
      mean += g / n;
      most = Math.max(most, moved - (alpha * rMax * rMax * g) / n);
      least = Math.min(least, moved - (alpha * gamma * gamma * rMin * rMin * g) / n);
    }
    const unit = (alpha * rMax * rMax * mean) / n;
    slacks.atMost(most - least, unit / C, unit);
  });
}

/** Prop. E.10 with c = γ², where its hypotheses hold at t; `smooth` is what multiplies 5R_max²n(10R²/c + 10) in its α. */
const watchPersistence =
  (smooth: (H: number) => number) =>
  (run: Run): SlackWatch => {
    const { alpha, H, rMax, C } = run.derive(scalesOf);
    const short = alpha * 5 * smooth(H) * rMax * rMax * run.n * C <= 1;
    const lastOf = run.share(before);
    return {
      at(state, slacks) {
        const last = lastOf(state);
        if (!short || last === null || !last.margins.every((q) => q > 0)) return;
        slacks.atMost(exp(spreadOf(state.margins)), Math.max(C / 2, exp(spreadOf(last.margins))));
      },
      silent: () =>
        short
          ? 'no two successive epochs were recorded of which the first has all samples on the right side'
          : 'the step α is longer than the proposition allows',
    };
  };

function watchStart(run: Run): SlackWatch {
  const { n } = run;
  const { gamma, alpha, rMin } = run.derive(scalesOf);
  return {
    at({ t, margins }, slacks) {
      if (t === 0) slacks.atMost(exp(spreadOf(margins)), exp(2));
      if (t !== 1) return;
      const least = (gamma * gamma * alpha * rMin * rMin) / (32 * n);
      for (const q of margins) slacks.atLeast(q, least);
    },
  };
}

function watchGrowth(run: Run): SlackWatch {
  const { n } = run;
  const { gamma, alpha, rMin, C } = run.derive(scalesOf);
  return betweenEpochs(run.share(before), (last, { margins }, slacks) => {
    const mean = last.steepness.reduce((sum, g) => sum + g, 0) / n;
    const ratio =
      last.steepness.reduce((a, b) => Math.max(a, b)) / last.steepness.reduce((a, b) => Math.min(a, b));
    if (ratio > C) return;
    const bound = (alpha * gamma * gamma * rMin * rMin * mean) / (4 * C * n);
    for (let i = 0; i < n; i++) slacks.atLeast(margins[i]! - last.margins[i]!, bound);
  });
}

const RATIO = { paper: 'frei', kind: 'inequality', thinned: true, applies: smoothSteps } as const;

const PERSISTS = {
  ...RATIO,
  claimsId: 'P2.25',
  number: 'Proposition E.10',
  place: 'App. E.3',
  reads: ['margins', 'lossRatio'],
  assumes: [nearlyOrthogonalDescent],
} as const;

const PERSISTENCE_TEX = String.raw`\max_{i,k}\frac{e^{-y_if(x_i;\mathbf W^{(t)})}}{e^{-y_kf(x_k;\mathbf W^{(t)})}}\le\rho\ \Rightarrow\ \max_{i,k}\frac{e^{-y_if(x_i;\mathbf W^{(t+1)})}}{e^{-y_kf(x_k;\mathbf W^{(t+1)})}}\le\rho,\qquad\rho\ge\frac{5R^2}{\gamma^2}+5`;

/** All samples are learnt at about the same rate. */
export const RATIOS: readonly Claim[] = [
  {
    ...RATIO,
    id: 'frei-gradients',
    claimsId: 'P2.22',
    number: 'Conditions E.5, E.6, Fact E.7',
    place: 'App. E.3',
    statement:
      'The gradient of an output has at least the squared length γ²‖x_i‖², and gradients are as orthogonal as the samples up to a factor γ².',
    tex: String.raw`\|\nabla f_i\|_F^2\ge\gamma^2\|x_i\|^2,\qquad\|\nabla f_i\|_F^2\ge C\gamma^2n\max_{k\ne i}|\langle\nabla f_i,\nabla f_k\rangle|\ \text{ if }\|x_i\|^2\ge Cn\max_{k\ne i}|\langle x_i,x_k\rangle|`,
    why: 'A leak keeps every gradient alive, whatever the weights are. So samples that do not interfere as vectors do not interfere in training. ReLU has no such bound, and that is where its analysis begins to differ.',
    flow: 'It is about a single W, whatever moves it.',
    measured:
      'all inner products of gradients from φ′ and the Gram matrix, with the largest C that the data have; at epochs 0, 1, 2, 4, 8, …',
    reads: ['pattern'],
    assumes: [],
    applies: leakNetwork,
    watch: watchGradients,
  },
  {
    ...RATIO,
    id: 'frei-loss-ratio',
    claimsId: 'P2.21',
    number: 'Lemma E.4',
    place: 'App. E.3',
    delta: DELTA,
    statement:
      'No two samples’ loss slopes ever differ by more than the factor C_R = 10R²/γ² + 10, nor their exponential losses by more than half of it.',
    tex: String.raw`\sup_{t\ge0}\max_{i,k}\frac{\ell'(y_if(x_i;\mathbf W^{(t)}))}{\ell'(y_kf(x_k;\mathbf W^{(t)}))}\le C_R,\qquad\max_{i,k}\frac{e^{-y_if(x_i)}}{e^{-y_kf(x_k)}}\le\frac{5R^2}{\gamma^2}+5`,
    why: 'No sample is learnt at the cost of another one. This balance is what all the norms below are bounded with. In practice the ratio stays near one, far below the bound.',
    measured: 'the recorded ratio of loss slopes, and e to the spread of the margins',
    reads: ['lossRatio', 'margins'],
    assumes: DESCENT_THEOREM,
    watch: watchRatio,
  },
  {
    ...RATIO,
    id: 'frei-ratio-recursion',
    claimsId: 'P2.23',
    number: 'Lemma E.8',
    place: 'App. E.3',
    statement:
      'In a step the ratio of two samples’ exponential losses shrinks where their slopes differ by more than R²/γ², and hardly grows where they do not.',
    tex: String.raw`A_{t+1}\le A_t\exp\Bigl(-\frac{g_j\alpha cR_{\min}^2}n\Bigl(\frac{g_i}{g_j}-\frac{R^2}c\Bigr)\Bigr)\exp\Bigl(\frac{\alpha R_{\max}^2\hat G}{(10R^2/c+10)n}\Bigr),\qquad c=\gamma^2`,
    why: 'A sample that lags behind has the larger slope, and so it catches up. The recursion says how fast. It is the engine of the balance between samples.',
    measured: 'both sides in logarithms for all pairs, from the margins of successive epochs',
    reads: ['margins', 'lossRatio'],
    assumes: [nearlyOrthogonalDescent, smallStep],
    watch: watchRecursion,
  },
  {
    ...PERSISTS,
    id: 'frei-ratio-persists',
    statement:
      'While all samples are fitted, a bound ρ of the ratio of exponential losses outlasts a step α ≤ [5 max(1, H)R_max²n(10R²/γ² + 10)]⁻¹.',
    tex: PERSISTENCE_TEX,
    why: 'It is the induction that keeps the ratio bounded for ever. A long step can break it at once. So the step has to be short even where the activation is not curved.',
    printed: {
      tex: String.raw`\alpha\le[5HR_{\max}^2n(10R^2/c+10)]^{-1}`,
      correction: 'C25',
      how: 'For H → 0 that is no condition at all, but Case 1(ii) of the proof bounds αR_max²(1/n + …) by 0.1, whatever H is. With max(1, H), which A1 of Theorem 4.2 has, it holds.',
    },
    measured:
      'e to the spread of the margins at successive epochs, with ρ = max(5R²/γ² + 5, the ratio before), where the first has all margins above 0 and α is short enough',
    watch: watchPersistence((H) => Math.max(1, H)),
  },
  {
    ...PERSISTS,
    id: 'frei-ratio-persists-printed',
    form: 'printed',
    statement:
      'As printed: while all samples are fitted, a bound ρ of the ratio of exponential losses outlasts a step α ≤ [5HR_max²n(10R²/γ² + 10)]⁻¹.',
    tex: PERSISTENCE_TEX,
    why: 'For a linear activation H is 0, and any step would be allowed. With η = 200 and two samples the ratio goes from 7.4 to 10¹⁵ in a step. Theorem 4.2 is not touched: its own condition has max(1, H).',
    measured: 'as above, with the printed condition on α',
    watch: watchPersistence((H) => H),
  },
  {
    ...RATIO,
    id: 'frei-first-step',
    claimsId: 'P2.26',
    number: 'Lemma E.11(a), (c)',
    place: 'App. E.3',
    delta: DELTA,
    statement:
      'At the start the exponential losses are within a factor e² of each other, and after one step every sample has a margin of at least γ²αR_min²/(32n).',
    tex: String.raw`\max_{i,k}\frac{e^{-y_if(x_i;\mathbf W^{(0)})}}{e^{-y_kf(x_k;\mathbf W^{(0)})}}\le e^2,\qquad y_kf(x_k;\mathbf W^{(1)})\ge\frac{\gamma^2\alpha R_{\min}^2}{32n}`,
    why: 'After a single step all training points are on the right side. A small start is what allows it: the step must be longer than the weights it starts from. From the next epoch on only the size of the margins changes.',
    measured: 'the margins at epochs 0 and 1',
    reads: ['margins'],
    assumes: DESCENT_THEOREM,
    watch: watchStart,
  },
  {
    ...RATIO,
    id: 'frei-margin-growth',
    claimsId: 'P2.26',
    number: 'Lemma E.11(b)',
    place: 'App. E.3',
    statement: 'In every step each sample’s margin grows by at least αγ²R_min²Ĝ/(4C_R n).',
    tex: String.raw`y_k[f(x_k;\mathbf W^{(t+1)})-f(x_k;\mathbf W^{(t)})]\ge\frac{\alpha\gamma^2R_{\min}^2}{4C_Rn}\hat G(\mathbf W^{(t)})`,
    why: 'No sample ever loses ground, not even for one step. Therefore the loss falls at every epoch. It fails where samples interfere.',
    measured:
      'the change of every margin between successive epochs, where the ratio of loss slopes is at most C_R',
    reads: ['margins'],
    assumes: [nearlyOrthogonalDescent, smallStep],
    watch: watchGrowth,
  },
];
