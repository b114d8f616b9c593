import { log } from '../../special/log.ts';
import { log1p } from '../../special/log1p.ts';
import type { Asymptotic, Claim, FitWatch } from '../claim.ts';
import type { Run } from '../run.ts';
import { mengNetwork } from './network.ts';
import { extremes } from './patches.ts';
import { scalesOf } from './scales.ts';

/** Rates are of the time in which all slopes are within so much of −½. */
const FLAT = 0.05;

/** The mean over the samples of log max_{j=y_i,r} ⟨w, ξ_i⟩, or over the classes of log max_r j⟨w, μ⟩. */
const watchLog =
  (logOf: (run: Run, z: { least: Float64Array; greatest: Float64Array }) => number) =>
  (run: Run): FitWatch => {
    const extremesOf = run.share(extremes);
    return {
      at(state, fit) {
        if (!state.lossSlopes.every((slope) => Math.abs(slope + 0.5) < FLAT)) return;
        fit.point(state.t, logOf(run, extremesOf(state)));
      },
      silent: () => 'loss slopes leave −½ too soon for a fit',
    };
  };

/** How much of its growth a penalty takes from what is c‖u‖² long: λc‖u‖² for PEGR, a share of it for FGR. */
function taken(run: Run, squaredNorm: number, share: number): number {
  const { c, lambdaAt } = run.derive(scalesOf);
  const { kind } = run.start.experiment.regularizer;
  return lambdaAt(0) * c * squaredNorm * (kind === 'fgr' ? share : 1);
}

function noiseRate(run: Run): number {
  const { n } = run;
  const { eta, c, squaredNoise } = run.derive(scalesOf);
  let sum = 0;
  for (const norm of squaredNoise) sum += log1p(((eta * c * norm) / n) * (1 - taken(run, norm, 1 / n)));
  return sum / n;
}

function signalRate(run: Run): number {
  const { n, y } = run;
  const { eta, c, squaredSignal } = run.derive(scalesOf);
  return [1, -1].reduce((sum, j) => {
    const share = y.filter((label) => label === j).length / n;
    return sum + log1p(eta * c * squaredSignal * share * (1 - taken(run, squaredSignal, share))) / 2;
  }, 0);
}

const RATE = {
  paper: 'meng',
  kind: 'asymptotic',
  law: 'slope',
  thinned: true,
  claimsId: 'P3.31',
  place: '§5.1, §5.4',
  assumes: [],
  applies: mengNetwork,
} as const satisfies Partial<Asymptotic>;

/** Remark 3.4: how fast signal and noise grow at the start, and what a penalty takes of it. */
export const INITIAL_RATES: readonly Claim[] = [
  {
    ...RATE,
    id: 'meng-signal-rate',
    number: 'Remark 3.4, §5.1',
    fits: 'growth of the logarithm of the signal an epoch',
    printedRate: signalRate,
    statement:
      'At the start the signal grows at the rate Θ(η‖μ‖²); PEGR takes λΘ(η‖μ‖⁴) of it, and FGR as much.',
    tex: String.raw`\Theta(\eta\|\mu\|^2)-\lambda\,\Theta(\eta\|\mu\|^4)`,
    why: 'All samples of a class pull along the same signal, so no 1/n is in its rate. The signal is short, so a penalty hardly slows it. Constants are written out here, with n_j/n for the share of a class.',
    measured:
      'slope over t of the mean over both classes of log max j⟨w, μ⟩ while all |ℓ′ + ½| < 0.05, beside log(1 + ηc‖μ‖²(n_j/n)(1 − λc‖μ‖²)), with n_j/n times λ for FGR',
    reads: ['signal'],
    watch: watchLog((run, { greatest, least }) => {
      const { K } = run.derive(scalesOf);
      return (log(greatest[0]!) + log(-least[K]!)) / 2;
    }),
  },
  {
    ...RATE,
    id: 'meng-noise-rate',
    number: 'Remark 3.4, §5.1, §5.4',
    fits: 'growth of the logarithm of memorised noise an epoch',
    printedRate: noiseRate,
    statement:
      'At the start noise grows at the rate Θ(η‖ξ‖²/n); PEGR takes λΘ(η‖ξ‖⁴/n) of it, FGR only λΘ(η‖ξ‖⁴/n²).',
    tex: String.raw`\Theta(\eta\|\xi_i\|^2/n)-\lambda\,\Theta(\eta\|\xi_i\|^4/n)\ \text{(PEGR)},\qquad-\lambda\,\Theta(\eta\|\xi_i\|^4/n^2)\ \text{(FGR)}`,
    why: 'Here are the two penalties beside each other, and a factor n between them. PEGR turns growth into decay where λc‖ξ‖² is above 1. FGR would need n times that, and then it would take the signal as well.',
    printed: {
      tex: String.raw`\text{PEGR: }\lambda\cdot\Theta(\eta\|\xi_i\|^4/n^2)\quad(\text{§5.4})`,
      correction: 'C7',
      how: '§5.1 has /n, and the update has it; with /n² there would be no difference to FGR.',
    },
    measured:
      'slope over t of the mean over the samples of log max ⟨w, ξ_i⟩ of their class while all |ℓ′ + ½| < 0.05, beside log(1 + (ηc‖ξ‖²/n)(1 − λc‖ξ‖²)), with 1/n times λ for FGR; other samples’ noise is left out of account',
    reads: ['noise'],
    watch: watchLog((run, { greatest }) => {
      const { n } = run;
      const { K, own } = run.derive(scalesOf);
      let sum = 0;
      for (let i = 0; i < n; i++) sum += log(greatest[own[i]! * K + 1 + i]!) / n;
      return sum;
    }),
  },
];
