import type { Experiment } from '../../core/experiment.ts';
import { toExperiments } from '../experiment.ts';
import { pointsOf, type Point, type Study } from './study.ts';

/** One run of a study. */
export interface PlannedRun {
  readonly point: Point;
  /** Its place among the study's points. */
  readonly index: number;
  /** r = 0, 1, … */
  readonly run: number;
  readonly experiment: Experiment;
}

/**
 * All runs in the order in which they are computed: the first seed of every point, then the second, and so on, so that
 * something of everything is seen early. What is drawn of a seed depends on nothing that is varied unless it must.
 *
 * @throws RangeError with the first error of a point's settings
 */
export const plannedRuns = (study: Study): readonly PlannedRun[] =>
  inPlanOrder(
    pointsOf(study).map((point, index) =>
      toExperiments(point.settings).map((experiment, run) => ({ point, index, run, experiment })),
    ),
  );

/** Something of each run of each point: the first of every point, then the second, and so on. */
export function inPlanOrder<T>(points: readonly (readonly T[])[]): readonly T[] {
  const most = Math.max(0, ...points.map(({ length }) => length));
  return Array.from({ length: most }, (_, run) => points.flatMap((runs) => runs.slice(run, run + 1))).flat();
}
