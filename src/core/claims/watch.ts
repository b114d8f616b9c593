import type { Experiment } from '../experiment.ts';
import type { LiveRun } from '../observe/live-run.ts';
import type { Recorder } from '../observe/recorder.ts';
import { ProbedRun } from '../probe/probed-run.ts';
import type { Asymptotic, Checked, Claim, FitWatch, Watch } from './claim.ts';
import { Course, Sketch, type Curve, type Drawn } from './drawing.ts';
import { Fit, type FitCourse, type Line, type LinePoint } from './fit.ts';
import type { Gauge } from './gauge.ts';
import { Run } from './run.ts';
import { Slacks, type Reading } from './slacks.ts';
import { isDue } from './sparse.ts';
import { excessOf, startOf, stateOf, type ExcessRanks, type Start, type State } from './state.ts';
import { findingOf, verdictOf, type Finding, type Verdict } from './verdict.ts';

/** A claim on one run. */
export interface Judged {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Of a claim that applies. */
  readonly assumptions: readonly Gauge[];
}

/** What a claim's watch makes of a run. */
interface Watcher {
  at(state: State): void;
  finding(): Finding;
  readonly latest: Reading | null;
  drawn(): readonly Drawn[];
  /** Of an asymptotic claim. */
  course?(): FitCourse;
}

/** The claims that apply to one run, watched from its first recorded epoch on. */
export class WatchedRun {
  private readonly why: readonly (string | null)[];
  private run: Run | null = null;
  /** Recorded epochs so far. */
  private seen = 0;
  private watchers: readonly (Watcher | null)[] = [];
  /** Those that there are, and of them those of claims that are not thinned. */
  private due: readonly Watcher[] = [];
  private always: readonly Watcher[] = [];

  constructor(
    private readonly start: Start,
    readonly claims: readonly Claim[],
  ) {
    this.why = claims.map((claim) => claim.applies(start.experiment));
  }

  /** Takes a recorded epoch; in the order of t, from 0 on. */
  at(state: State): void {
    this.run ??= this.begin(state);
    // A flow's last point is the latest by far.
    const due = isDue(this.seen) || (this.run.clock.isFlow && state.t === endOf(this.run));
    this.seen++;
    for (const watcher of due ? this.due : this.always) watcher.at(state);
    this.run.keep(state, isDue(this.seen));
  }

  /** The last comparison of each claim; null where it has made none. */
  latest(): readonly (Reading | null)[] {
    return this.watchers.map((watcher) => watcher?.latest ?? null);
  }

  /** The curves that the claims add to charts of the run, as things stand. */
  curves(): readonly Curve[] {
    const { experiment, facts } = this.start;
    return this.claims.flatMap((claim, k) => {
      const drawn = this.watchers[k]?.drawn() ?? [];
      if (drawn.length === 0) return [];
      const met = claim.assumes.every((assumption) => assumption(experiment, facts).met === true);
      return drawn.map((one) => ({ claim: claim.id, met, ...one }));
    });
  }

  /** What the asymptotic claims' fits are made of, by the claims' ids. */
  courses(): ReadonlyMap<string, FitCourse> {
    const courses = this.claims.flatMap(({ id }, k) => {
      const course = this.watchers[k]?.course?.();
      return course === undefined ? [] : [[id, course] as const];
    });
    return new Map(courses);
  }

  /** As things stand. */
  judge(): readonly Judged[] {
    const { experiment, facts } = this.start;
    return this.claims.map((claim, k): Judged => {
      const why = this.why[k] ?? null;
      if (why !== null) return { claim, verdict: { kind: 'does-not-apply', why }, assumptions: [] };
      const assumptions = claim.assumes.map((assumption) => assumption(experiment, facts));
      const finding = this.watchers[k]?.finding() ?? UNSEEN;
      return { claim, verdict: verdictOf(finding, assumptions), assumptions };
    });
  }

  private begin(first: State): Run {
    const run = new Run(this.start, first);
    this.watchers = this.claims.map((claim, k) => (this.why[k] === null ? watcherOf(claim, run) : null));
    const isThere = (watcher: Watcher | null): watcher is Watcher => watcher !== null;
    this.due = this.watchers.filter(isThere);
    this.always = this.watchers.filter((_, k) => this.claims[k]!.thinned === undefined).filter(isThere);
    return run;
  }
}

const UNSEEN: Finding = { kind: 'cannot-be-told', why: 'no epoch was recorded yet' };

const watcherOf = (claim: Claim, run: Run): Watcher =>
  claim.kind === 'asymptotic' ? fitted(claim, run) : checked(claim, run);

const silence = ({ silent }: Watch<never>): string => silent?.() ?? 'no recorded epoch says anything of it';

function checked(claim: Checked, run: Run): Watcher {
  const watch = claim.watch(run);
  const slacks = new Slacks(run.clock);
  const sketch = claim.draws === undefined ? null : new Sketch(claim.draws, endOf(run), run.clock);
  return {
    at(state) {
      slacks.begin(state.t);
      watch.at(state, slacks);
      slacks.end();
      sketch?.take(state.t, slacks.drawn);
    },
    drawn: () => sketch?.drawn() ?? [],
    finding: () => findingOf(slacks, silence(watch)),
    get latest() {
      return slacks.latest;
    },
  };
}

function fitted(claim: Asymptotic, run: Run): Watcher {
  const watch = claim.watch(run);
  const fit = new Fit(claim.law, claim.printedRate(run), run.clock);
  return {
    at(state) {
      fit.begin(state.t);
      watch.at(state, fit);
    },
    finding() {
      const measured = fit.measure();
      return measured === null
        ? { kind: 'cannot-be-told', why: watch.silent?.() ?? 'there are too few epochs for a fit' }
        : { kind: 'measured', measured };
    },
    latest: null,
    drawn: () => linesOf(claim, watch, fit, endOf(run)),
    course: () => ({
      law: fit.law,
      seen: lineOf(fit.seen()),
      fitted: lineOf(fit.fittedLine()),
      printed: lineOf(fit.printedLine()),
    }),
  };
}

const endOf = ({ start }: Run): number => start.experiment.epochs;

const lineOf = (points: readonly LinePoint[]): Line => ({
  epochs: Float64Array.from(points, ({ t }) => t),
  values: Float64Array.from(points, ({ y }) => y),
});

/** An asymptotic claim's drawings: its fitted line and that of the printed rate. */
function linesOf({ draws = [] }: Asymptotic, watch: FitWatch, fit: Fit, end: number): readonly Drawn[] {
  return draws.flatMap((drawing): Drawn[] => {
    const course = new Course(end);
    const isFitted = drawing.as === 'fitted';
    for (const { t, y } of isFitted ? fit.fittedLine() : fit.printedLine())
      course.take(t, watch.quantity?.(t, y) ?? y);
    const number = isFitted ? (fit.measure()?.fitted ?? null) : fit.printed;
    return course.last === null ? [] : [{ drawing, number, ...course.columns() }];
  });
}

/** A recorder that has claims watched along with what it records; the run's bits are the same. */
export interface WatchingRecorder {
  readonly recorder: Recorder;
  /** Null before the run has begun. */
  watched(): WatchedRun | null;
}

/** @param recorder what is recorded goes on to it */
export function watching(recorder: Recorder, claims: readonly Claim[]): WatchingRecorder {
  let live: LiveRun | null = null;
  let watched: WatchedRun | null = null;
  let probed: ProbedRun | undefined;
  let excess: ExcessRanks | undefined;
  return {
    recorder: {
      ...recorder,
      begin(run) {
        live = run;
        probed = new ProbedRun(run);
        excess = excessOf(run);
        watched = new WatchedRun(startOf(run), claims);
        recorder.begin?.(run);
      },
      epoch(t, scalars, margins) {
        recorder.epoch(t, scalars, margins);
        probed?.begin();
        if (live !== null) watched?.at(stateOf(live, t, scalars, probed, excess));
      },
      snapshot: (snapshot) => recorder.snapshot(snapshot),
    },
    watched: () => watched,
  };
}

/** Which of the claims say something of an experiment. */
export const applicable = (claims: readonly Claim[], experiment: Experiment): readonly Claim[] =>
  claims.filter((claim) => claim.applies(experiment) === null);
