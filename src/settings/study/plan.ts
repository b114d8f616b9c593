import type { Experiment } from '../../core/experiment.ts';
import { toExperiment } from '../experiment.ts';
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
export function plannedRuns(study: Study): readonly PlannedRun[] {
  const points = pointsOf(study);
  const most = Math.max(...points.map(({ settings }) => settings.runs));
  return Array.from({ length: most }, (_, run) =>
    points.flatMap((point, index): PlannedRun[] =>
      run < point.settings.runs ? [{ point, index, run, experiment: toExperiment(point.settings, run) }] : [],
    ),
  ).flat();
}
