import type { Dataset, Experiment } from './experiment.ts';
import type { KernelSource } from './kernels/kernels.ts';
import { PLAIN_SOURCE } from './kernels/plain.ts';
import type { Recorder } from './observe/recorder.ts';
import type { Outcome, RunFacts } from './outcome.ts';
import { DrawMemo } from './problem/draw-memo.ts';
import { runFlow } from './run-flow.ts';
import { trainBy } from './train-by.ts';

/** {@link trainBy} with the code of every method. */
export const train = (
  experiment: Experiment,
  recorder: Recorder,
  datasets: ReadonlyMap<string, Dataset>,
  memo = new DrawMemo(),
  source: KernelSource = PLAIN_SOURCE,
): Generator<RunFacts | undefined, Outcome, void> =>
  trainBy(() => runFlow, experiment, recorder, datasets, memo, source);
