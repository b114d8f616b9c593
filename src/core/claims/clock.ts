import { exp } from '../special/exp.ts';
import { log } from '../special/log.ts';
import { log1pExp } from '../special/log1p-exp.ts';
import { isSpread } from './sparse.ts';

/** What the time of a run is: epochs of steps, or the points of a grid of log t at which a flow is recorded. */
export interface Clock {
  /** log t of recorded epoch, or point, t; −∞ at the start. */
  logTime(t: number): number;
  /** t itself: the epoch, or the flow's time, ∞ where that overflows. */
  time(t: number): number;
  /** What fits keep their points apart by, and have their last decade of: epochs themselves, of a flow log t. */
  reading(t: number): number;
  /** Whether a dear fit is due; of a flow always, for it has few points, each of which is dear. */
  isSpread(t: number): boolean;
  /** Whether points are of a flow, whose verdicts say log t for them. */
  readonly isFlow: boolean;
}

export const EPOCHS: Clock = { logTime: log, time: (t) => t, reading: (t) => t, isSpread, isFlow: false };

/** @param logTimes log t of each point of a flow, ascending from −∞; absent: the run takes steps */
export function clockOf(logTimes?: Float64Array): Clock {
  if (logTimes === undefined) return EPOCHS;
  const logTime = (t: number): number => logTimes[t]!;
  return { logTime, time: (t) => exp(logTimes[t]!), reading: logTime, isSpread: () => true, isFlow: true };
}

/** log(1 + ct) by log t, also where t itself overflows. */
export const log1pTimes = (c: number, logTime: number): number => log1pExp(log(c) + logTime);

/** log(e^x + ct) by log t, also where e^x or t overflow. */
export const logSumTimes = (x: number, c: number, logTime: number): number =>
  x + log1pExp(log(c) + logTime - x);
