import { exp } from '../../special/exp.ts';
import { log1pTimes } from '../clock.ts';
import type { Claim, FitWatch, SlackWatch } from '../claim.ts';
import type { Run } from '../run.ts';
import { before } from '../before.ts';
import { AS_ETA_FALLS, IN_LOG_TIME } from './as-eta-falls.ts';
import { firstActive } from './first-active.ts';
import { gentleStep, smallInitialisation, smallStep, wide } from './gauges.ts';
import { onOrthogonal, reluNetwork } from './network.ts';
import { activeAtStart } from './pattern.ts';
import { scalesOf } from './scales.ts';

const orthogonalRelu = onOrthogonal(reluNetwork);

/**
 * Who did not fire at the start never moves; who did, and is of the sample's class, is never below its initial value; the
 * others stay as they are once they are off.
 */
function watchTable(run: Run): SlackWatch {
  const { m, n, start, z0 } = run;
  const { squaredNorms } = start;
  const { own, beta } = run.derive(scalesOf);
  const beforeOf = run.share(before);
  return {
    at(state, slacks) {
      if (state.t === 0) return;
      const last = beforeOf(state);
      const { c, z } = state;
      let [moved, below, thawed, size] = [0, 0, 0, 0];
      for (let e = 0; e < c.length; e++) {
        const i = e % n;
        const rho = Math.abs(c[e]!) * squaredNorms[i]!;
        if (rho > size) size = rho;
        if (z0[e]! < 0) moved = Math.max(moved, rho, Math.abs(z[e]! - z0[e]!));
        else if (own[i] === (e < m * n ? 0 : 1)) below = Math.max(below, z0[e]! - z[e]!);
        else if (last !== null && last.z[e]! < 0) {
          thawed = Math.max(thawed, Math.abs(c[e]! - last.c[e]!) * squaredNorms[i]!);
        }
      }
      const scale = Math.max(size, beta);
      slacks.equal(moved, 0, scale);
      slacks.equal(below, 0, scale);
      slacks.equal(thawed, 0, scale);
    },
  };
}

/** (C14): the mean over the class of a sample's ρ̄, between two logarithms; as printed, without |S_i(0)|/m. */
const watchSandwich =
  (printed: boolean) =>
  (run: Run): SlackWatch => {
    const { m, n } = run;
    const { a, beta } = run.derive(scalesOf);
    const active = run.derive(activeAtStart);
    const first = run.share(firstActive);
    return {
      at(state, slacks) {
        if (state.t === 0) return;
        const logTime = run.clock.logTime(state.t);
        const { sum } = first(state);
        for (let i = 0; i < n; i++) {
          const share = printed ? 1 : active[i]!.length / m;
          if (active[i]!.length === 0) continue;
          const mean = sum[i]! / m;
          slacks.atLeast(mean, log1pTimes((share * a[i]! * exp(-beta)) / 2, logTime));
          if (!printed) slacks.atMost(mean, log1pTimes(2 * share * a[i]! * exp(2 * beta), logTime));
        }
      },
    };
  };

/** The mean over the samples of (1/m) Σ_{S_i(0)} ρ̄ against log t. */
function watchRate(run: Run): FitWatch {
  const { m, n } = run;
  const first = run.share(firstActive);
  return {
    at(state, fit) {
      const { sum } = first(state);
      fit.point(run.clock.logTime(state.t), sum.reduce((all, one) => all + one, 0) / (m * n));
    },
  };
}

/** ReLU on mutually orthogonal data, where everything can be said exactly. */
export const ORTHOGONAL: readonly Claim[] = [
  {
    id: 'kou-orthogonal-pattern',
    thinned: true,
    claimsId: 'P1.42',
    paper: 'kou',
    number: 'Lemma F.2, first part',
    place: 'App. F',
    kind: 'identity',
    statement:
      'On orthogonal data who does not fire for a sample never moves for it; who fires in its own class goes on; who fires in the other class stops, and then stays as it is.',
    tex: String.raw`\begin{aligned}\langle\mathbf w_{j,r}^{(0)},\mathbf x_i\rangle<0&:\ \rho_{j,r,i}^{(t)}=0,\ \langle\mathbf w_{j,r}^{(t)},\mathbf x_i\rangle=\langle\mathbf w_{j,r}^{(0)},\mathbf x_i\rangle\\ \langle\mathbf w_{y_i,r}^{(0)},\mathbf x_i\rangle\ge0&:\ \langle\mathbf w_{y_i,r}^{(t)},\mathbf x_i\rangle\ge\langle\mathbf w_{y_i,r}^{(0)},\mathbf x_i\rangle\\ \langle\mathbf w_{-y_i,r}^{(s)},\mathbf x_i\rangle<0&:\ \rho_{-y_i,r,i}^{(t)}=\rho_{-y_i,r,i}^{(s)},\ t\ge s\end{aligned}`,
    why: 'The draw of the initial weights decides the whole run. Every neuron is a fixed subset of the samples. The limit can be computed before training begins.',
    flow: '⟨w_{j,r}, x_i⟩ has the velocity j y_i ‖x_i‖²/(nm) |ℓ′_i| σ′: none where the neuron does not fire, upwards in the own class, and downwards in the other until it is on the kink, where it stays.',
    printed: {
      tex: String.raw`T=C\eta^{-1}R_{\min}^{-2}/(nm),\qquad\overline\rho_{y_i,r,i}^{(t)}=0\ \text{ if }\langle\mathbf w_{j,r}^{(t)},\mathbf x_i\rangle<0`,
      correction: 'C13',
      how: 'A step is at most η‖x_i‖²/(nm), so T = Cη⁻¹R_min⁻²·nm. The conditions are on the initial weights, and the second property is of the other class: ρ_{−y_i,r,i}(t) = ρ_{−y_i,r,i}(T), t ≥ T.',
    },
    measured:
      'largest |ρ| and move where z(0) < 0, largest fall below z(0) in the own class, largest step of the other class where z < 0; over max{|ρ|, β}',
    reads: ['pattern', 'coefficients'],
    assumes: [],
    applies: orthogonalRelu,
    watch: watchTable,
  },
  {
    id: 'kou-orthogonal-growth',
    thinned: true,
    claimsId: 'P1.43',
    paper: 'kou',
    number: 'Lemma F.2, second part',
    place: 'App. F',
    kind: 'inequality',
    statement:
      'On orthogonal data a sample’s mean coefficient is between log(1 + |S_i(0)|/m · a_i e^−β t/2) and log(1 + 2|S_i(0)|/m · a_i e^2β t).',
    tex: String.raw`\log\Bigl(1+\frac{|S_i^{(0)}|}m\frac{a_ie^{-\beta}}2t\Bigr)\le\frac1m\sum_{r\in S_i^{(0)}}\overline\rho_{y_i,r,i}^{(t)}\le\log\Bigl(1+2\frac{|S_i^{(0)}|}ma_ie^{2\beta}t\Bigr)`,
    why: 'With orthogonal data samples do not meet, and each is its own one-dimensional problem. Its time runs slower the fewer neurons fire for it. In the end all have log t.',
    flow: AS_ETA_FALLS,
    printed: {
      tex: String.raw`\frac1m\sum_{r\in S_i^{(0)}}\overline\rho\ge\log\Bigl(1+\frac{a_ie^{-\beta}}2t\Bigr),\qquad\le\log(1+2a_ie^{-\beta}t)`,
      correction: 'C14',
      how: 'Only the |S_i(0)| neurons of the sum move, so the increment of the mean has a factor |S_i(0)|/m. In the upper bound e^−β is a slip for e^2β.',
    },
    measured: 'both sides for every sample',
    reads: ['coefficients'],
    assumes: [smallStep, smallInitialisation, wide, gentleStep],
    applies: orthogonalRelu,
    watch: watchSandwich(false),
  },
  {
    id: 'kou-orthogonal-growth-printed',
    thinned: true,
    claimsId: 'P1.43',
    paper: 'kou',
    number: 'Lemma F.2, second part, lower bound',
    place: 'App. F',
    kind: 'inequality',
    form: 'printed',
    statement: 'As printed: the lower bound without |S_i(0)|/m.',
    tex: String.raw`\frac1m\sum_{r\in S_i^{(0)}}\overline\rho_{y_i,r,i}^{(t)}\ge\log\Bigl(1+\frac{a_ie^{-\beta}}2t\Bigr)`,
    why: 'It would hold if all neurons fired. About half of them do, so it fails from the first epochs on. The limit is the same.',
    flow: AS_ETA_FALLS,
    measured: 'both sides for every sample',
    reads: ['coefficients'],
    assumes: [smallStep, smallInitialisation, wide, gentleStep],
    applies: orthogonalRelu,
    watch: watchSandwich(true),
  },
  {
    id: 'kou-orthogonal-rate',
    thinned: true,
    claimsId: 'P1.43',
    paper: 'kou',
    number: '(F.5)',
    place: 'App. F, Lemma F.2',
    kind: 'asymptotic',
    law: 'slope',
    fits: 'slope of the mean coefficient over log t',
    printedRate: () => 1,
    statement:
      'On orthogonal data a sample’s mean coefficient grows like log t, and so ρ like m/|S_i(0)| log t.',
    tex: String.raw`\lim_{t\to\infty}\frac1m\sum_{r\in S_i^{(0)}}\overline\rho_{y_i,r,i}^{(t)}/\log t=1`,
    why: 'Whoever has fewer neurons makes each of them larger. The weights’ directions therefore depend on the counts |S_i(0)|, and on nothing else. From it the stable rank’s limit follows.',
    flow: IN_LOG_TIME,
    printed: {
      tex: String.raw`\lim_{t\to\infty}\overline\rho_{y_i,r,i}^{(t)}/\log t=m/|S_i^{(0)}|\ \text{ if }\langle\mathbf w_{y_i,r}^{(t)},\mathbf x_i\rangle\ge0`,
      correction: 'C13',
      how: 'The condition is on the initial weights: ⟨w_{y_i,r}(0), x_i⟩ ≥ 0.',
    },
    measured: 'the slope over log t of the mean over all samples, in the last decade of epochs',
    reads: ['coefficients'],
    assumes: [smallStep, smallInitialisation, wide],
    applies: orthogonalRelu,
    watch: watchRate,
  },
];
