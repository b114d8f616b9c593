import type { Experiment } from '../../src/core/experiment.ts';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import type { Outcome, RunFacts } from '../../src/core/outcome.ts';
import { K_FIGURE_1 } from '../core/experiments.ts';
import type { Train } from '../../workers/training-run.ts';

export const SAMPLES = 3;

/** An experiment that only its seed tells from others. */
export function experimentWith(seed: number): Experiment {
  return {
    ...K_FIGURE_1,
    data: { kind: 'gaussian-mixture', n: SAMPLES, d: 5, meanSd: 0.01, noiseSd: 1 },
    m: 2,
    epochs: 100,
    seed,
    testPoints: 0,
  };
}

export function factsWith(recordedEpochs: number): RunFacts {
  return {
    n: SAMPLES,
    d: 5,
    neurons: 4,
    labels: Float64Array.of(1, -1, 1),
    testPoints: 0,
    space: 'feature',
    shape: { rows: Int32Array.of(0, 1, 2, 3), columns: Int32Array.of(0, 1, 2) },
    recordedEpochs,
    rMin: 1,
    rMax: 2,
    p: 0.5,
    signalNorm: null,
    signalToNoise: null,
    regularizer: { kind: 'none' },
  };
}

/** What a fake run of this seed records at t: every number of it is told apart. */
export const scalarAt = (seed: number, t: number, k: number): number => 1e6 * seed + 100 * t + k;
export const marginAt = (seed: number, t: number, i: number): number => -(1e6 * seed + 100 * t + i);

export interface FakeRun {
  /** Recorded epochs; Infinity for a run that never ends. */
  readonly epochs: number;
  /** Epochs recorded between two yields. */
  readonly perYield?: number;
  /** Yields before the first epoch. */
  readonly preparation?: number;
  /** A snapshot every so many epochs. */
  readonly snapshotEvery?: number;
  readonly outcome?: Outcome;
  readonly error?: Error;
  /** Called at each `next()`. */
  readonly onNext?: (seed: number) => void;
}

/** A `train` without mathematics. Its arrays are reused, as the core's are. */
export function fakeTrain(run: FakeRun): Train {
  const { epochs, perYield = 1, preparation = 0, snapshotEvery = Infinity, onNext } = run;
  return function* ({ seed }, recorder) {
    const scalars = new Float64Array(SCALARS.length);
    const margins = new Float64Array(SAMPLES);
    onNext?.(seed);
    for (let k = 0; k < preparation; k++) {
      yield undefined;
      onNext?.(seed);
    }
    yield factsWith(epochs);
    for (let t = 0; t < epochs; t++) {
      if (t % perYield === 0) onNext?.(seed);
      for (let k = 0; k < scalars.length; k++) scalars[k] = scalarAt(seed, t, k);
      for (let i = 0; i < margins.length; i++) margins[i] = marginAt(seed, t, i);
      recorder.epoch(t, scalars, margins);
      if (t % snapshotEvery === 0) {
        recorder.snapshot({
          epoch: t,
          rho: Float64Array.of(seed, t),
          active: Uint8Array.of(1, 0),
          sliding: null,
          flips: { soFar: Uint32Array.of(0, t), last: Uint32Array.of(0, t) },
          singularValues: EMPTY,
          neurons: null,
        });
      }
      if (t % perYield === perYield - 1) yield undefined;
    }
    if (run.error !== undefined) throw run.error;
    return run.outcome ?? { kind: 'finished' };
  };
}

/** Shared by all snapshots without a spectrum: must not be transferred. */
const EMPTY = new Float64Array(0);
