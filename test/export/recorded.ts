import type { Dataset } from '../../src/core/experiment.ts';
import { SCALARS } from '../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../src/core/observe/recorder.ts';
import { train } from '../../src/core/run.ts';
import type { RecordedRun } from '../../src/export/study/run.ts';
import { plannedRuns } from '../../src/settings/study/plan.ts';
import { isFront, type Study } from '../../src/settings/study/study.ts';
import { copyOf } from '../golden/golden.ts';

/** All runs of a study, recorded to their ends as the page does it. */
export const recordedRuns = (
  study: Study,
  datasets: ReadonlyMap<string, Dataset> = new Map(),
): readonly RecordedRun[] =>
  plannedRuns(study).map((planned): RecordedRun => {
    const epochs: number[] = [];
    const scalars: number[][] = SCALARS.map(() => []);
    const margins: number[] = [];
    const snapshots: Snapshot[] = [];
    const run = train(
      planned.experiment,
      {
        epoch(t, values, q) {
          epochs.push(t);
          values.forEach((value, k) => scalars[k]!.push(value));
          margins.push(...q);
        },
        snapshot: (snapshot) => void snapshots.push(copyOf(snapshot)),
      },
      datasets,
    );
    let shape = null;
    for (let step = run.next(); step.done !== true; step = run.next()) shape ??= step.value?.shape ?? null;
    return {
      planned,
      epochs: Float64Array.from(epochs),
      scalars: scalars.map((column) => Float64Array.from(column)),
      margins: Float64Array.from(margins),
      probes: [],
      isWhole: true,
      matrices: shape !== null && isFront(study, planned.point) ? { shape, snapshots } : null,
    };
  });
