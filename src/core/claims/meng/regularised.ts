import { learningRate } from '../../experiment.ts';
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
import { SIGNAL_THEOREM } from './gauges.ts';
import { perExample } from './network.ts';
import { EPSILON } from './epsilon.ts';
import { markOf, T1_MARK } from './marks.ts';
import { extremes, patches } from './patches.ts';
import { scalesOf } from './scales.ts';
import { signalTime, type SignalTime } from './times.ts';

const timeOf = ({ start, m, n }: Run): SignalTime => {
  const { secondLayer, method, sigma0 } = start.experiment;
  const meanNorm = start.facts.signalNorm ?? NaN;
  return signalTime({ m, n, secondLayer, eta: learningRate(method), sigma0, meanNorm, delta: DELTA });
};

/** When the penalty is switched off. */
const untilOf = ({ start: { experiment } }: Run): number =>
  experiment.regularizer.kind === 'none' ? 0 : (experiment.regularizer.until ?? Infinity);

/** Prop. 5.6 for t ≤ T₁ and at T₁. */
const watchStage =
  (of: keyof SignalTime) =>
  (run: Run): SlackWatch => {
    const { m, n } = run;
    const { K, root, sigma0, noise, rootMn, logN } = run.derive(scalesOf);
    const coefficients = run.share(columnStatistics);
    const end = timeOf(run)[of];
    const until = untilOf(run);
    const least = 1 / (Math.sqrt(2 * log((8 * m) / DELTA)) * logN);
    let done = false;
    return {
      at(state, slacks) {
        const { t } = state;
        if (t === 0) slacks.draw(0, markOf(run, end));
        const over = t >= end;
        if (t === 0 || done || t > until || (!over && !isDue(t))) return;
        const rho = coefficients(state);
        const [first, second] = [root * rho.greatest[0]!, -root * rho.least[K]!];
        if (over) {
          done = true;
          slacks.atLeast(first, least);
          slacks.atLeast(second, least);
        }
        // What follows is of both times alike.
        if (of === 'printed') return;
        slacks.atMost(Math.max(first, second), 5 / logN);
        for (let i = 1; i <= n; i++) {
          for (const part of [0, K]) {
            slacks.atMost(root * rho.greatest[part + i]!, 0, sigma0 * noise);
            slacks.atLeast(root * rho.least[part + i]!, -8 * rootMn * sigma0 * noise);
          }
        }
      },
      silent: () =>
        until < end
          ? 'the penalty is switched off before T₁'
          : `no recorded epoch has come to T₁ = ${Math.ceil(end)}`,
    };
  };

/** max_r j⟨w_{j,r}, μ⟩, the class with more samples, while ℓ′ is within a tenth of −½. */
function watchGrowth(run: Run): FitWatch {
  const { K } = run.derive(scalesOf);
  const extremesOf = run.share(extremes);
  const positive = isPositiveLarger(run);
  return {
    at(state, fit) {
      if (!state.lossSlopes.every((slope) => Math.abs(slope + 0.5) < 0.05)) return;
      const z = extremesOf(state);
      fit.point(state.t, log(positive ? z.greatest[0]! : -z.least[K]!));
    },
    silent: () => 'loss slopes leave −½ too soon for a fit',
  };
}

const isPositiveLarger = ({ y, n }: Run): boolean => 2 * y.filter((label) => label > 0).length >= n;

/** log(1 + (ηc‖μ‖²n_j/n)(1 − λc‖μ‖²)). */
function growthRate(run: Run): number {
  const { y, n } = run;
  const { c, eta, squaredSignal, lambdaAt } = run.derive(scalesOf);
  const sign = isPositiveLarger(run) ? 1 : -1;
  const share = y.filter((label) => label === sign).length / n;
  return log1p(eta * c * squaredSignal * share * (1 - lambdaAt(0) * c * squaredSignal));
}

/** (4λζ/m²)ℓ″ log² n, the largest over the samples, while the penalty is on. */
function watchZeta(run: Run): FitWatch {
  const { c, logN, lambdaAt } = run.derive(scalesOf);
  const patchesOf = run.share(patches);
  return {
    at(state, fit) {
      const lambda = lambdaAt(state.t);
      if (lambda === 0) return;
      const { zeta } = patchesOf(state);
      let most = 0;
      for (let i = 0; i < zeta.length; i++) {
        const s = -state.lossSlopes[i]!;
        most = Math.max(most, 4 * lambda * c * c * zeta[i]! * s * (1 - s));
      }
      fit.point(state.t, most * logN * logN);
    },
  };
}

/** |ℓ′ + ½| log² n, the largest over the samples, up to T₁. */
function watchFlat(run: Run): FitWatch {
  const { logN } = run.derive(scalesOf);
  const end = timeOf(run).corrected;
  return {
    at({ t, lossSlopes }, fit) {
      if (t > end) return;
      const most = lossSlopes.reduce((worst, slope) => Math.max(worst, Math.abs(slope + 0.5)), 0);
      fit.point(t, most * logN * logN);
    },
  };
}

/** Some t ≤ T₁ + T₂ has L ≤ ε, T₂ = (2nm/(ηε₀‖μ‖²)) log(√(2 log(8m/δ)) log(n) d). */
function watchDone(run: Run): SlackWatch {
  const { m, n } = run;
  const { eta, c, squaredSignal, d, logN } = run.derive(scalesOf);
  const slope = 1 - exp(-EPSILON);
  // M’s η over m is ηc here.
  const second =
    ((2 * n) / (eta * c * slope * squaredSignal)) * log(Math.sqrt(2 * log((8 * m) / DELTA)) * logN * d);
  const end = timeOf(run).corrected + second;
  let done = false;
  return {
    at(state, slacks) {
      if (done) return;
      slacks.atMost(state.t, end);
      done = scalar(state, 'loss') <= EPSILON;
    },
  };
}

const PEGR = {
  paper: 'meng',
  place: 'App. D',
  assumes: SIGNAL_THEOREM,
  applies: perExample,
} as const;

const STAGE = {
  ...PEGR,
  kind: 'inequality',
  claimsId: 'P3.17',
  number: 'Proposition 5.6',
  delta: DELTA,
  reads: ['coefficients', 'signal', 'noise'],
} as const;

const MEASURED = { ...PEGR, kind: 'asymptotic', law: 'constant', thinned: true } as const;

/** Training with PEGR: Theorem 3.2. */
export const REGULARISED: readonly Claim[] = [
  {
    ...STAGE,
    id: 'meng-signal-stage',
    draws: [{ ...T1_MARK, label: 'T₁ = {}' }],
    statement:
      'Up to T₁ = (2m/(η‖μ‖²)) log(4/(σ₀‖μ‖ log(n)√(2 log(8m/δ)))) PEGR lets the signal grow to between 1/(√(2 log(8m/δ)) log n) in each class and 5/log n, and no noise at all.',
    tex: String.raw`\frac1{\sqrt{2\log(8m/\delta)}\log n}\le\max_r\gamma_{j,r}^{(T_1)},\quad0\le\gamma_{j,r}^{(t)}\le\frac5{\log n},\quad0\ge\rho_{j,r,i}^{(t)}\ge-8\sqrt{\log(8mn/\delta)}\,\sigma_0\sigma_p\sqrt d`,
    why: 'It is the whole of the effect: the signal is learnt while noise is held at zero. After T₁ the penalty can go, for the signal is ahead. The time is a logarithm of how small the start was.',
    printed: {
      tex: String.raw`T_1=\frac m{\eta\|\mu\|^2}\log\frac4{\sigma_0\|\mu\|\log(n)\sqrt{2\log(8m/\delta)}}`,
      correction: 'C4',
      how: 'A class has n/2 samples, so the signal grows by 1 + η‖μ‖²/(2m) an epoch and not by 1 + η‖μ‖²/m: twice the time. Measured: 0.000997 an epoch where ηm⁻¹‖μ‖²/2 is 0.001.',
    },
    measured:
      'γ and ρ in M’s units, at recorded epochs up to the first that has come to T₁; classes of one size are taken for granted',
    watch: watchStage('corrected'),
  },
  {
    ...STAGE,
    id: 'meng-signal-stage-printed',
    draws: [{ ...T1_MARK, label: 'T₁ as printed = {}' }],
    form: 'printed',
    statement:
      'As printed: already at T₁ = (m/(η‖μ‖²)) log(4/(σ₀‖μ‖ log(n)√(2 log(8m/δ)))) the signal has grown to 1/(√(2 log(8m/δ)) log n) in each class.',
    tex: String.raw`T_1=\frac m{\eta\|\mu\|^2}\log\frac4{\sigma_0\|\mu\|\log(n)\sqrt{2\log(8m/\delta)}}`,
    why: 'At this time the signal has come half of the way in logarithms, which is a small part of it. With twice the time the proposition holds. The theorem’s order of magnitude is the same.',
    measured: 'max γ of both classes at the first recorded epoch that has come to the printed T₁',
    watch: watchStage('printed'),
  },
  {
    ...MEASURED,
    id: 'meng-flat-slopes',
    claimsId: 'P3.17',
    number: 'Proposition 5.6(1)',
    fits: 'largest |ℓ′ + ½| log² n',
    printedRate: () => null,
    statement: 'Up to T₁ all loss slopes stay near −½: |ℓ′ + ½| = O(1/log² n).',
    tex: String.raw`|\ell_i'^{(t)}+\tfrac12|=O\Bigl(\frac1{\log^2n}\Bigr)`,
    why: 'While slopes are constant the dynamics are linear, and growth is exponential. All rates of this section are of that time. It ends when the network begins to know something.',
    measured: 'the largest over the samples, over the last decade of epochs up to T₁',
    reads: ['margins'],
    watch: watchFlat,
  },
  {
    ...MEASURED,
    id: 'meng-signal-growth',
    law: 'slope',
    claimsId: 'P3.18',
    number: 'proof of Proposition D.4',
    fits: 'growth of log max ⟨w, jμ⟩ an epoch',
    printedRate: growthRate,
    statement: 'At first the signal grows by the factor 1 + (η‖μ‖²/m)(n_j/n)(1 − λ‖μ‖²/m) in each epoch.',
    tex: String.raw`\max_r\bigl(\gamma_{j,r}^{(t)}+\langle\mathbf w_{j,r}^{(0)},j\mu\rangle\bigr)\propto\Bigl(1+\frac{\eta\|\mu\|^2}m\frac{n_j}n\Bigl(1-\frac{\lambda\|\mu\|^2}m\Bigr)\Bigr)^t`,
    why: 'The rate knows the data only by their length and the share of a class. The penalty hardly slows it: the signal is short. M’s own bound has one where n_j/n stands, see T₁.',
    measured:
      'slope over t in the last decade of epochs at which all |ℓ′ + ½| < 0.05, for the larger class, beside the logarithm of that factor',
    reads: ['signal'],
    watch: watchGrowth,
  },
  {
    ...MEASURED,
    id: 'meng-zeta',
    claimsId: 'P3.19',
    number: 'Lemmas D.2, D.3',
    fits: 'largest (4λζ/m²)ℓ″ log² n',
    printedRate: () => null,
    statement: 'While the penalty is on, its term in ζ is small: (4λζ/m²)ℓ″ = O(1/log² n).',
    tex: String.raw`\frac{4\lambda\zeta_i^{(t)}}{m^2}\ell_i''^{(t)}=O\Bigl(\frac1{\log^2n}\Bigr)`,
    why: 'It is the part of PEGR that would make learning faster, not slower. As long as it is small only the braking part counts. It is what the misprint is about, and why it does no harm.',
    measured: 'the largest over the samples, over the last decade of epochs with the penalty on',
    reads: ['penalty'],
    watch: watchZeta,
  },
  {
    ...PEGR,
    kind: 'inequality',
    id: 'meng-fit-time',
    thinned: true,
    claimsId: 'P3.20',
    number: 'Proposition 5.7',
    delta: DELTA,
    statement: `The loss comes to ε by T₁ + T₂, T₂ = (2nm/(ηε₀‖μ‖²)) log(√(2 log(8m/δ)) log(n) d), ε₀ = 1 − e^−ε; here ε = ${EPSILON}.`,
    tex: String.raw`\exists t\le T_1+T_2:\ L_S(\mathbf W^{(t)})\le\varepsilon,\qquad T_2=\frac{2nm}{\eta\varepsilon_0\|\mu\|^2}\log\bigl(\sqrt{2\log(8m/\delta)}\log(n)d\bigr)`,
    why: 'Once the penalty is off the signal alone fits all samples. The bound is in the millions of epochs where thousands are enough. What counts is that it is finite and knows nothing of the noise.',
    measured: 'recorded epochs up to the first with L ≤ ε against T₁ + T₂',
    reads: ['loss'],
    watch: watchDone,
  },
  {
    ...MEASURED,
    id: 'meng-signal-test-error',
    claimsId: 'P3.21',
    number: 'Theorem 3.2(2)',
    fits: 'test error',
    printedRate: () => 0,
    statement: 'After training with PEGR the test error is at most 1/poly(n).',
    tex: String.raw`\mathbb P\bigl(yf(\mathbf W^{(t)},\mathbf x)<0\bigr)\le\frac1{\operatorname{poly}(n)}`,
    why: 'A network that has learnt the signal is right on new data, whose noise it has never seen. The training loss alone does not tell: without the penalty it is as small. That is the point of the paper.',
    measured: 'the recorded test error over the last decade of epochs',
    reads: ['testError', 'loss'],
    watch: constantIn((state) => {
      const error = scalar(state, 'testError');
      return error < 0 ? NaN : error;
    }),
  },
];
