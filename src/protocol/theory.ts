import type { ClaimText } from '../core/claims/claim.ts';
import type { Curve } from '../core/claims/drawing.ts';
import type { FitCourse } from '../core/claims/fit.ts';
import type { Gauge } from '../core/claims/gauge.ts';
import type { Trace } from '../core/claims/trace.ts';
import type { Verdict } from '../core/claims/verdict.ts';
import type { Experiment } from '../core/experiment.ts';
import type { LimitReport } from '../core/limit/report.ts';
import type { ProbeColumn, ProbeName } from '../core/probe/quantities.ts';
import type { SliceFrame } from '../core/probe/slice/frame.ts';
import type { SlicePart } from '../core/probe/slice/slicing.ts';
import type { Stage, Stillness } from '../core/probe/still/until-still.ts';
import type { SealedDataset } from './sealed-dataset.ts';

/** A run that claims are to be watched on. */
export interface WatchOrder {
  /** Names the run in its reports: equal for equal experiments. */
  readonly key: string;
  readonly experiment: Experiment;
}

/** What became of one claim on a run. */
export interface JudgedClaim {
  readonly verdict: Verdict;
  readonly assumptions: readonly Gauge[];
}

/** The claims on a run as far as it has come. */
export interface TheoryReport {
  readonly key: string;
  /** The newest recorded epoch. */
  readonly epoch: number;
  /** How the watching ended; null while it goes on. */
  readonly end: { readonly kind: 'whole' } | { readonly kind: 'failed'; readonly message: string } | null;
  /** In the order of {@link TheoryApi.texts}, a conjecture last; empty before the first epoch. */
  readonly judged: readonly JudgedClaim[];
  /** The curves of the claims, for the charts of the run; none before it is whole. */
  readonly curves: readonly Curve[];
}

/** What was measured beside the recording of a run, as far as it has come. */
export interface ProbeReport {
  readonly key: string;
  readonly epoch: number;
  readonly end: TheoryReport['end'];
  /** Of the probes that were asked for; without an entry where W or the data are too large. */
  readonly columns: readonly (readonly [ProbeName, ProbeColumn])[];
  /** The limit of the run's last pattern, where one of its probes was asked for; null before the end. */
  readonly limit: LimitReport | null;
}

/** What was projected onto a slice of input space since the last report. */
export interface SliceReport extends SlicePart {
  readonly key: string;
  /** Share of the run, or runs, that is trained. */
  readonly share: number;
  readonly end: TheoryReport['end'];
  /** Null before the first epoch. */
  readonly frame: SliceFrame | null;
}

/** How far a flow was followed since the last report. */
export interface TurnReport {
  readonly key: string;
  readonly stages: readonly Stage[];
  /** How it ended; null while it goes on. */
  readonly end:
    | { readonly kind: 'followed'; readonly stillness: Stillness }
    | { readonly kind: 'failed'; readonly message: string }
    | null;
}

export type TakeTurn = (report: TurnReport) => Promise<void> | void;

export type TakeSlice = (report: SliceReport) => Promise<void> | void;

export type TakeProbes = (report: ProbeReport) => Promise<void> | void;

export type TakeReport = (report: TheoryReport) => Promise<void> | void;

/** What the page may ask of the worker that watches claims. */
export interface TheoryApi {
  /** All claims that are watched. */
  texts(): readonly ClaimText[];
  /** Keeps a dataset for later runs that name its id. */
  provide(dataset: SealedDataset): void;
  /**
   * Trains these runs, one after the other, with the claims watched along, and reports on each as it goes on and at its
   * end. What was under way ends. Resolves when all are done, or others were asked for.
   * @param conjecture a person's own, as typed, watched as the last claim; '' or what cannot be read: none
   */
  watch(orders: readonly WatchOrder[], conjecture: string, take: TakeReport): Promise<void>;
  /** Ends what is under way. */
  stop(): void;
  /** Trains these runs and measures probes on them, beside what is watched; in all else as {@link watch}. */
  measure(orders: readonly WatchOrder[], probes: readonly ProbeName[], take: TakeProbes): Promise<void>;
  /** Ends what is measured. */
  stopMeasuring(): void;
  /**
   * Trains a run again and projects its neurons onto a slice of input space; in all else as {@link watch}.
   * @param pair of directions, as links have it; '' for the usual one
   */
  slice(order: WatchOrder, pair: string, take: TakeSlice): Promise<void>;
  /** Ends what is projected. */
  stopSlicing(): void;
  /** Follows a run by gradient flow until its direction stands still; in all else as {@link watch}. */
  follow(order: WatchOrder, take: TakeTurn): Promise<void>;
  /** Ends what is followed. */
  stopFollowing(): void;
  /** A claim's comparisons on a run that was watched lately; null where there are none. */
  trace(key: string, claim: string): Trace | null;
  /** What an asymptotic claim's fit on such a run is made of; null before the run is whole, and of other claims. */
  fit(key: string, claim: string): FitCourse | null;
}
