import { log } from '../../special/log.ts';
import type { Claim, SlackWatch } from '../claim.ts';
import { drawn } from '../drawn.ts';
import { gramOf } from '../gram.ts';
import { DELTA } from '../probability.ts';
import type { Run } from '../run.ts';
import { gauge, type Assumption } from '../gauge.ts';
import { mengNetwork } from './network.ts';
import { extremes, magnitude } from './patches.ts';
import { scalesOf } from './scales.ts';

/** Lemma B.1: n ≥ 8 log(4/δ). */
const enoughSamples: Assumption = (_, { n }) => {
  const needs = 8 * log(4 / DELTA);
  return gauge({
    id: 'meng-samples',
    name: 'n ≥ 8 log(4/δ)',
    tex: String.raw`n \ge 8\log(4/\delta)`,
    value: n,
    relation: '≥',
    needs,
    suggestion: { setting: 'n', value: Math.ceil(needs) },
  });
};

/** −log Φ(½), Φ(½) = 0.6915: how likely a neuron has less than half of a standard deviation. */
const TAIL = 0.3689;

/**
 * Lemma B.3 asks for m ≫ log(1/δ). Explicitly: of m neurons all are below ½σ₀‖μ‖ with probability Φ(½)^m, and below
 * ¼σ₀σₚ√d, as ‖ξ‖ ≥ σₚ√(d/2), with less; over both classes and n samples that is δ/2 for m ≥ log(2(n + 2)/δ)/(−log Φ(½)).
 */
const enoughNeurons: Assumption = (_, { n, neurons }) => {
  const needs = log((2 * (n + 2)) / DELTA) / TAIL;
  return gauge({
    id: 'meng-width',
    name: 'm large enough for log(2(n + 2)/δ)',
    tex: String.raw`m \ge \frac{\log(2(n+2)/\delta)}{-\log\Phi(1/2)}`,
    value: neurons / 2,
    relation: '≥',
    needs,
    suggestion: { setting: 'm', value: Math.ceil(needs) },
  });
};

function watchLabels({ n, y }: Run): SlackWatch {
  return {
    at({ t }, slacks) {
      if (t > 0) return;
      const positive = y.filter((label) => label > 0).length;
      slacks.atMost(Math.abs(positive - n / 2), Math.sqrt((n * log(4 / DELTA)) / 2));
    },
  };
}

function watchNoise(run: Run): SlackWatch {
  const { K, noise, squaredNoise, rootN, d } = run.derive(scalesOf);
  const gram = run.derive(gramOf);
  const square = noise * noise;
  return {
    at({ t }, slacks) {
      if (t > 0) return;
      for (const norm of squaredNoise) {
        slacks.atLeast(norm, square / 2);
        slacks.atMost(norm, (3 * square) / 2);
      }
      for (let i = 1; i < K; i++) {
        for (let k = 1; k < i; k++) {
          slacks.atMost(Math.abs(gram[i * K + k]!), (2 * square * rootN) / Math.sqrt(d));
        }
      }
    },
  };
}

function watchProducts(run: Run): SlackWatch {
  const { m } = run;
  const { K, root, sigma0, squaredSignal, noise, own, rootMn } = run.derive(scalesOf);
  const extremesOf = run.share(extremes);
  const signal = sigma0 * Math.sqrt(squaredSignal);
  const widest = Math.sqrt(2 * log((8 * m) / DELTA)) * signal;
  return {
    at(state, slacks) {
      if (state.t > 0) return;
      const z = extremesOf(state);
      for (const part of [0, 1]) {
        slacks.atMost(root * magnitude(z, part * K), widest);
        const best = part === 0 ? z.greatest[0]! : -z.least[K]!;
        slacks.atLeast(root * best, signal / 2);
        for (let k = 1; k < K; k++) {
          slacks.atMost(root * magnitude(z, part * K + k), 2 * rootMn * sigma0 * noise);
        }
      }
      own.forEach((part, i) => {
        slacks.atLeast(root * z.greatest[part * K + 1 + i]!, (sigma0 * noise) / 4);
      });
    },
  };
}

const AT_START = { paper: 'meng', kind: 'inequality', place: 'App. B', delta: DELTA } as const;

/** What holds of data and W(0) with probability 1 − δ. */
export const START: readonly Claim[] = [
  {
    ...AT_START,
    id: 'meng-labels',
    claimsId: 'P3.9',
    number: 'Lemma B.1',
    statement: 'Each class has n/2 samples up to √(n log(4/δ)/2).',
    tex: String.raw`\bigl|\#\{i:y_i=j\}-n/2\bigr|\le\sqrt{\tfrac n2\log(4/\delta)}`,
    why: 'The signal of a class grows at a rate in proportion to its samples. With 12 against 8 one class is far ahead when the other begins. T₁ is of classes of one size.',
    measured: 'the number of samples of the first class, at epoch 0',
    reads: [],
    assumes: [enoughSamples],
    applies: mengNetwork,
    watch: watchLabels,
  },
  {
    ...AT_START,
    id: 'meng-noise-norms',
    claimsId: 'P3.10',
    number: 'Lemma B.2',
    statement:
      'Noise patches have squared lengths between σₚ²d/2 and 3σₚ²d/2 and inner products of at most 2σₚ²√(d log(4n²/δ)).',
    tex: String.raw`\tfrac12\sigma_p^2d\le\|\xi_i\|^2\le\tfrac32\sigma_p^2d,\qquad|\langle\xi_i,\xi_k\rangle|\le2\sigma_p^2\sqrt{d\log(4n^2/\delta)}`,
    why: 'In many dimensions noise is long and nearly orthogonal. So each sample’s noise can be memorised without disturbing the others. That is what makes it tempting.',
    measured: 'all lengths and inner products, at epoch 0',
    reads: [],
    assumes: [],
    applies: (experiment) =>
      mengNetwork(experiment) ??
      (experiment.data.kind === 'signal-noise' ? null : 'the noise is given, not drawn'),
    watch: watchNoise,
  },
  {
    ...AT_START,
    id: 'meng-initial-products',
    claimsId: 'P3.11',
    number: 'Lemma B.3',
    statement:
      'At the start all inner products with μ are at most √(2 log(8m/δ))σ₀‖μ‖ and with ξ at most 2√log(8mn/δ) σ₀σₚ√d; in each class the best is at least half, or a quarter, of the standard deviation.',
    tex: String.raw`\begin{aligned}|\langle\mathbf w_{j,r}^{(0)},\mu\rangle|&\le\sqrt{2\log(8m/\delta)}\,\sigma_0\|\mu\|,&\max_rj\langle\mathbf w_{j,r}^{(0)},\mu\rangle&\ge\sigma_0\|\mu\|/2\\|\langle\mathbf w_{j,r}^{(0)},\xi_i\rangle|&\le2\sqrt{\log(8mn/\delta)}\,\sigma_0\sigma_p\sqrt d,&\max_r\langle\mathbf w_{j,r}^{(0)},\xi_i\rangle&\ge\sigma_0\sigma_p\sqrt d/4\end{aligned}`,
    why: 'ReLU² neurons grow at a rate in proportion to what they have. So the best one at the start decides the race, and it has to exist. How long the race takes is a logarithm of these bounds.',
    measured: 'all inner products at epoch 0, in M’s units; the last for neurons of the sample’s own class',
    reads: ['signal', 'noise'],
    assumes: [enoughNeurons],
    applies: drawn(mengNetwork),
    watch: watchProducts,
  },
];
