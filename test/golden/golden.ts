import { readFileSync } from 'node:fs';
import type { ActivationSpec, Experiment, SecondLayer } from '../../src/core/experiment.ts';
import type { KernelSource } from '../../src/core/kernels/kernels.ts';
import { PLAIN_SOURCE } from '../../src/core/kernels/plain.ts';
import { SCALARS, type ScalarName } from '../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../src/core/observe/recorder.ts';
import { DrawMemo } from '../../src/core/problem/draw-memo.ts';
import { train } from '../../src/core/run.ts';
import type { Outcome, RunFacts } from '../../src/core/outcome.ts';

/** A reference trajectory; see test/fixtures/README.md for the format. */
export interface GoldenCase {
  readonly name: string;
  readonly model: 'fc' | 'cnn';
  readonly activation: 'leaky-relu' | 'smooth-leaky-relu' | 'relu-power';
  readonly gamma: number;
  readonly q?: number;
  readonly loss: Experiment['loss'];
  readonly second_layer: '1/m' | '1/sqrt' | '1';
  readonly regularizer: 'none' | 'pegr' | 'fgr';
  readonly lambda: number;
  readonly reg_until?: number;
  readonly eta: number;
  readonly epochs: number;
  readonly record: readonly number[];
  readonly n: number;
  readonly d: number;
  readonly m: number;
  readonly x?: readonly (readonly number[])[];
  readonly mu?: readonly number[];
  readonly xi?: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly w0: readonly (readonly number[])[];
  readonly batches?: readonly (readonly (readonly number[])[])[];
  readonly batch_size?: number;
  readonly expect: readonly GoldenEpoch[];
}

export interface GoldenEpoch {
  readonly epoch: number;
  readonly loss: number;
  readonly penalty: number;
  readonly margins: readonly number[];
  readonly frobenius: number;
  readonly stable_rank: { readonly positive: number; readonly negative: number; readonly all: number };
  readonly active: readonly (readonly number[])[];
  readonly rho?: readonly (readonly number[])[];
  readonly gamma?: readonly number[];
}

/** The fixtures' own tolerance (test/fixtures/README.md): relative 1e-9, or 1e-12 absolute near zero. */
export function isClose(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= Math.max(1e-9 * Math.abs(expected), 1e-12);
}

export function readGolden(name: string): GoldenCase {
  const url = new URL(`../fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as GoldenCase;
}

const flat = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat());

const SECOND_LAYER: Readonly<Record<GoldenCase['second_layer'], SecondLayer>> = {
  '1/m': '1/m',
  '1/sqrt': '1/sqrt(2m)',
  '1': '1',
};

function activationOf(golden: GoldenCase): ActivationSpec {
  return golden.activation === 'relu-power'
    ? { kind: 'relu-power', q: golden.q ?? 2 }
    : { kind: golden.activation, gamma: golden.gamma };
}

export function experimentOf(golden: GoldenCase, space: Experiment['space']): Experiment {
  const common = { n: golden.n, d: golden.d, y: Float64Array.from(golden.y), w0: flat(golden.w0) };
  return {
    data:
      golden.model === 'fc'
        ? { kind: 'explicit', x: flat(golden.x!), ...common }
        : { kind: 'explicit-patches', mu: Float64Array.from(golden.mu!), xi: flat(golden.xi!), ...common },
    m: golden.m,
    activation: activationOf(golden),
    secondLayer: SECOND_LAYER[golden.second_layer],
    loss: golden.loss,
    regularizer:
      golden.regularizer === 'none'
        ? { kind: 'none' }
        : {
            kind: golden.regularizer,
            lambda: golden.lambda,
            ...(golden.reg_until === undefined ? {} : { until: golden.reg_until }),
          },
    sigma0: 1,
    method:
      golden.batches === undefined
        ? { kind: 'gradient-descent', eta: golden.eta }
        : { kind: 'sgd', eta: golden.eta, batchSize: golden.batch_size!, batches: golden.batches },
    epochs: golden.epochs,
    seed: 0,
    testPoints: 0,
    space,
  };
}

/** The run uses its arrays again. */
function copyOf({ epoch, rho, active, singularValues, neurons }: Snapshot): Snapshot {
  return {
    epoch,
    rho: rho.slice(),
    active: active.slice(),
    singularValues: singularValues.slice(),
    neurons:
      neurons === null
        ? null
        : { gamma: neurons.gamma.slice(), signal: neurons.signal.slice(), noise: neurons.noise.slice() },
  };
}

/** Everything a run reported, kept. */
export interface Kept {
  readonly facts: RunFacts;
  readonly outcome: Outcome;
  readonly epochs: Map<number, { scalars: Record<ScalarName, number>; margins: Float64Array }>;
  readonly snapshots: Map<number, Snapshot>;
}

export function runToEnd(
  experiment: Experiment,
  datasets: Parameters<typeof train>[2] = new Map(),
  kernels: KernelSource = PLAIN_SOURCE,
): Kept {
  const epochs: Kept['epochs'] = new Map();
  const snapshots: Kept['snapshots'] = new Map();
  const work = train(
    experiment,
    {
      epoch: (t, scalars, margins) =>
        epochs.set(t, {
          scalars: Object.fromEntries(SCALARS.map((name, k) => [name, scalars[k]!])) as Record<
            ScalarName,
            number
          >,
          margins: margins.slice(),
        }),
      snapshot: (snapshot) => snapshots.set(snapshot.epoch, copyOf(snapshot)),
    },
    datasets,
    new DrawMemo(),
    kernels,
  );
  let facts: RunFacts | undefined;
  for (;;) {
    const step = work.next();
    if (step.done === true) return { facts: facts!, outcome: step.value, epochs, snapshots };
    facts ??= step.value;
  }
}
