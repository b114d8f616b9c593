import { exp } from '../../special/exp.ts';
import { log } from '../../special/log.ts';
import { log1p } from '../../special/log1p.ts';
import type { Claim, FitWatch, SlackWatch } from '../claim.ts';
import { columnStatistics } from '../coefficients.ts';
import { constantIn } from '../fitted.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { isDue } from '../sparse.ts';
import { scalar } from '../state.ts';
import { CONDITION } from './gauges.ts';
import { markOf, T1_MARK } from './marks.ts';
import { standard } from './network.ts';
import { extremes, magnitude } from './patches.ts';
import { crosstalk, scalesOf } from './scales.ts';
import { memorised, noiseTime, noiseUnit, notMemorised } from './stages.ts';

const before = (end: number) => (): string =>
  end === 0
    ? 'T₁ is not positive: the start is too large'
    : `no recorded epoch has come to T₁ = ${Math.ceil(end)}`;

/** Prop. E.1 and E.8 at the first recorded epoch that has come to T₁. */
function watchStage(run: Run): SlackWatch {
  const { n } = run;
  const scales = run.derive(scalesOf);
  const { K, root, own, logN, rootMn } = scales;
  const coefficients = run.share(columnStatistics);
  const extremesOf = run.share(extremes);
  const end = noiseTime(run);
  const across = (65 / 32) * crosstalk(run, scales);
  let done = end === 0;
  return {
    at(state, slacks) {
      if (state.t === 0) slacks.draw(0, markOf(run, end));
      if (done || state.t < end) return;
      done = true;
      const rho = coefficients(state);
      const z = extremesOf(state);
      for (let i = 0; i < n; i++) {
        const [mine, others] = [own[i]! * K + 1 + i, (1 - own[i]!) * K + 1 + i];
        slacks.atLeast(root * rho.greatest[mine]!, 1 / (21 * logN * rootMn));
        slacks.atMost(root * rho.greatest[mine]!, 2 / logN);
        slacks.atMost(-root * rho.least[others]!, across);
        slacks.atLeast(root * z.greatest[mine]!, 1 / (20 * logN * rootMn));
      }
    },
    silent: before(end),
  };
}

/** (E.3) at all times; (E.4), (E.5) up to T₁ and at it. */
function watchEarly(run: Run): SlackWatch {
  const { n } = run;
  const { K, root, own, logN, rootMn, rootN, d, eta, c, squaredSignal } = run.derive(scalesOf);
  const extremesOf = run.share(extremes);
  const end = noiseTime(run);
  const rate = log1p(2 * eta * c * squaredSignal);
  let first = NaN;
  let done = end === 0;
  return {
    at(state, slacks) {
      const { t } = state;
      if (done && !isDue(t)) return;
      const z = extremesOf(state);
      const signal = root * Math.max(magnitude(z, 0), magnitude(z, K));
      if (t === 0) first = signal;
      else slacks.atMost(signal, first * exp(rate * t));
      if (done) return;
      const over = t >= end;
      done = over;
      let [most, least, other] = [0, Infinity, 0];
      for (let i = 0; i < n; i++) {
        const mine = root * magnitude(z, own[i]! * K + 1 + i);
        most = Math.max(most, mine);
        least = Math.min(least, mine);
        other = Math.max(other, root * magnitude(z, (1 - own[i]!) * K + 1 + i));
      }
      slacks.atMost(signal, 2 * first);
      slacks.atMost(most, 16 * rootMn * least);
      if (!over) slacks.atMost(most, 1 / logN);
      else slacks.atMost(other, (least * 17 * n * rootMn * rootN) / Math.sqrt(d));
    },
  };
}

/** C of T₂ = C nm/(ησₚ²d) log(log(n) √log(8mn/δ)): when all samples are memorised after T₁. */
function watchMemorised(run: Run): FitWatch {
  const { logN, rootMn } = run.derive(scalesOf);
  const memorisedOf = run.share(memorised);
  const unit = noiseUnit(run) * log(logN * rootMn);
  const end = noiseTime(run);
  return {
    at(state, fit) {
      const { since } = memorisedOf(state);
      if (since >= 0) fit.point(state.t, (since - end) / unit);
    },
    silent: notMemorised,
  };
}

const STANDARD = { paper: 'meng', place: 'App. E', assumes: CONDITION, applies: standard } as const;
const MEASURED = { ...STANDARD, kind: 'asymptotic', law: 'constant', thinned: true } as const;

/** Standard training, its first two stages: Propositions E.1 and E.2, and Theorem 3.3's conclusion. */
export const STANDARD_TRAINING: readonly Claim[] = [
  {
    ...STANDARD,
    kind: 'inequality',
    id: 'meng-noise-stage',
    draws: [{ ...T1_MARK, label: 'T₁ = {}' }],
    claimsId: 'P3.23',
    number: 'Propositions E.1, E.8',
    delta: DELTA,
    statement:
      'At T₁ = (nm/(ησₚ²d)) log(0.8/(2 log(n)√log(8mn/δ)σ₀σₚ√d)) every sample’s noise is memorised to between 1/(21 log n √log(8mn/δ)) and 2/log n by its class, and hardly at all by the other.',
    tex: String.raw`\frac1{21\log n\sqrt{\log(8mn/\delta)}}\le\max_{j=y_i,r}\rho_{j,r,i}^{(T_1)}\le\frac2{\log n},\qquad\max_{j\ne y_i,r}|\rho_{j,r,i}^{(T_1)}|\le65n\sqrt{\tfrac{\log(4n^2/\delta)}d}\log T^*`,
    why: 'Without a penalty noise wins the race: it is longer than the signal, and so it grows faster. A few epochs are enough. The signal has hardly moved by then.',
    measured:
      'ρ and ⟨w, ξ_i⟩ in M’s units at the first recorded epoch that has come to T₁; T* is the number of the run’s epochs',
    reads: ['coefficients', 'noise'],
    watch: watchStage,
  },
  {
    ...STANDARD,
    kind: 'inequality',
    id: 'meng-early-signal',
    claimsId: 'P3.24',
    number: 'Proposition E.6',
    delta: DELTA,
    statement:
      'The signal never grows by more than the factor 1 + 2η‖μ‖²/m an epoch and at most doubles up to T₁, while samples’ noise stays within a factor 16√log(8mn/δ) of each other and below 1/log n.',
    tex: String.raw`\max_{j,r}|\langle\mathbf w^{(t)},\mu\rangle|\le\Bigl(1+\tfrac{2\eta\|\mu\|^2}m\Bigr)^t\max_{j,r}|\langle\mathbf w^{(0)},\mu\rangle|,\quad\frac{B_i^{(t)}}{B_k^{(t)}}\le16\sqrt{\log(8mn/\delta)},\quad C_i^{(T_1)}\le17n\sqrt{\tfrac{\log(8mn/\delta)\log(4n^2/\delta)}d}\,B_k^{(T_1)}`,
    why: 'The signal’s own growth has a bound that no noise can change. While noise explodes the signal has no time. Samples are memorised together, not one after the other.',
    printed: {
      tex: String.raw`C_{i_1}^{(t)}\le B_i^{(t)}\cdot17n\sqrt{\log(8mn/\delta)}\sqrt{\log(4n^2/\delta)/d}\quad\forall t\in[T_1]`,
      correction: 'C10',
      how: 'At t = 0 inner products of both classes are drawn alike, so C/B is of order one; the bound can hold at T₁ only, and that is where it is used.',
    },
    measured:
      'extremes of Z in M’s units: the first bound at all epochs, those of B up to T₁, that of C at the first recorded epoch that has come to T₁',
    reads: ['signal', 'noise'],
    watch: watchEarly,
  },
  {
    ...MEASURED,
    id: 'meng-noise-time',
    claimsId: 'P3.26',
    number: 'Proposition E.2',
    fits: 'C in T₂ = C(nm/(ησₚ²d)) log(log(n)√log(8mn/δ))',
    printedRate: () => null,
    statement: 'T₂ epochs after T₁ every sample has a neuron of its class with ρ ≥ 2.',
    tex: String.raw`\max_{j=y_i,r}\rho_{j,r,i}^{(T_1+T_2)}\ge2\quad\forall i,\qquad T_2=\frac{Cnm}{\eta\sigma_p^2d}\log\bigl(\log(n)\sqrt{\log(8mn/\delta)}\bigr)`,
    why: 'From a small part of the output noise becomes all of it. It takes a few times as long as noise needs to grow e-fold. Afterwards the loss is small, and nothing is left for the signal.',
    printed: {
      tex: String.raw`T_2=\frac{Cnm}{\eta\sigma_p^2d}\log\Bigl(\frac1{\log(n)\sqrt{\log(8mn/\delta)}}\Bigr)`,
      correction: 'C5',
      how: 'The logarithm is negative for every n ≥ 3 (−2.3 for n = 20, m = 10). The growth is from 1/(22 log n √log(8mn/δ)) to a constant, so the logarithm is that of the inverse.',
    },
    measured:
      'from T₁ to the first recorded epoch with ρ ≥ 2 for all samples, in units of (nm/(ησₚ²d)) log(…)',
    reads: ['coefficients', 'noise'],
    watch: watchMemorised,
  },
  {
    ...MEASURED,
    id: 'meng-signal-stays',
    claimsId: 'P3.29',
    number: 'Propositions E.2, E.5',
    fits: 'largest |γ| over σ₀‖μ‖',
    printedRate: () => null,
    statement: 'Throughout standard training the signal stays of the order of what it was at the start.',
    tex: String.raw`\max_{j,r}\gamma_{j,r}^{(t)}=\widetilde O(\sigma_0\|\mu\|)`,
    why: 'The network fits all training data and knows nothing of what they have in common. With a smaller start it knows even less. So a good fit says nothing here.',
    measured: 'the largest γ in M’s units over σ₀‖μ‖, over the last decade of epochs',
    reads: ['signal', 'coefficients'],
    watch: (run: Run): FitWatch => {
      const { K, root, sigma0, squaredSignal } = run.derive(scalesOf);
      const coefficients = run.share(columnStatistics);
      return {
        at(state, fit) {
          const rho = coefficients(state);
          const gamma = root * Math.max(rho.greatest[0]!, -rho.least[K]!);
          fit.point(state.t, gamma / (sigma0 * Math.sqrt(squaredSignal)));
        },
      };
    },
  },
  {
    ...MEASURED,
    id: 'meng-noise-test-error',
    claimsId: 'P3.22',
    number: 'Theorem 3.3(2)',
    fits: 'test error',
    printedRate: () => 1 / 2.01,
    statement: 'After standard training the test error is at least 1/2.01: the network guesses.',
    tex: String.raw`\mathbb P\bigl(yf(\mathbf W^{(t)},\mathbf x)<0\bigr)\ge\frac1{2.01}`,
    why: 'New noise overlaps with the memorised noise by chance, and so decides by chance. The training loss is as small as with the penalty. Two networks that fit equally well, and one of them is useless.',
    measured: 'the recorded test error over the last decade of epochs; with few test points it is uncertain',
    reads: ['testError', 'loss'],
    watch: constantIn((state) => {
      const error = scalar(state, 'testError');
      return error < 0 ? NaN : error;
    }),
  },
];
