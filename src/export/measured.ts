import { PROBES, type ProbeColumn, type ProbeName } from '../core/probe/quantities.ts';
import type { Study } from '../settings/study/study.ts';
import { headColumns, type Column, type RowsOfRun } from './columns.ts';

/** What was measured beside the recording of a run; without an entry where W or the data are too large. */
export type RunProbes = readonly (readonly [ProbeName, ProbeColumn])[];

/** A run in the table of what is measured beside the recording: a row an epoch at which something was. */
export interface MeasuredRun extends RowsOfRun {
  /** NaN where it was not measured. */
  readonly values: ReadonlyMap<ProbeName, Float64Array>;
}

/** Null where nothing was measured. */
export function measuredRun(of: Pick<RowsOfRun, 'point' | 'seed'>, probes: RunProbes): MeasuredRun | null {
  const epochs = Float64Array.from(new Set(probes.flatMap(([, column]) => [...column.epochs]))).sort();
  if (epochs.length === 0) return null;
  const values = probes.map(([name, column]) => {
    const known = new Map([...column.epochs].map((t, k) => [t, column.values[k]!]));
    return [name, epochs.map((t) => known.get(t) ?? NaN)] as const;
  });
  return { ...of, epochs, values: new Map(values) };
}

/** What names a row, and each probe that one of the runs has. */
export const measuredColumns = (
  study: Study,
  runs: readonly MeasuredRun[],
): readonly Column<MeasuredRun>[] => [
  ...headColumns(study),
  ...PROBES.filter((name) => runs.some(({ values }) => values.has(name))).map(
    (name): Column<MeasuredRun> => ({
      name,
      kind: 'real',
      optional: true,
      of: ({ values }) => values.get(name) ?? null,
    }),
  ),
];
