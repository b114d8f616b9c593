import type { Experiment } from '../experiment.ts';
import type { Flow } from '../method/flow/flow.ts';
import type { Stepper } from '../method/stepper.ts';
import type { RunFacts } from '../outcome.ts';

/**
 * A run as it is while it runs, for whoever looks on: its arrays are the run's own and change from epoch to epoch. They
 * are of epoch t while the recorder is told of epoch t; C and Z once {@link showRows} made them so.
 */
export interface LiveRun {
  readonly experiment: Experiment;
  readonly facts: RunFacts;
  /** What holds C and Z; of a flow it takes no steps, and is told where the flow is. */
  readonly stepper: Stepper;
  /** Of a run by gradient flow: the flow, and log t of each of its points. */
  readonly flow?: { readonly state: Flow; readonly logTimes: Float64Array };
}

/** Makes C and Z of some rows current, and of others neither more nor less so. */
export function showSomeRows({ stepper: { grouping } }: LiveRun, ids: readonly number[]): void {
  if (grouping?.isActive !== true) return;
  const { groups } = grouping;
  const { c, z } = groups.network;
  for (const r of ids) groups.rowInto(r, c, z, r * groups.K);
}

/** Makes C and Z of all rows current, also while they move by groups; changes nothing else. */
export function showRows({ stepper: { grouping } }: LiveRun): void {
  if (grouping?.isActive !== true) return;
  const work = grouping.groups.show();
  while (work.next().done !== true);
}
