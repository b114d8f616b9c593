import type { ScalarName } from '../src/core/observe/quantities.ts';
import type { ComputedRun } from './compute.ts';

/** How the finished runs of one point of a study end: the mean of each scalar, and its smallest and largest value. */
export interface Summary {
  /** The point's place among the study's. */
  readonly index: number;
  readonly finished: number;
  /** Of the scalars that were measured. */
  readonly scalars: Readonly<Partial<Record<ScalarName, { mean: number; least: number; most: number }>>>;
}

/** One summary for each point that has a finished run. */
export function summarise(runs: readonly ComputedRun[]): readonly Summary[] {
  const points = [...new Set(runs.map(({ index }) => index))].sort((a, b) => a - b);
  return points.flatMap((index) => {
    const finished = runs.filter((run) => run.index === index && run.outcome.kind === 'finished');
    const ends = finished.map(({ scalars }) => scalars);
    if (ends.length === 0) return [];
    const of = (name: ScalarName) => {
      const values = ends.map((end) => end[name]);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return [name, { mean, least: Math.min(...values), most: Math.max(...values) }] as const;
    };
    return [
      {
        index,
        finished: ends.length,
        scalars: Object.fromEntries(finished[0]!.measured.map(of)),
      },
    ];
  });
}

/**
 * Lines of text, a scalar each.
 * @param name of the point
 */
export function summaryLines({ finished, scalars }: Summary, name: string): readonly string[] {
  const short = (value: number): string => String(Number(value.toPrecision(6)));
  return [
    `${finished} finished runs, ${name}: mean (least to most)`,
    ...Object.entries(scalars).map(([name, { mean, least, most }]) => {
      return `  ${name.padEnd(20)} ${short(mean)} (${short(least)} to ${short(most)})`;
    }),
  ];
}
