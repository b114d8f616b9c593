import { SCALARS } from '../../../../src/core/observe/quantities.ts';
import { from, ninefold, only, scale, setScalar, slowRank } from '../doctors.ts';
import type { Doctor } from '../replay.ts';
import type { Doctored, OnRun, Rate } from '../room.ts';
import type { RunName } from './runs.ts';

/** Sample 0 is hardly learnt. */
const shrinkColumn: Doctor = ({ c }, { facts: { n } }) => {
  for (let e = 0; e < c.length; e += n) c[e] = c[e]! / 50;
};

/** Every neuron learns one sample alone. */
const onlyOne: Doctor = ({ c }, { facts: { n } }) => {
  for (let e = 0; e < c.length; e++) if (e % n !== Math.floor(e / n) % n) c[e] = 0;
};

/** Patterns settle at epoch 20 only. */
const late: Doctor = (state, start) => {
  if (state.t < 20) setScalar('agreement', () => 0.9)(state, start);
};

/** Every claim that holds or fails, and a run that meets what it assumes. */
export const HOLDS: readonly OnRun<RunName>[] = [
  { id: 'kou-update', run: 'leaky' },
  { id: 'kou-coefficient-update', run: 'relu' },
  { id: 'kou-initial-norms', run: 'theoremRelu' },
  { id: 'kou-initial-activity', run: 'theoremRelu' },
  { id: 'kou-decomposition', run: 'leaky' },
  { id: 'kou-trace', run: 'relu' },
  { id: 'kou-rho-signs', run: 'relu' },
  { id: 'kou-rho-linear', run: 'leaky' },
  { id: 'kou-rho-steps', run: 'leaky' },
  { id: 'kou-rho-same-sample', run: 'leaky' },
  { id: 'kou-neuron-approximation', run: 'leaky' },
  { id: 'kou-output-approximation', run: 'leaky' },
  { id: 'kou-log-growth', run: 'theoremRelu' },
  { id: 'kou-logit', run: 'leaky' },
  { id: 'kou-balance-early', run: 'leaky' },
  { id: 'kou-coefficient-growth', run: 'theoremLeaky' },
  { id: 'kou-pattern', run: 'theoremLeaky' },
  { id: 'kou-parallel', run: 'leaky' },
  { id: 'kou-spread', run: 'theoremLeaky' },
  { id: 'kou-rank-bound', run: 'theoremLeaky' },
  { id: 'kou-margin-steps', run: 'theoremRelu' },
  { id: 'kou-margin-spread', run: 'theoremRelu' },
  { id: 'kou-activity-persists', run: 'theoremRelu' },
  { id: 'kou-margin-logarithm', run: 'theoremRelu' },
  { id: 'kou-loss-bounds', run: 'theoremLeaky' },
  { id: 'kou-relu-growth', run: 'theoremRelu' },
  { id: 'kou-relu-equal', run: 'theoremRelu' },
  { id: 'kou-relu-other-class', run: 'relu' },
  { id: 'kou-relu-sums', run: 'theoremRelu' },
  { id: 'kou-spectral', run: 'leaky' },
  { id: 'kou-orthogonal-pattern', run: 'theoremRelu' },
  { id: 'kou-orthogonal-growth', run: 'theoremRelu' },
];

/** Every asymptotic claim: what is fitted on a run that meets what it assumes, between these. */
export const MEASURED: readonly Rate<RunName>[] = [
  { id: 'kou-balance-sums', run: 'theoremLeaky', between: [1.5, 4], doctor: shrinkColumn },
  { id: 'kou-balance-entries', run: 'theoremLeaky', between: [5, 16], doctor: shrinkColumn },
  { id: 'kou-balance-relu', run: 'theoremRelu', between: [0.5, 1], doctor: shrinkColumn },
  { id: 'kou-pattern-time', run: 'theoremLeaky', between: [0.1, 1], doctor: late },
  { id: 'kou-neuron-norms', run: 'theoremLeaky', between: [1.2, 2.2], doctor: ninefold('minNeuronNorm') },
  { id: 'kou-frobenius', run: 'theoremLeaky', between: [30, 60], doctor: ninefold('frobenius') },
  { id: 'kou-rank-rate', run: 'theoremLeaky', between: [-2.6, -1.6], doctor: slowRank },
  {
    id: 'kou-margins-equal',
    run: 'theoremRelu',
    between: [-3, -0.5],
    doctor: setScalar('marginGap', () => 1),
  },
  { id: 'kou-kkt-rate', run: 'theoremLeaky', between: [0.6, 1], doctor: scale('c', 3) },
  { id: 'kou-kkt-direction', run: 'theoremLeaky', between: [0.99, 1.0001], doctor: scale('z', -1) },
  { id: 'kou-learnt-rank', run: 'theoremRelu', between: [1.2, 1.9], doctor: onlyOne },
  { id: 'kou-loss-rate', run: 'theoremLeaky', between: [-1.1, -0.85], doctor: scale('margins', 0.5) },
  { id: 'kou-relu-rank', run: 'theoremRelu', between: [1.2, 1.9], doctor: slowRank },
  { id: 'kou-relu-orthogonal-rank', run: 'theoremRelu', between: [1.3, 1.7], doctor: slowRank },
  { id: 'kou-orthogonal-rate', run: 'theoremRelu', between: [0.8, 1.2], doctor: scale('c', 3) },
  { id: 'lab-rank-rate', run: 'theoremLeaky', between: [-2.6, -1.6], doctor: slowRank },
  { id: 'lab-relu-orthogonal-rank', run: 'theoremRelu', between: [1.3, 1.7], doctor: slowRank },
  { id: 'lab-whole-rank', run: 'theoremLeaky', between: [1.05, 1.2], doctor: ninefold('stableRankAll') },
  {
    id: 'lab-relu-flips',
    run: 'flipping',
    between: [0.6, 1.4],
    doctor: ({ t, scalars }) => (scalars[SCALARS.indexOf('flips')] = t < 50 ? 9 : 0),
  },
];

/** Each claim on a run with something wrong in it. */
export const DOCTORED: readonly Doctored<RunName>[] = [
  {
    id: 'kou-update',
    run: 'leaky',
    wrong: 'steps are a thousandth too long',
    doctor: from(8, scale('c', 1.001)),
    at: 8,
  },
  {
    id: 'kou-coefficient-update',
    run: 'relu',
    wrong: 'a wrong step at epoch 11',
    doctor: from(11, ({ c }) => (c[5] = c[5]! + 1e-6)),
    at: 11,
  },
  {
    id: 'kou-initial-norms',
    run: 'theoremRelu',
    wrong: 'σ₀ is twice what it is said to be',
    doctor: setScalar('maxNeuronNorm', (norm) => 2 * norm),
    at: 0,
  },
  {
    id: 'kou-initial-activity',
    run: 'theoremRelu',
    wrong: 'all neurons fire for sample 3',
    doctor: ({ z }, { facts: { n } }) => {
      for (let e = 3; e < z.length; e += n) z[e] = Math.abs(z[e]!);
    },
    at: 0,
  },
  {
    id: 'kou-decomposition',
    run: 'leaky',
    wrong: 'Z is an epoch of another step length from 16 on',
    doctor: from(16, scale('z', 1 + 1e-7)),
    at: 16,
  },
  {
    id: 'kou-trace',
    run: 'relu',
    wrong: 'the norm is that of the epoch before',
    doctor: from(
      4,
      setScalar('frobenius', (norm) => norm * (1 - 1e-6)),
    ),
    at: 4,
  },
  {
    id: 'kou-rho-signs',
    run: 'relu',
    wrong: 'a coefficient with the wrong sign at epoch 9',
    doctor: only(9, ({ c }) => (c[0] = -c[0]! - 1e-9 * Math.sign(c[0]! || 1))),
    at: 9,
  },
  {
    id: 'kou-rho-linear',
    run: 'leaky',
    wrong: 'coefficients jump at epoch 4',
    doctor: from(4, scale('c', 5)),
    at: 4,
  },
  {
    id: 'kou-rho-steps',
    run: 'leaky',
    wrong: 'a neuron takes an epoch off',
    doctor: from(20, ({ c }) => (c[7] = c[7]! * 0.9)),
    at: 20,
  },
  {
    id: 'kou-rho-same-sample',
    run: 'leaky',
    wrong: 'one coefficient is a third',
    doctor: from(30, ({ c }) => (c[8] = c[8]! / 3)),
    at: 30,
  },
  {
    id: 'kou-neuron-approximation',
    run: 'leaky',
    wrong: 'a pre-activation is ten off at 32',
    doctor: only(32, ({ z }) => (z[0] = z[0]! + 10)),
    at: 32,
  },
  {
    id: 'kou-output-approximation',
    run: 'leaky',
    wrong: 'the positive neurons’ pre-activations are doubled from 16 on',
    doctor: from(16, ({ z }) => {
      for (let e = 0; e < z.length / 2; e++) z[e] = 3 * z[e]!;
    }),
    at: 16,
  },
  {
    id: 'kou-logit',
    run: 'leaky',
    wrong: 'loss slopes of the epoch before, five epochs on',
    doctor: from(6, scale('lossSlopes', 2)),
    at: 6,
  },
  {
    id: 'kou-log-growth',
    run: 'theoremRelu',
    wrong: 'a margin jumps by three at 10',
    doctor: from(10, ({ margins }) => (margins[3] = margins[3]! + 3)),
    at: 10,
  },
  {
    id: 'kou-balance-early',
    run: 'leaky',
    wrong: 'one coefficient is a thousandth',
    doctor: from(12, ({ c }) => (c[3] = c[3]! / 1_000)),
    at: 12,
  },
  {
    id: 'kou-coefficient-growth',
    run: 'theoremLeaky',
    wrong: 'coefficients grow linearly from 50 on',
    doctor: from(50, scale('c', 10)),
    at: 50,
  },
  {
    id: 'kou-pattern',
    run: 'theoremLeaky',
    wrong: 'a sign flips back at 30',
    doctor: only(
      30,
      setScalar('agreement', (share) => share - 1e-4),
    ),
    at: 30,
  },
  {
    id: 'kou-parallel',
    run: 'leaky',
    wrong: 'one neuron takes a step of its own at 40',
    doctor: from(40, ({ c }) => (c[4] = c[4]! * (1 + 1e-6))),
    at: 40,
  },
  {
    id: 'kou-spread',
    run: 'theoremLeaky',
    wrong: 'one neuron has moved away from the others at 60',
    doctor: from(60, ({ c }) => (c[4] = c[4]! * 1.01)),
    at: 60,
  },
  {
    id: 'kou-rank-bound',
    run: 'theoremLeaky',
    wrong: 'the stable rank is that of the first epoch at 152',
    doctor: only(
      152,
      setScalar('stableRankPositive', () => 40),
    ),
    at: 152,
  },
  {
    id: 'kou-margin-steps',
    run: 'theoremRelu',
    wrong: 'a margin falls at 17',
    doctor: only(17, ({ margins }) => (margins[2] = margins[2]! - 0.2)),
    at: 17,
  },
  {
    id: 'kou-margin-spread',
    run: 'theoremRelu',
    wrong: 'a margin is left behind at 90',
    doctor: only(90, ({ margins }) => (margins[1] = margins[1]! - 8)),
    at: 90,
  },
  {
    id: 'kou-activity-persists',
    run: 'theoremRelu',
    wrong: 'a sample’s own neurons are switched off at 33',
    doctor: only(33, ({ z }) => {
      for (let e = 0; e < z.length; e++) z[e] = -Math.abs(z[e]!);
    }),
    at: 33,
  },
  {
    id: 'kou-margin-logarithm',
    run: 'theoremRelu',
    wrong: 'a margin is four ahead at 120',
    doctor: only(120, ({ margins }) => (margins[0] = margins[0]! + 4)),
    at: 120,
  },
  {
    id: 'kou-loss-bounds',
    run: 'theoremLeaky',
    wrong: 'the loss is thirty times as large at 100',
    doctor: only(
      100,
      setScalar('loss', (loss) => 30 * loss),
    ),
    at: 100,
  },
  {
    id: 'kou-relu-growth',
    run: 'theoremRelu',
    wrong: 'coefficients are a tenth from 80 on',
    doctor: from(80, scale('c', 0.1)),
    at: 80,
  },
  {
    id: 'kou-relu-equal',
    run: 'theoremRelu',
    wrong: 'all neurons of a class but one have moved at 21',
    doctor: from(21, ({ c }) => {
      const k = c.findIndex((value) => value > 0);
      c[k] = c[k]! * 0.999;
    }),
    at: 21,
  },
  {
    id: 'kou-relu-other-class',
    run: 'relu',
    wrong: 'coefficients of the other class run away at 25',
    doctor: from(25, ({ c }) => {
      for (let e = 0; e < c.length; e++) if (c[e]! < 0) c[e] = -1;
    }),
    at: 25,
  },
  {
    id: 'kou-relu-sums',
    run: 'theoremRelu',
    wrong: 'the other class’s coefficients are minus four at 72',
    doctor: only(72, ({ c }, { facts: { n, labels, neurons } }) => {
      for (let e = 0; e < c.length; e++) {
        if (labels[e % n]! > 0 !== e < (neurons / 2) * n) c[e] = -4;
      }
    }),
    at: 72,
  },
  {
    id: 'kou-spectral',
    run: 'leaky',
    wrong: 'R_min is said to be twice what it is',
    doctor: () => undefined,
    begin: (start) => ({ ...start, facts: { ...start.facts, rMin: 2 * start.facts.rMin } }),
    at: 0,
  },
  {
    id: 'kou-orthogonal-pattern',
    run: 'theoremRelu',
    wrong: 'a neuron that was off learns at 44',
    doctor: only(44, ({ z, c }) => {
      const k = c.findIndex((value, e) => value === 0 && z[e]! < 0);
      c[k] = 1e-3;
    }),
    at: 44,
  },
  {
    id: 'kou-orthogonal-growth',
    run: 'theoremRelu',
    wrong: 'coefficients are half from 64 on',
    doctor: from(64, scale('c', 0.3)),
    at: 64,
  },
];

/** Printed forms, and a run on which they fail (CLAIMS §0). */
export const PRINTED: readonly OnRun<RunName>[] = [
  { id: 'kou-log-growth-printed', run: 'leaky' },
  { id: 'kou-coefficient-growth-printed', run: 'theoremLeaky' },
  { id: 'kou-parallel-printed', run: 'leaky' },
  { id: 'kou-orthogonal-growth-printed', run: 'theoremRelu' },
  { id: 'kou-output-approximation-printed', run: 'theoremRelu' },
];
