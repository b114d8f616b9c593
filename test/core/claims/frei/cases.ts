import type { Start } from '../../../../src/core/claims/state.ts';
import { from, ninefold, only, scale, setScalar, slowRank } from '../doctors.ts';
import type { Doctor } from '../replay.ts';
import type { Doctored, OnRun, Rate } from '../room.ts';
import type { RunName } from './runs.ts';

const nothing: Doctor = () => undefined;

const margin =
  (i: number, by: number): Doctor =>
  ({ margins }) =>
    (margins[i] = margins[i]! + by);

const withFacts =
  (change: (facts: Start['facts']) => Partial<Start['facts']>) =>
  (start: Start): Start => ({ ...start, facts: { ...start.facts, ...change(start.facts) } });

/** The second sample, of the other class, is all but the first. */
function coincide(start: Start): Start {
  const { dim } = start;
  const features = start.features.slice();
  for (let e = 0; e < dim; e++) features[dim + e] = features[e]! * (1 + 1e-3 * e);
  return { ...start, features };
}

/** Every claim that holds or fails, and a run that meets what it assumes. */
export const HOLDS: readonly OnRun<RunName>[] = [
  { id: 'frei-limit-multipliers', run: 'leaky' },
  { id: 'frei-limit-signs', run: 'leaky' },
  { id: 'frei-limit-boundary', run: 'leaky' },
  { id: 'frei-limit-predictor', run: 'leaky' },
  { id: 'frei-limit-optimum', run: 'leaky' },
  { id: 'frei-limit-convex', run: 'leaky' },
  { id: 'frei-direction', run: 'leaky' },
  { id: 'frei-proxy-pl-flow', run: 'leaky' },
  { id: 'frei-proxy-pl', run: 'theorem' },
  { id: 'frei-fit-time', run: 'leaky' },
  { id: 'frei-initial-norms', run: 'theorem' },
  { id: 'frei-sigmoid-loss', run: 'trained' },
  { id: 'frei-output-smooth', run: 'trained' },
  { id: 'frei-gradient-bound', run: 'trained' },
  { id: 'frei-gradient-lipschitz', run: 'trained' },
  { id: 'frei-descent', run: 'longStep' },
  { id: 'frei-gradients', run: 'clusters' },
  { id: 'frei-loss-ratio', run: 'theorem' },
  { id: 'frei-ratio-recursion', run: 'theorem' },
  { id: 'frei-ratio-persists', run: 'theorem' },
  { id: 'frei-first-step', run: 'theorem' },
  { id: 'frei-margin-growth', run: 'theorem' },
  { id: 'frei-norms', run: 'theorem' },
  { id: 'frei-spectral-norm', run: 'theorem' },
  { id: 'frei-neuron-norms', run: 'theorem' },
  { id: 'frei-rank', run: 'theorem' },
  { id: 'frei-loss-bound', run: 'theorem' },
  { id: 'frei-telescope', run: 'theorem' },
];

/** Every asymptotic claim: what is fitted. */
export const MEASURED: readonly Rate<RunName>[] = [
  { id: 'frei-limit-direction', run: 'leaky', between: [0.999, 1.0001], doctor: scale('z', -1) },
  { id: 'frei-kkt-residual', run: 'leaky', between: [0, 0.02], doctor: scale('margins', 0.5) },
  { id: 'frei-direction-converges', run: 'leaky', between: [-2, -0.5], doctor: scale('margins', 0.5) },
  { id: 'frei-boundary-agreement', run: 'leaky', between: [0.8, 1.01], doctor: scale('z', -1) },
  { id: 'frei-initial-spectral-norm', run: 'theorem', between: [0.8, 1.1], doctor: ninefold('frobenius') },
  { id: 'frei-initial-rank', run: 'theorem', between: [0.9, 1.5], doctor: ninefold('stableRankAll') },
  {
    id: 'frei-gaussian-data',
    run: 'clusters',
    between: [1, 4],
    begin: withFacts(({ p }) => ({ p: 3 * p! })),
    doctor: nothing,
  },
  { id: 'frei-loss-rate', run: 'trained', between: [-1.1, -0.9], doctor: scale('margins', 0.5) },
  { id: 'frei-classes-rank', run: 'leaky', between: [1, 1.001], doctor: slowRank },
];

/** Each claim on a run with something wrong in it. */
export const DOCTORED: readonly Doctored<RunName>[] = [
  {
    id: 'frei-limit-multipliers',
    run: 'leaky',
    wrong: 'R_min is said to be three times what it is',
    begin: withFacts(({ rMin }) => ({ rMin: 3 * rMin })),
    doctor: nothing,
    at: 0,
  },
  {
    id: 'frei-limit-signs',
    run: 'leaky',
    wrong: 'two samples of different classes all but coincide',
    begin: coincide,
    doctor: nothing,
    at: 0,
  },
  {
    id: 'frei-limit-boundary',
    run: 'leaky',
    wrong: 'the leak is said to be steeper than the other side',
    begin: (start) => ({
      ...start,
      experiment: { ...start.experiment, activation: { kind: 'leaky-relu', gamma: 2 } },
    }),
    doctor: nothing,
    at: 0,
  },
  {
    id: 'frei-limit-predictor',
    run: 'leaky',
    wrong: 'two samples of different classes all but coincide',
    begin: coincide,
    doctor: nothing,
    at: 0,
  },
  {
    id: 'frei-limit-optimum',
    run: 'leaky',
    wrong: 'margins are a tenth larger than the weights can make them, from 200 on',
    doctor: from(200, scale('margins', 1.1)),
    at: 200,
  },
  {
    id: 'frei-limit-convex',
    run: 'leaky',
    wrong: 'margins are a twentieth larger than the weights can make them, from 200 on',
    doctor: from(200, scale('margins', 1.05)),
    at: 200,
  },
  {
    id: 'frei-direction',
    run: 'leaky',
    wrong: 'R_max is said to be half of what it is',
    begin: withFacts(({ rMax }) => ({ rMax: rMax / 2 })),
    doctor: nothing,
    at: 0,
  },
  {
    id: 'frei-proxy-pl-flow',
    run: 'leaky',
    wrong: 'the gradient is a tenth at 12',
    doctor: only(
      12,
      setScalar('gradientNorm', (norm) => norm / 10),
    ),
    at: 12,
  },
  {
    id: 'frei-proxy-pl',
    run: 'theorem',
    wrong: 'the gradient is a tenth from 12 on',
    doctor: from(
      12,
      setScalar('gradientNorm', (norm) => norm / 10),
    ),
    at: 12,
  },
  {
    id: 'frei-fit-time',
    run: 'leaky',
    wrong: 'the loss is back at 1 at 64',
    doctor: only(
      64,
      setScalar('loss', () => 1),
    ),
    at: 64,
  },
  {
    id: 'frei-initial-norms',
    run: 'theorem',
    wrong: 'ω is nine times what it is said to be',
    doctor: ninefold('maxNeuronNorm'),
    at: 0,
  },
  {
    id: 'frei-sigmoid-loss',
    run: 'trained',
    wrong: 'the loss is a third at 9',
    doctor: only(
      9,
      setScalar('loss', (loss) => loss / 3),
    ),
    at: 9,
  },
  {
    id: 'frei-output-smooth',
    run: 'trained',
    wrong: 'an output is another one at 8',
    doctor: only(8, margin(2, 0.1)),
    at: 8,
  },
  {
    id: 'frei-gradient-bound',
    run: 'trained',
    wrong: 'the gradient is four times as long at 7',
    doctor: only(
      7,
      setScalar('gradientNorm', (norm) => 4 * norm),
    ),
    at: 7,
  },
  {
    id: 'frei-gradient-lipschitz',
    run: 'theorem',
    wrong: 'a sample’s slope changes all of a sudden at 16',
    doctor: from(16, margin(4, 0.1)),
    at: 16,
  },
  {
    id: 'frei-descent',
    run: 'trained',
    wrong: 'the loss rises at 21',
    doctor: from(
      21,
      setScalar('loss', (loss) => loss + 1),
    ),
    at: 21,
  },
  {
    id: 'frei-gradients',
    run: 'clusters',
    wrong: 'samples are said to be three times as long as they are',
    begin: (start) => ({ ...start, squaredNorms: start.squaredNorms.map((norm) => 9 * norm) }),
    doctor: nothing,
    at: 0,
  },
  {
    id: 'frei-loss-ratio',
    run: 'theorem',
    wrong: 'a sample is left behind at 30',
    doctor: only(30, margin(1, -4)),
    at: 30,
  },
  {
    id: 'frei-ratio-recursion',
    run: 'theorem',
    wrong: 'a margin jumps at 14',
    doctor: from(14, margin(1, 1e-3)),
    at: 14,
  },
  {
    id: 'frei-ratio-persists',
    run: 'theorem',
    wrong: 'a margin is six ahead at 22',
    doctor: only(22, margin(0, 6)),
    at: 22,
  },
  {
    id: 'frei-first-step',
    run: 'theorem',
    wrong: 'the first step leaves a sample where it was',
    doctor: only(1, ({ margins }) => (margins[3] = 0)),
    at: 1,
  },
  {
    id: 'frei-margin-growth',
    run: 'theorem',
    wrong: 'a margin falls at 19',
    doctor: only(19, margin(3, -1e-4)),
    at: 19,
  },
  {
    id: 'frei-norms',
    run: 'theorem',
    wrong: 'the weights are twenty times as long from 25 on',
    doctor: from(
      25,
      setScalar('frobenius', (norm) => 20 * norm),
    ),
    at: 25,
  },
  {
    id: 'frei-spectral-norm',
    run: 'theorem',
    wrong: 'a neuron goes back at 33',
    doctor: only(33, ({ z }, { facts: { n } }) => {
      for (let i = 0; i < n; i++) z[i] = -z[i]!;
    }),
    at: 33,
  },
  {
    id: 'frei-neuron-norms',
    run: 'theorem',
    wrong: 'a neuron has stopped growing at 16',
    doctor: only(
      16,
      setScalar('minNeuronNorm', () => 1e-9),
    ),
    at: 16,
  },
  {
    id: 'frei-rank',
    run: 'theorem',
    wrong: 'the rank is a hundred thousand at 2',
    doctor: only(
      2,
      setScalar('stableRankAll', () => 1e5),
    ),
    at: 2,
  },
  {
    id: 'frei-loss-bound',
    run: 'theorem',
    wrong: 'samples are unlearnt at 10',
    doctor: only(10, scale('margins', -1)),
    at: 10,
  },
  {
    id: 'frei-telescope',
    run: 'theorem',
    wrong: 'the loss stays where it was at 13',
    doctor: only(
      13,
      setScalar('loss', (loss) => loss + 1e-5),
    ),
    at: 13,
  },
];

/** Printed forms, and a run on which they fail (CLAIMS C25, C26). */
export const PRINTED: readonly OnRun<RunName>[] = [
  { id: 'frei-ratio-persists-printed', run: 'longStep' },
  { id: 'frei-telescope-printed', run: 'theorem' },
];
