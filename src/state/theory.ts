import { create } from 'zustand';
import type { ClaimText } from '../core/claims/claim.ts';
import type { TheoryReport } from '../protocol/theory.ts';

/** A run of the study on screen that claims are watched on. */
export interface TheoryRun {
  /** Names the run in its reports. */
  readonly key: string;
  /** The point's place among the study's, and r. */
  readonly index: number;
  readonly run: number;
  readonly front: boolean;
}

/** What is known of the claims on the runs that are on screen. */
export interface TheoryState {
  /** All claims; null before they were loaded. */
  readonly texts: readonly ClaimText[] | null;
  /** The runs that are watched, or will be; those of the point in front first. */
  readonly runs: readonly TheoryRun[];
  /** By the runs' keys; of runs on screen, and of some before. */
  readonly reports: ReadonlyMap<string, TheoryReport>;
  /** Why nothing is watched, or null. */
  readonly failure: string | null;
  /** What is shown is of the settings before: others are being computed. */
  readonly stale: boolean;
}

export const useTheory = create<TheoryState>(() => ({
  texts: null,
  runs: [],
  reports: new Map(),
  failure: null,
  stale: false,
}));

/** The reports of the runs in front, or of all, as far as there are any. */
export const reportsOf = (
  { runs, reports }: Pick<TheoryState, 'runs' | 'reports'>,
  of: 'front' | 'all',
): readonly TheoryReport[] =>
  runs.flatMap(({ key, front }) => {
    const report = of === 'all' || front ? reports.get(key) : undefined;
    return report === undefined || report.judged.length === 0 ? [] : [report];
  });
