import { ENGINE_VERSION, type Experiment } from '../src/core/experiment.ts';
import { Xxh64 } from '../src/core/xxh64.ts';
import type { Reference } from '../src/settings/reference.ts';
import { referenceExperiment } from '../src/settings/reference.ts';
import { DEFAULTS } from '../src/settings/schema.ts';
import { studyJson } from '../src/settings/study/json.ts';
import { plannedRuns } from '../src/settings/study/plan.ts';
import { pointsOf, singleStudy, type Point, type Study } from '../src/settings/study/study.ts';

/** A run that is to be computed, and where it belongs in the table. */
export interface PlannedTask {
  readonly point: Point;
  /** The point's place among the study's. */
  readonly index: number;
  readonly experiment: Experiment;
  /** Names the run among all runs: of its experiment and the engine's version. */
  readonly hash: string;
}

/** What a command computes: a study, or an experiment with explicit data in the format of test/fixtures. */
export interface Task {
  /** What the columns of the table are of. */
  readonly study: Study;
  /** In the plan's order. */
  readonly runs: readonly PlannedTask[];
  readonly reference: Reference | null;
  /** As a file that this command takes again. */
  readonly json: string;
}

/** @throws RangeError naming what is not runnable */
export const studyTask = (study: Study): Task => ({
  study,
  runs: plannedRuns(study).map(({ point, index, experiment }) => ({
    point,
    index,
    experiment,
    hash: hashOf(experiment),
  })),
  reference: null,
  json: studyJson(study),
});

/** @throws RangeError naming what does not fit */
export function referenceTask(reference: Reference): Task {
  const experiment = referenceExperiment(reference);
  // The table of one run has no settings: its study only says that nothing varies.
  const study = singleStudy(DEFAULTS);
  const [point] = pointsOf(study);
  return {
    study,
    runs: [{ point: point!, index: 0, experiment, hash: hashOf(experiment) }],
    reference,
    json: `${JSON.stringify(reference)}\n`,
  };
}

function hashOf(experiment: Experiment): string {
  const text = JSON.stringify([ENGINE_VERSION, experiment], (_, value: unknown) =>
    value instanceof Float64Array ? [...value] : value,
  );
  const hash = new Xxh64();
  hash.update(new TextEncoder().encode(text));
  return hash.digest();
}
