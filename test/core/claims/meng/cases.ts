import type { Start } from '../../../../src/core/claims/state.ts';
import type { Experiment } from '../../../../src/core/experiment.ts';
import { from, only, scale, setScalar } from '../doctors.ts';
import type { Doctor } from '../replay.ts';
import type { Doctored, OnRun, Rate } from '../room.ts';
import type { RunName } from './runs.ts';

const nothing: Doctor = () => undefined;

const withExperiment =
  (change: (experiment: Experiment) => Partial<Experiment>) =>
  (start: Start): Start => ({ ...start, experiment: { ...start.experiment, ...change(start.experiment) } });

const withNoise = (times: number) =>
  withExperiment(({ data }) => ({
    data: data.kind === 'signal-noise' ? { ...data, noiseSd: times * data.noiseSd } : data,
  }));

/** Everything grows by 5 % an epoch on top. */
const grow: Doctor = (state, start) => scale('z', 1.05 ** state.t)(state, start);

/** Every claim that holds or fails, and a run that meets what it assumes. */
export const HOLDS: readonly OnRun<RunName>[] = [
  { id: 'meng-update', run: 'figure' },
  { id: 'meng-coefficients', run: 'figure' },
  { id: 'meng-fgr-update', run: 'fgr' },
  { id: 'meng-fgr-orthogonal', run: 'orthogonal' },
  { id: 'meng-orthogonal', run: 'theorem' },
  { id: 'meng-gradient-norm', run: 'figure' },
  { id: 'meng-homogeneous', run: 'figure' },
  { id: 'meng-projections', run: 'standard' },
  { id: 'meng-loss-slope', run: 'standard' },
  { id: 'meng-labels', run: 'many' },
  { id: 'meng-noise-norms', run: 'theorem' },
  { id: 'meng-initial-products', run: 'theorem' },
  { id: 'meng-monotone', run: 'standard' },
  { id: 'meng-suppression', run: 'figure' },
  { id: 'meng-crosstalk', run: 'figure' },
  { id: 'meng-other-signal', run: 'standard' },
  { id: 'meng-bounds', run: 'standard' },
  { id: 'meng-gradient-loss', run: 'standard' },
  { id: 'meng-signal-stage', run: 'theorem' },
  { id: 'meng-fit-time', run: 'theorem' },
  { id: 'meng-noise-stage', run: 'standard' },
  { id: 'meng-early-signal', run: 'standard' },
  { id: 'meng-alignment', run: 'standard' },
  { id: 'meng-distance-falls', run: 'standard' },
  { id: 'meng-mean-loss', run: 'standard' },
  { id: 'meng-norms', run: 'standard' },
];

/** Every asymptotic claim: what is fitted. */
export const MEASURED: readonly Rate<RunName>[] = [
  {
    id: 'meng-suppression-share',
    run: 'theorem',
    between: [0.99, 1.01],
    doctor: ({ margins }) => void margins.fill(5),
  },
  { id: 'meng-signal-rate', run: 'standard', between: [0.0015, 0.002], doctor: grow },
  { id: 'meng-noise-rate', run: 'standard', between: [0.058, 0.066], doctor: grow },
  { id: 'meng-flat-slopes', run: 'theorem', between: [0, 1], doctor: scale('lossSlopes', 3) },
  { id: 'meng-signal-growth', run: 'theorem', between: [0.02, 0.03], doctor: grow },
  { id: 'meng-zeta', run: 'theorem', between: [0, 0.1], doctor: scale('z', 50) },
  {
    id: 'meng-signal-test-error',
    run: 'theorem',
    between: [-0.01, 0.01],
    doctor: setScalar('testError', () => 0.5),
  },
  {
    id: 'meng-noise-time',
    run: 'standard',
    between: [1, 3],
    doctor: (state, start) => {
      if (state.t < 160) scale('c', 0.01)(state, start);
    },
  },
  { id: 'meng-signal-stays', run: 'standard', between: [0.2, 1.5], doctor: scale('c', 20) },
  {
    id: 'meng-noise-test-error',
    run: 'standard',
    between: [0.2, 0.8],
    doctor: setScalar('testError', () => 0),
  },
  { id: 'meng-distance', run: 'standard', between: [0.9, 1.1], begin: withNoise(3), doctor: nothing },
];

/** Each claim on a run with something wrong in it. */
export const DOCTORED: readonly Doctored<RunName>[] = [
  {
    id: 'meng-update',
    run: 'figure',
    wrong: 'steps are a thousandth too long',
    doctor: from(8, scale('c', 1.001)),
    at: 8,
  },
  {
    id: 'meng-coefficients',
    run: 'figure',
    wrong: 'a wrong step at epoch 11',
    doctor: from(11, ({ c }) => (c[5] = c[5]! + 1e-6)),
    at: 11,
  },
  {
    id: 'meng-fgr-update',
    run: 'fgr',
    wrong: 'a wrong λ: the penalty counts twice',
    begin: withExperiment(() => ({ regularizer: { kind: 'fgr', lambda: 1 } })),
    doctor: nothing,
    at: 1,
  },
  {
    id: 'meng-fgr-orthogonal',
    run: 'orthogonal',
    wrong: 'a neuron takes a step of its own at 8',
    doctor: from(8, ({ c }) => (c[3] = c[3]! + 1e-3)),
    at: 8,
  },
  {
    id: 'meng-orthogonal',
    run: 'theorem',
    wrong: 'a noise patch has a part along the signal',
    begin: (start) => {
      const features = start.features.slice();
      features[start.dim] = 1e-3;
      return { ...start, features };
    },
    doctor: nothing,
    at: 0,
  },
  {
    id: 'meng-gradient-norm',
    run: 'figure',
    wrong: 'the penalty is a thousandth off from 5 on',
    doctor: from(
      5,
      setScalar('penalty', (value) => 1.001 * value),
    ),
    at: 5,
  },
  {
    id: 'meng-homogeneous',
    run: 'figure',
    wrong: 'a margin is not that of the weights at 6',
    doctor: only(6, ({ margins }) => (margins[2] = margins[2]! + 0.01)),
    at: 6,
  },
  {
    id: 'meng-projections',
    run: 'standard',
    wrong: 'Z is not that of the weights from 16 on',
    doctor: from(16, scale('z', 1 + 1e-6)),
    at: 16,
  },
  {
    id: 'meng-loss-slope',
    run: 'standard',
    wrong: 'loss slopes are a hundredth off at 9',
    doctor: only(9, scale('lossSlopes', 1.01)),
    at: 9,
  },
  {
    id: 'meng-labels',
    run: 'many',
    wrong: 'all samples are of one class',
    begin: (start) => ({ ...start, facts: { ...start.facts, labels: start.facts.labels.map(() => 1) } }),
    doctor: nothing,
    at: 0,
  },
  {
    id: 'meng-noise-norms',
    run: 'theorem',
    wrong: 'σ_p is said to be twice what it is',
    begin: withNoise(2),
    doctor: nothing,
    at: 0,
  },
  {
    id: 'meng-initial-products',
    run: 'theorem',
    wrong: 'σ₀ is said to be a third of what it is',
    begin: withExperiment(({ sigma0 }) => ({ sigma0: sigma0 / 3 })),
    doctor: nothing,
    at: 0,
  },
  {
    id: 'meng-monotone',
    run: 'standard',
    wrong: 'something is unlearnt at 12',
    doctor: only(12, scale('c', 0.5)),
    at: 12,
  },
  {
    id: 'meng-suppression',
    run: 'figure',
    wrong: 'noise grows at 14 although it is being taken back',
    doctor: from(14, ({ c }) => {
      for (let e = 0; e < c.length; e++) c[e] = c[e]! + 0.01;
    }),
    at: 14,
  },
  {
    id: 'meng-crosstalk',
    run: 'figure',
    wrong: 'a neuron has more of a noise patch than it has learnt at 10',
    doctor: only(10, ({ z }) => (z[1] = z[1]! + 1)),
    at: 10,
  },
  {
    id: 'meng-other-signal',
    run: 'standard',
    wrong: 'a neuron learns the other class’s signal at 16',
    doctor: only(16, ({ z }) => (z[0] = z[0]! - 1)),
    at: 16,
  },
  {
    id: 'meng-bounds',
    run: 'standard',
    wrong: 'coefficients explode at 40',
    doctor: only(40, scale('c', 1e4)),
    at: 40,
  },
  {
    id: 'meng-gradient-loss',
    run: 'standard',
    wrong: 'the gradient is ten thousand times as long at 30',
    doctor: only(
      30,
      setScalar('gradientNorm', (norm) => 1e4 * norm),
    ),
    at: 30,
  },
  {
    id: 'meng-signal-stage',
    run: 'theorem',
    wrong: 'noise is memorised at 33',
    doctor: only(33, ({ c }) => (c[4] = 1)),
    at: 33,
  },
  {
    id: 'meng-fit-time',
    run: 'theorem',
    wrong: 'η is said to be a hundred million times what it is',
    begin: withExperiment(() => ({ method: { kind: 'gradient-descent', eta: 1e8 } })),
    doctor: nothing,
    at: 1,
  },
  {
    id: 'meng-noise-stage',
    run: 'standard',
    wrong: 'a hundredth of the noise is memorised',
    doctor: scale('c', 0.01),
    at: 35,
  },
  {
    id: 'meng-early-signal',
    run: 'standard',
    wrong: 'the signal is five times as large at 20',
    doctor: only(20, scale('z', 5)),
    at: 20,
  },
  {
    id: 'meng-alignment',
    run: 'standard',
    wrong: 'no neuron fires at 112',
    doctor: only(112, scale('z', 0)),
    at: 112,
  },
  {
    id: 'meng-distance-falls',
    run: 'standard',
    wrong: 'half is forgotten at 120',
    doctor: from(120, scale('c', 0.5)),
    at: 120,
  },
  {
    id: 'meng-mean-loss',
    run: 'standard',
    wrong: 'the loss is a billion at 200',
    doctor: only(
      200,
      setScalar('loss', () => 1e9),
    ),
    at: 200,
  },
  {
    id: 'meng-norms',
    run: 'standard',
    wrong: 'nothing was learnt, and σ_p is said to be half of what it is',
    begin: withNoise(0.5),
    doctor: from(130, scale('c', 0)),
    at: 144,
  },
];

/** Printed forms, and a run on which they fail (CLAIMS C1, C2, C4). */
export const PRINTED: readonly OnRun<RunName>[] = [
  { id: 'meng-update-printed', run: 'figure' },
  { id: 'meng-coefficients-printed', run: 'figure' },
  { id: 'meng-fgr-orthogonal-printed', run: 'orthogonal' },
  { id: 'meng-signal-stage-printed', run: 'theorem' },
];
