import type { Claim } from '../../../src/core/claims/claim.ts';
import {
  excessOf,
  startOf,
  stateOf,
  type ExcessRanks,
  type Start,
  type State,
} from '../../../src/core/claims/state.ts';
import { readingOf, type Verdict } from '../../../src/core/claims/verdict.ts';
import { WatchedRun, type Judged } from '../../../src/core/claims/watch.ts';
import type { Experiment } from '../../../src/core/experiment.ts';
import { createKernelSource } from '../../../workers/kernels/source.ts';
import type { LiveRun } from '../../../src/core/observe/live-run.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { train } from '../../../src/core/run.ts';

const kernels = createKernelSource();

/** A run whose states are kept, to be looked at as often as a test wants. */
export interface Recorded {
  readonly start: Start;
  readonly states: readonly State[];
}

const copyOf = ({ t, z, c, margins, lossSlopes, scalars, excess }: State): State => {
  const rows = { z: z.slice(), c: c.slice() };
  const measured = excess?.();
  return {
    t,
    ...rows,
    rowsOf: () => rows,
    margins: margins.slice(),
    lossSlopes: lossSlopes.slice(),
    scalars: scalars.slice(),
    excess: measured && (() => measured),
  };
};

export function record(experiment: Experiment): Recorded {
  let live: LiveRun | undefined;
  let excess: ExcessRanks | undefined;
  const states: State[] = [];
  const work = train(
    experiment,
    {
      begin(run) {
        live = run;
        excess = excessOf(run);
      },
      epoch: (t, scalars) => states.push(copyOf(stateOf(live!, t, scalars, undefined, excess))),
      snapshot: () => undefined,
    },
    new Map(),
    new DrawMemo(),
    kernels,
  );
  while (work.next().done !== true);
  return { start: startOf(live!), states };
}

/** What a test does to an epoch of a run; it gets a copy. */
export type Doctor = (state: State, start: Start) => void;

/** The same run with something wrong in it. */
export const doctored = ({ start, states }: Recorded, doctor: Doctor): Recorded => ({
  start,
  states: states.map((state) => {
    const copy = copyOf(state);
    doctor(copy, start);
    return copy;
  }),
});

export function judge({ start, states }: Recorded, claims: readonly Claim[]): readonly Judged[] {
  const watched = new WatchedRun(start, claims);
  for (const state of states) watched.at(state);
  return watched.judge();
}

/** In one line, for a test's message. */
export function inShort(verdict: Verdict): string {
  const reading = readingOf(verdict);
  const sides =
    reading === null
      ? ''
      : ` at ${reading.epoch}: ${reading.left} ${reading.relation} ${reading.right}, slack ${reading.slack}`;
  const why = 'why' in verdict ? `: ${verdict.why}` : '';
  return `${verdict.kind}${why}${sides}`;
}

/** Runs by name, each recorded when a test first asks for it. */
export function runsOf<Name extends string>(
  experiments: Readonly<Record<Name, Experiment>>,
): (name: Name) => Recorded {
  const recorded = new Map<Name, Recorded>();
  return (name) => {
    const known = recorded.get(name) ?? record(experiments[name]);
    recorded.set(name, known);
    return known;
  };
}
