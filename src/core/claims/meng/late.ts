import { SCALAR_INDEX } from '../../observe/quantities.ts';
import { log } from '../../special/log.ts';
import { before } from '../before.ts';
import type { Claim, FitWatch, SlackWatch } from '../claim.ts';
import { rowOf } from '../gram.ts';
import type { Run } from '../run.ts';
import { scalar, type State } from '../state.ts';
import { EPSILON } from './epsilon.ts';
import { CONDITION } from './gauges.ts';
import { standard } from './network.ts';
import { scalesOf } from './scales.ts';
import {
  memorised,
  notMemorised,
  squaredDistance,
  squaredDistanceAsPrinted,
  targetProducts,
} from './stages.ts';

/** ‖W − W*‖ over m^1.5 n^0.5/(σₚ√d) · 4 log(4/ε) where the third stage begins. */
const watchDistance =
  (distance: typeof squaredDistance) =>
  (run: Run): FitWatch => {
    const { m, n } = run;
    const { noise } = run.derive(scalesOf);
    const memorisedOf = run.share(memorised);
    const distanceOf = run.derive(distance);
    const unit = (4 * log(4 / EPSILON) * m * Math.sqrt(m * n)) / noise;
    let value = NaN;
    return {
      at(state, fit) {
        if (memorisedOf(state).since < 0) return;
        if (Number.isNaN(value)) value = Math.sqrt(distanceOf(state.c)) / unit;
        fit.point(state.t, value);
      },
      silent: notMemorised,
    };
  };

/** E.12: y_i⟨∇f(x_i), W*⟩ ≥ 2 log(4/ε). */
function watchAlignment(run: Run): SlackWatch {
  const { m, n, y, z0 } = run;
  const { K, c } = run.derive(scalesOf);
  const target = run.derive(targetProducts);
  const memorisedOf = run.share(memorised);
  return {
    at(state, slacks) {
      if (memorisedOf(state).since < 0) return;
      const { z } = state;
      for (let i = 0; i < n; i++) {
        let inner = 0;
        for (let r = 0; r < 2 * m; r++) {
          const part = r < m ? 0 : K;
          const own = (r < m ? c : -c) * y[i]! * 2;
          inner += own * Math.max(0, y[i]! * z[r * K]!) * y[i]! * (z0[r * K]! + target[part]!);
          inner += own * Math.max(0, z[r * K + 1 + i]!) * (z0[r * K + 1 + i]! + target[part + 1 + i]!);
        }
        slacks.atLeast(inner, 2 * log(4 / EPSILON));
      }
    },
    silent: notMemorised,
  };
}

/** E.13: D_t − D_{t+1} ≥ 3ηL − ηε, D = ‖W − W*‖². */
function watchFall(run: Run): SlackWatch {
  const { eta, root } = run.derive(scalesOf);
  const memorisedOf = run.share(memorised);
  const distanceOf = run.derive(squaredDistance);
  // M’s η is root² times the run’s.
  const step = eta * root * root;
  const lastOf = run.share(before);
  return {
    at(state, slacks) {
      const { since } = memorisedOf(state);
      const last = lastOf(state);
      if (last === null || since < 0 || state.t === since) return;
      const distance = distanceOf(last.c);
      const loss = last.scalars[SCALAR_INDEX.loss]!;
      const rounding = 64 * Number.EPSILON * distance;
      const fall = distance - distanceOf(state.c) + rounding;
      slacks.atLeast(fall, step * (3 * loss - EPSILON), step * (3 * loss + EPSILON));
    },
    silent: notMemorised,
  };
}

/** E.14: the mean of L since the third stage began ≤ D/(3η(t − T + 1)) + ε/3, and L ≤ ε by ⌊D/(2ηε)⌋ epochs later. */
function watchMean(run: Run): SlackWatch {
  const { eta, root } = run.derive(scalesOf);
  const memorisedOf = run.share(memorised);
  const distanceOf = run.derive(squaredDistance);
  const step = eta * root * root;
  let began: { readonly t: number; readonly distance: number } | null = null;
  let [sum, last, reached] = [0, -1, false];
  return {
    at(state, slacks) {
      if (memorisedOf(state).since < 0) return;
      const { t } = state;
      began ??= { t, distance: distanceOf(state.c) };
      const loss = scalar(state, 'loss');
      reached ||= loss <= EPSILON;
      if (last === -1 || last === t - 1) {
        sum += loss;
        last = t;
        const count = t - began.t + 1;
        slacks.atMost(sum / count, began.distance / (3 * step * count) + EPSILON / 3);
      }
      const end = began.t + Math.floor(began.distance / (2 * step * EPSILON));
      if (!reached && t > end) slacks.atMost(t, end);
    },
    silent: notMemorised,
  };
}

/** max_r ‖w_{j,r}‖ ≥ 1.9/(σₚ√d) in both classes, at the first epoch of the third stage with L ≤ ε. */
function watchNorms(run: Run): SlackWatch {
  const { m, start } = run;
  const { root, noise } = run.derive(scalesOf);
  const memorisedOf = run.share(memorised);
  const row = new Float64Array(start.dim);
  const largest = (state: State, from: number): number => {
    let most = 0;
    for (let r = from; r < from + m; r++) {
      rowOf(run, state.c, r, row);
      most = Math.max(most, Math.sqrt(row.reduce((sum, entry) => sum + entry * entry, 0)));
    }
    return root * most;
  };
  let done = false;
  return {
    at(state, slacks) {
      if (done || memorisedOf(state).since < 0 || scalar(state, 'loss') > EPSILON) return;
      done = true;
      for (const from of [0, m]) slacks.atLeast(largest(state, from), 1.9 / noise);
    },
    silent: () => `${notMemorised()}, or none after it has L ≤ ${EPSILON}`,
  };
}

const LATE = { paper: 'meng', place: 'App. E.3', assumes: CONDITION, applies: standard } as const;
const CHECKED = { ...LATE, kind: 'inequality' } as const;

const DISTANCE = {
  ...LATE,
  kind: 'asymptotic',
  law: 'constant',
  thinned: true,
  claimsId: 'P3.27',
  number: 'Lemma E.3',
  fits: '‖W − W*‖ in units of 4 log(4/ε) m^1.5 n^0.5/(σₚ√d)',
  printedRate: () => null,
  reads: ['coefficients'],
} as const;

/** Standard training, its third stage: from memorised noise to a small loss. */
export const LATE_STAGE: readonly Claim[] = [
  {
    ...DISTANCE,
    id: 'meng-distance',
    statement:
      'When all noise is memorised the weights are within Õ(m^1.5 n^0.5/(σₚ√d)) of W*, which adds 4m log(4/ε) Σ ξ_i/‖ξ_i‖² to each neuron’s initial value.',
    tex: String.raw`\|\mathbf W^{(T_1+T_2)}-\mathbf W^*\|_F=\widetilde O\bigl(m^{3/2}n^{1/2}\sigma_p^{-1}d^{-1/2}\bigr),\qquad\mathbf w_{j,r}^*=\mathbf w_{j,r}^{(0)}+4m\log(4/\varepsilon)\sum_{y_i=j}\frac{\xi_i}{\|\xi_i\|^2}`,
    why: 'W* is a network that fits by memorising. Training comes nearer to it in every step, and it does not have far to go. That bounds how long it takes.',
    printed: {
      tex: String.raw`\sum_{i=1}^n\mathbf 1(j=y_i)\frac{\xi_i}{\|\xi_i\|}`,
      correction: 'C6',
      how: 'With ‖ξ_i‖ and not its square W* is σₚ√d times as far away; Lemma E.12 and the bound need the square. The time of Theorem 3.3 lacks the same σₚ⁻²d⁻¹, which only makes it weaker.',
    },
    measured: 'at the first recorded epoch with ρ ≥ 2 for all samples, ε = 0.05',
    watch: watchDistance(squaredDistance),
  },
  {
    ...DISTANCE,
    id: 'meng-distance-printed',
    form: 'printed',
    statement: 'As printed: the same with W* adding 4m log(4/ε) Σ ξ_i/‖ξ_i‖.',
    tex: String.raw`\mathbf w_{j,r}^*=\mathbf w_{j,r}^{(0)}+4m\log(4/\varepsilon)\sum_{y_i=j}\frac{\xi_i}{\|\xi_i\|}`,
    why: 'The distance to this W* is larger by a noise patch’s length, about σₚ√d. Measured in the same units it is not a constant but grows with the dimension. The corrected one is near one.',
    measured: 'as above',
    watch: watchDistance(squaredDistanceAsPrinted),
  },
  {
    ...CHECKED,
    id: 'meng-alignment',
    thinned: true,
    claimsId: 'P3.28',
    number: 'Lemma E.12',
    statement:
      'Once all noise is memorised every sample’s gradient has at least 2 log(4/ε) along W*; here ε = 0.05.',
    tex: String.raw`y_i\langle\nabla f(\mathbf W^{(t)},\mathbf x_i),\mathbf W^*\rangle\ge2\log(4/\varepsilon)`,
    why: 'W* is downhill for every single sample. So no step can lead away from it while samples have a loss. Convexity is not needed, only this.',
    measured:
      'the left side for every sample from Z and the Gram matrix, from the first recorded epoch with ρ ≥ 2 on',
    reads: ['weights'],
    watch: watchAlignment,
  },
  {
    ...CHECKED,
    id: 'meng-distance-falls',
    thinned: true,
    claimsId: 'P3.28',
    number: 'Lemma E.4',
    statement: 'Every step comes nearer to W*: ‖W − W*‖² falls by at least 3ηL − ηε.',
    tex: String.raw`\|\mathbf W^{(t)}-\mathbf W^*\|_F^2-\|\mathbf W^{(t+1)}-\mathbf W^*\|_F^2\ge3\eta L_S(\mathbf W^{(t)})-\eta\varepsilon`,
    why: 'As in convex optimisation each step pays for the loss in distance. The distance is finite, so the sum of losses is. The network itself is far from convex.',
    measured: 'both sides in M’s units between successive epochs, from C and the Gram matrix, ε = 0.05',
    reads: ['loss', 'coefficients'],
    watch: watchFall,
  },
  {
    ...CHECKED,
    id: 'meng-mean-loss',
    claimsId: 'P3.29',
    number: 'Lemma E.14, Proposition E.5',
    statement:
      'From then on the mean loss is at most D/(3η(t − T + 1)) + ε/3, D = ‖W − W*‖² at that time T, and L ≤ ε within D/(2ηε) epochs.',
    tex: String.raw`\frac1{t-T+1}\sum_{s=T}^tL_S(\mathbf W^{(s)})\le\frac{\|\mathbf W^{(T)}-\mathbf W^*\|_F^2}{3\eta(t-T+1)}+\frac\varepsilon3,\qquad T=T_1+T_2`,
    why: 'So standard training fits, too, and in known time. Both theorems end with a small loss. They differ in what was learnt on the way.',
    measured: 'the running mean of the recorded loss in M’s units, ε = 0.05',
    reads: ['loss'],
    watch: watchMean,
  },
  {
    ...CHECKED,
    id: 'meng-norms',
    thinned: true,
    claimsId: 'P3.30',
    number: 'proof of Theorem 3.3',
    statement: 'When the loss is at most ε each class has a neuron of norm at least 1.9/(σₚ√d).',
    tex: String.raw`\max_r\|\mathbf w_{j,r}^{(t)}\|_2\ge1.9\,\sigma_p^{-1}d^{-1/2}`,
    why: 'On new data this norm meets fresh noise and makes an output of the order of one. The signal’s is far smaller. So new data are decided by chance.',
    measured:
      'the largest ‖w‖ of both classes from dense rows in M’s units, at the first recorded epoch of that time with L ≤ 0.05',
    reads: ['maxNeuronNorm', 'loss'],
    watch: watchNorms,
  },
];
