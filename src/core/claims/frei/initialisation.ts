import { log } from '../../special/log.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { drawn } from '../drawn.ts';
import { constantOf } from '../fitted.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { scalar, type State } from '../state.ts';
import { leakNetwork } from './network.ts';
import { scalesOf } from './scales.ts';
import { directionOf } from './signal.ts';

/** max_j |⟨w_j(0), μ̂⟩| from Z(0). */
function largestProjection({ m, n, y, z0 }: Run): number {
  let most = 0;
  for (let r = 0; r < 2 * m; r++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += y[i]! * z0[r * n + i]!;
    most = Math.max(most, Math.abs(sum));
  }
  return most;
}

function watchNorms(run: Run): SlackWatch {
  const { omega, neurons } = run.derive(scalesOf);
  const { norm } = run.derive(directionOf);
  const logarithm = log((4 * neurons) / DELTA);
  return {
    at(state, slacks) {
      if (state.t > 0) return;
      const most = scalar(state, 'maxNeuronNorm');
      slacks.atMost(most * most, 5 * omega * omega * run.start.facts.d * logarithm);
      slacks.atMost(largestProjection(run) / norm, 2 * omega * Math.sqrt(logarithm));
    },
  };
}

/** √m + √d, m the number of all neurons. */
const edge = ({ start: { facts } }: Run): number => Math.sqrt(facts.neurons) + Math.sqrt(facts.d);

const spectralNorm = (state: State): number =>
  scalar(state, 'frobenius') / Math.sqrt(scalar(state, 'stableRankAll'));

/** ‖x_i‖² against its mean over the samples, and p, over d: how far from orthogonal and of equal length. */
function deviation(run: Run): number {
  const { n, start } = run;
  const { p } = run.derive(scalesOf);
  const mean = start.squaredNorms.reduce((sum, norm) => sum + norm, 0) / n;
  const worst = start.squaredNorms.reduce((most, norm) => Math.max(most, Math.abs(norm / mean - 1)), 0);
  return Math.max(worst, p / mean) / Math.sqrt(log(n) / start.facts.d);
}

const AT_START = { paper: 'frei', kind: 'asymptotic', law: 'constant', printedRate: () => null } as const;

/** What holds of the data and of W(0) with high probability. */
export const INITIALISATION: readonly Claim[] = [
  {
    id: 'frei-initial-norms',
    claimsId: 'P2.18',
    paper: 'frei',
    number: 'Lemma E.1',
    place: 'App. E.1',
    kind: 'inequality',
    delta: DELTA,
    statement:
      'No initial neuron has a squared norm above 5ω²d log(4m/δ), nor a component along μ̂ = Σ y_i x_i above 2ω√log(4m/δ).',
    tex: String.raw`\|\mathbf w_j^{(0)}\|^2\le5\omega_{\text{init}}^2d\log(4m/\delta),\qquad\Bigl|\Bigl\langle\mathbf w_j^{(0)},\frac{\hat\mu}{\|\hat\mu\|}\Bigr\rangle\Bigr|\le2\omega_{\text{init}}\sqrt{\log(4m/\delta)}`,
    why: 'The first step has to outweigh what the weights were drawn as. In the direction in which all samples agree a random neuron has next to nothing. So even a short step decides where it points.',
    flow: 'It is about W(0), whatever moves it.',
    printed: {
      tex: String.raw`t=\omega_{\text{init}}\sqrt{\log(4m/\delta)}`,
      correction: 'C28',
      how: 'The tail of a Gaussian at t = 2ω√log(4m/δ) gives the probability; the proof chooses half of it, the lemma has the right one.',
    },
    measured: 'the largest ‖w(0)‖² and |⟨w(0), μ̂⟩|/‖μ̂‖, at epoch 0',
    reads: ['maxNeuronNorm'],
    assumes: [],
    applies: drawn(leakNetwork),
    watch: watchNorms,
  },
  {
    ...AT_START,
    id: 'frei-initial-spectral-norm',
    claimsId: 'P2.18',
    number: 'Lemma E.1',
    place: 'App. E.1',
    fits: 'C₀ in ‖W(0)‖₂ ≤ C₀ω(√m + √d)',
    statement: 'The spectral norm of the initial weights is at most a constant times ω(√m + √d).',
    tex: String.raw`\|\mathbf W^{(0)}\|_2\le C_0\,\omega_{\text{init}}(\sqrt m+\sqrt d)`,
    why: 'A random matrix has no direction of its own: its largest singular value is near √m + √d and all others are not far below. That is why its stable rank is so high. The constant is close to one.',
    flow: 'It is about W(0), whatever moves it.',
    measured: '‖W(0)‖₂/(ω(√m + √d)) at epoch 0, m the number of all neurons',
    reads: ['frobenius', 'stableRankAll'],
    assumes: [],
    applies: drawn(leakNetwork),
    watch: constantOf((run, first) => spectralNorm(first) / (run.derive(scalesOf).omega * edge(run))),
  },
  {
    ...AT_START,
    id: 'frei-initial-rank',
    claimsId: 'P2.33',
    number: 'remark after Theorem 4.2',
    place: '§4',
    fits: 'stable rank of W(0) over md/(√m + √d)²',
    statement: 'At the start the stable rank of W is of the order of md/(√m + √d)².',
    tex: String.raw`\mathrm{StableRank}(\mathbf W^{(0)})=\Theta\Bigl(\frac{md}{(\sqrt m+\sqrt d)^2}\Bigr)`,
    why: 'It is the height from which the rank falls. For more dimensions than neurons it is nearly the number of neurons. A bound that does not depend on m, d and n is therefore worth something.',
    flow: 'It is about W(0), whatever moves it.',
    measured: 'SR(W(0)) over md/(√m + √d)² at epoch 0, m the number of all neurons',
    reads: ['stableRankAll'],
    assumes: [],
    applies: drawn(leakNetwork),
    watch: constantOf((run, first) => {
      const { neurons, d } = run.start.facts;
      return (scalar(first, 'stableRankAll') * edge(run) * edge(run)) / (neurons * d);
    }),
  },
  {
    ...AT_START,
    id: 'frei-gaussian-data',
    claimsId: 'P2.11',
    number: 'Lemma 3.3',
    place: 'App. C',
    fits: 'deviation of lengths and inner products over √(log n/d)',
    statement:
      'Gaussian samples have nearly the same length and are nearly orthogonal: both up to a constant times √(log n/d).',
    tex: String.raw`\frac{\|x_i\|^2}{d}=1\pm O\Bigl(\sqrt{\tfrac{\log n}d}\Bigr),\qquad\frac{|\langle x_i,x_k\rangle|}{d}=O\Bigl(\sqrt{\tfrac{\log n}d}\Bigr)`,
    why: 'In many dimensions random vectors are nearly orthogonal. So what F asks of the data comes with d, at about the square of n. The constant is what decides how many dimensions are enough.',
    measured:
      'the larger of |‖x_i‖²/mean − 1| and p/mean over √(log n/d), the mean being that of ‖x_i‖², at epoch 0',
    reads: [],
    assumes: [],
    applies: (experiment) =>
      leakNetwork(experiment) ??
      (experiment.data.kind === 'gaussian-mixture' || experiment.data.kind === 'binary-clusters'
        ? null
        : 'the samples are not Gaussian around a mean'),
    watch: constantOf(deviation),
  },
];
