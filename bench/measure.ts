import type { Experiment } from '../src/core/experiment.ts';
import { inRoom } from '../src/core/kernels/in-room.ts';
import { Stepper } from '../src/core/method/stepper.ts';
import { createProblem } from '../src/core/problem/create.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { train } from '../src/core/run.ts';
import { createKernelSource } from '../workers/kernels/source.ts';

const kernels = createKernelSource();

/** One run, timed from outside: the core has no clock. Milliseconds. */
export interface Timing {
  /** From the call to the first recorded epoch: drawing the data and W(0), the Gram matrix, the first observation. */
  readonly setUp: number;
  /** Median time from one recorded epoch to the next: the step, all scalars and margins, most epochs' matrices. */
  readonly medianEpoch: number;
  /** From the first recorded epoch to the end, divided by the number of epochs: the spectra of some epochs included. */
  readonly meanEpoch: number;
  readonly space: 'feature' | 'weight';
}

/** What is measured of the core at a setting; milliseconds. */
export interface CoreTiming extends Timing {
  /** Median time of an epoch of which nothing is observed. */
  readonly training: number;
}

/** A run's times as the medians over as many runs as fill `seconds`, at least one: a single short run is mostly noise. */
export function timeRuns(experiment: Experiment, seconds: number): Timing {
  const runs: Timing[] = [];
  const end = performance.now() + 1_000 * seconds;
  do runs.push(timeRun(experiment));
  while (performance.now() < end);
  return {
    setUp: median(runs.map(({ setUp }) => setUp)),
    medianEpoch: median(runs.map(({ medianEpoch }) => medianEpoch)),
    meanEpoch: median(runs.map(({ meanEpoch }) => meanEpoch)),
    space: runs[0]!.space,
  };
}

/** @throws Error when the run did not finish: a diverged run says nothing about speed */
export function timeRun(experiment: Experiment): Timing {
  const recordedAt: number[] = [];
  const startedAt = performance.now();
  const run = train(
    experiment,
    { epoch: () => recordedAt.push(performance.now()), snapshot: () => undefined },
    new Map(),
    new DrawMemo(),
    kernels,
  );
  let space: Timing['space'] | undefined;
  let step = run.next();
  while (step.done !== true) {
    space ??= step.value?.space;
    step = run.next();
  }
  const endedAt = performance.now();
  if (step.value.kind !== 'finished' || space === undefined) {
    throw new Error(`the run ended as ${step.value.kind}, so its time says nothing`);
  }
  const firstAt = recordedAt[0]!;
  return {
    setUp: firstAt - startedAt,
    medianEpoch: median(recordedAt.slice(1).map((time, k) => time - recordedAt[k]!)),
    meanEpoch: (endedAt - firstAt) / experiment.epochs,
    space,
  };
}

/** Median milliseconds of an epoch of training alone: nothing is observed. */
export function timeTraining(experiment: Experiment): number {
  const times: number[] = [];
  const work = inRoom(kernels, function* (room) {
    const problem = yield* createProblem(experiment, new Map(), new DrawMemo());
    const stepper = yield* Stepper.create(problem, experiment, room);
    for (let t = 0; t < experiment.epochs; t++) {
      const startedAt = performance.now();
      yield* stepper.evaluate();
      yield* stepper.advance(t);
      times.push(performance.now() - startedAt);
    }
  });
  while (work.next().done !== true);
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The smallest value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? NaN;
}
