import type { Drawing } from '../drawing.ts';
import type { Run } from '../run.ts';

/** A time that the theory knows at the start, on the charts of what changes there. */
export const T1_MARK = {
  as: 'mark',
  beside: ['signal', 'noise', 'loss'],
} as const satisfies Partial<Drawing>;

/** The first epoch that has come to a time; NaN where the time is not positive or the run ends before it. */
export const markOf = ({ start }: Run, time: number): number =>
  time > 0 && time <= start.experiment.epochs ? Math.ceil(time) : NaN;
