import { LOG_TIME_RANGE } from '../../experiment.ts';

/**
 * The direction of W stands still once it has turned by less than so many radians since half of log t. Where it goes to
 * its limit as 1/log t, as it does once no neuron changes sides (F §3, docs/flow.md), that is also what is left of its way.
 */
export const STILL_ANGLE = 1e-4;

/** From an end before that the first doubling leads here: half of log t = 0 is log t = 0. */
const LEAST_END = 1;

/** The ends that a flow goes on to, each twice the last in log t, up to the largest there is; the first is its own. */
export function endsFrom(logTime: number): readonly number[] {
  const { max } = LOG_TIME_RANGE;
  const ends = [Math.max(LEAST_END, logTime)];
  for (let last = ends[0]!; last < max; ends.push(last)) last = Math.min(max, 2 * last);
  return ends;
}

/** The ends and the halves of them, ascending: log t at which W is looked at. */
export const lookedAt = (ends: readonly number[]): readonly number[] =>
  [...new Set(ends.flatMap((end) => [end / 2, end]))].sort((a, b) => a - b);
