import { create } from 'zustand';
import type { LimitReport } from '../core/limit/report.ts';
import type { ProbeColumn, ProbeName } from '../core/probe/quantities.ts';
import type { Recording } from '../engine/recording.ts';

/** What was measured beside a recording. */
export interface Probed {
  readonly columns: ReadonlyMap<ProbeName, ProbeColumn>;
  /** Those that are whole: measured to the run's end, or too large to be measured. */
  readonly whole: ReadonlySet<ProbeName>;
  /** η of its run. */
  readonly eta: number;
  /** The limit of its run's last pattern; null where it was not measured. */
  readonly limit: LimitReport | null;
}

interface ProbesState {
  /** How many look at each. */
  readonly wanted: Readonly<Partial<Record<ProbeName, number>>>;
  /** Grows with whatever is measured: a chart looks again when it changed. */
  readonly version: number;
  /** Share of what is being measured that is done; null while nothing is. */
  readonly share: number | null;
  /** Why nothing is measured, or null. */
  readonly failure: string | null;
}

export const useProbes = create<ProbesState>(() => ({ wanted: {}, version: 0, share: null, failure: null }));

/** A recording that is let go takes what was measured beside it along. */
const kept = new WeakMap<Recording, Probed>();

export const probedOf = (recording: Recording): Probed | null => kept.get(recording) ?? null;

export function keepProbed(recording: Recording, probed: Probed): void {
  kept.set(recording, probed);
  useProbes.setState(({ version }) => ({ version: version + 1 }));
}

/** Has probes measured on what is on screen, as long as somebody looks. @returns how to look away */
export function wantProbes(names: readonly ProbeName[]): () => void {
  const count = (by: 1 | -1): void =>
    useProbes.setState(({ wanted }) => {
      const next = { ...wanted };
      for (const name of names) next[name] = (next[name] ?? 0) + by;
      return { wanted: next };
    });
  count(1);
  return () => count(-1);
}

/** Those that somebody looks at. */
export const wantedProbes = ({ wanted }: Pick<ProbesState, 'wanted'>): readonly ProbeName[] =>
  (Object.keys(wanted) as ProbeName[]).filter((name) => wanted[name]! > 0);
