import { SCALARS, type ScalarName } from '../../../../src/core/observe/quantities.ts';
import type { Doctor } from '../replay.ts';
import type { RunName } from './runs.ts';

/** Every claim, and a run that meets what it assumes or on which it is known to hold. */
export const HOLDS: readonly { readonly id: string; readonly run: RunName }[] = [
  { id: 'kou-update', run: 'leaky' },
  { id: 'kou-coefficient-update', run: 'relu' },
  { id: 'kou-initial-norms', run: 'wide' },
  { id: 'kou-initial-activity', run: 'wide' },
  { id: 'kou-decomposition', run: 'leaky' },
  { id: 'kou-trace', run: 'relu' },
  { id: 'kou-rho-signs', run: 'relu' },
  { id: 'kou-rho-linear', run: 'leaky' },
  { id: 'kou-rho-steps', run: 'leaky' },
  { id: 'kou-rho-same-sample', run: 'leaky' },
  { id: 'kou-neuron-approximation', run: 'leaky' },
  { id: 'kou-output-approximation', run: 'leaky' },
  { id: 'kou-logit', run: 'leaky' },
];

interface Case {
  readonly id: string;
  readonly run: RunName;
  /** What is wrong with the run. */
  readonly wrong: string;
  readonly doctor: Doctor;
  /** The epoch at which it has to be seen. */
  readonly at: number;
}

const from =
  (epoch: number, doctor: Doctor): Doctor =>
  (state, start) => {
    if (state.t >= epoch) doctor(state, start);
  };

const only =
  (epoch: number, doctor: Doctor): Doctor =>
  (state, start) => {
    if (state.t === epoch) doctor(state, start);
  };

const scale =
  (name: 'c' | 'z' | 'margins' | 'lossSlopes', factor: number): Doctor =>
  (state) => {
    for (let k = 0; k < state[name].length; k++) state[name][k] = state[name][k]! * factor;
  };

export const setScalar =
  (name: ScalarName, change: (value: number) => number): Doctor =>
  ({ scalars }) => {
    const k = SCALARS.indexOf(name);
    scalars[k] = change(scalars[k]!);
  };

/** Each claim on a run with something wrong in it. */
export const DOCTORED: readonly Case[] = [
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
    run: 'wide',
    wrong: 'σ₀ is twice what it is said to be',
    doctor: setScalar('maxNeuronNorm', (norm) => 2 * norm),
    at: 0,
  },
  {
    id: 'kou-initial-activity',
    run: 'wide',
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
];

/** Printed forms, and a run on which they fail (CLAIMS §0). */
export const PRINTED: readonly { readonly id: string; readonly run: RunName }[] = [
  { id: 'kou-output-approximation-printed', run: 'orthogonalRelu' },
];
