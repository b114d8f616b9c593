import type { Dataset } from '../src/core/experiment.ts';
import { combineFingerprints } from '../src/core/fingerprint.ts';
import { isMeasured, SCALARS, type ScalarName } from '../src/core/observe/quantities.ts';
import type { Snapshot } from '../src/core/observe/recorder.ts';
import type { Outcome, RunFacts } from '../src/core/outcome.ts';
import { DrawMemo } from '../src/core/problem/draw-memo.ts';
import { RecordingFingerprint } from '../src/core/recording-fingerprint.ts';
import { train } from '../src/core/run.ts';
import { plannedRuns, type PlannedRun } from '../src/settings/study/plan.ts';
import type { Point, Study } from '../src/settings/study/study.ts';
import { createKernelSource } from '../workers/kernels/source.ts';

/** A run to its end, without a worker. */
export interface ComputedRun {
  readonly point: Point;
  /** The point's place among the study's. */
  readonly index: number;
  readonly seed: number;
  readonly outcome: Outcome;
  /** t of the last recorded epoch, and the scalars there. */
  readonly epoch: number;
  readonly scalars: Readonly<Record<ScalarName, number>>;
  /** The scalars that these data and settings have. */
  readonly measured: readonly ScalarName[];
  /** 16 hex digits */
  readonly fingerprint: string;
}

const kernels = createKernelSource();

type Datasets = ReadonlyMap<string, Dataset>;

/** Is told of each recorded epoch; the scalars, in the order of {@link SCALARS}, are valid during the call. */
export type EpochListener = (run: PlannedRun, epoch: number, scalars: Float64Array) => void;

/** Is told of each snapshot, which is valid during the call. */
type SnapshotListener = (run: PlannedRun, snapshot: Snapshot, facts: RunFacts) => void;

/** @throws RangeError naming what is not runnable */
function computeRun(
  planned: PlannedRun,
  datasets: Datasets,
  memo: DrawMemo,
  listener: EpochListener,
  onSnapshot: SnapshotListener,
): ComputedRun {
  const { point, index, experiment } = planned;
  const fingerprint = new RecordingFingerprint();
  let lastEpoch = 0;
  let last = new Float64Array(SCALARS.length);
  const record = (epoch: number, scalars: Float64Array, margins: Float64Array): void => {
    fingerprint.row(epoch, scalars, margins);
    lastEpoch = epoch;
    last = scalars.slice();
    listener(planned, epoch, scalars);
  };
  let facts: RunFacts | undefined;
  const snapshot = (taken: Snapshot): void => onSnapshot(planned, taken, facts!);
  const run = train(experiment, { epoch: record, snapshot }, datasets, memo, kernels);
  let step = run.next();
  for (; step.done !== true; step = run.next()) facts ??= step.value;
  return {
    point,
    index,
    seed: experiment.seed,
    outcome: step.value,
    epoch: lastEpoch,
    scalars: Object.fromEntries(SCALARS.map((name, k) => [name, last[k]!])) as Record<ScalarName, number>,
    measured: SCALARS.filter((name, k) => isMeasured(name, last[k]!, experiment.data)),
    fingerprint: fingerprint.digest(),
  };
}

/**
 * All runs of a study, and the fingerprint that a link of them carries.
 * @throws RangeError naming what is not runnable
 */
export function compute(
  study: Study,
  datasets: Datasets = new Map(),
  listener: EpochListener = () => undefined,
  onSnapshot: SnapshotListener = () => undefined,
): { readonly runs: readonly ComputedRun[]; readonly fingerprint: string } {
  // The points of a seed share what is drawn.
  const memo = new DrawMemo();
  const runs = plannedRuns(study).map((planned) => computeRun(planned, datasets, memo, listener, onSnapshot));
  return { runs, fingerprint: combineFingerprints(runs.map((run) => run.fingerprint)) };
}
