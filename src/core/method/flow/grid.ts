import { expm1 } from '../../special/expm1.ts';
import { log } from '../../special/log.ts';
import { LOG_TIME_RANGE, type MethodSpec } from '../../experiment.ts';

/** log t of the first point after t = 0. */
const FIRST = -6;
/** Up to here log t grows about evenly, further on geometrically. */
const EVEN = 16;

/**
 * log t of the points 0..`last` at which a flow is recorded: −∞ (t = 0), then from e^−6 to the end, even in log t at first and
 * then ever wider. A function of the settings alone.
 *
 * @throws RangeError when the end, or the list of times, is out of range
 */
export function flowGrid(method: Extract<MethodSpec, { kind: 'flow' }>, last: number): Float64Array {
  const { logTime, logTimes } = method;
  if (logTimes !== undefined) return givenTimes(logTimes, last);
  const { min, max } = LOG_TIME_RANGE;
  if (!(logTime >= min && logTime <= max)) {
    throw new RangeError(`log t = ${logTime} at the end of the flow is outside ${min} to ${max}`);
  }
  const whole = log(1 + (logTime - FIRST) / EVEN);
  return Float64Array.from({ length: last + 1 }, (_, k) => {
    if (k === 0) return -Infinity;
    return k === last ? logTime : FIRST + EVEN * expm1((whole * (k - 1)) / (last - 1));
  });
}

function givenTimes(logTimes: readonly number[], last: number): Float64Array {
  if (logTimes.length !== last + 1) {
    throw new RangeError(`the flow is recorded at ${last + 1} times, and ${logTimes.length} are given`);
  }
  const odd = logTimes.findIndex((time, k) => !(k === 0 || time > logTimes[k - 1]!));
  if (odd >= 0) throw new RangeError(`log t = ${logTimes[odd]} of the flow is not above the one before it`);
  return Float64Array.from(logTimes);
}
