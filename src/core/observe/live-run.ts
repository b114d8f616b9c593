import type { Experiment } from '../experiment.ts';
import type { Objective } from '../objective.ts';
import type { RunFacts } from '../outcome.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ground } from '../space/create.ts';

/**
 * A run as it is while it runs, for whoever looks on: its arrays are the run's own and change from epoch to epoch. They
 * are of epoch t while the recorder is told of epoch t.
 */
export interface LiveRun {
  readonly experiment: Experiment;
  readonly facts: RunFacts;
  readonly problem: Problem;
  readonly ground: Ground;
  readonly objective: Objective;
}
