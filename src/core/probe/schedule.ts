import { exp } from '../special/exp.ts';
import { log } from '../special/log.ts';

/** Recorded epochs of which every one is probed. */
const EVERY = 64;
/** Later ones are so much further apart each time: a hundredth of a chart's width. */
const STEP = 1.035;
/** Epochs of a run that are probed at most, and at least where probing is dear. */
const MOST = 300;
const LEAST = 24;
/** What {@link probedPlaces} comes to, in words. */
export const PROBED = 'every recorded epoch of the first 64, then ever fewer, 300 in all,';

/** Multiply–adds that probing a run may take, about: a minute. */
const BUDGET = 4e10;

/**
 * Which recorded epochs are probed, by their place among these: all of the first 64, then ever fewer, and the last; fewer
 * from the start where one is dear. At most 300.
 *
 * @param count recorded epochs
 * @param cost multiply–adds of one
 */
export function probedPlaces(count: number, cost: number): ReadonlySet<number> {
  const last = count - 1;
  const most = Math.min(MOST, Math.max(LEAST, Math.floor(BUDGET / Math.max(1, cost))));
  const every = Math.min(EVERY, most / 3);
  const places = new Set<number>();
  for (let k = 0; k <= last && k < every; k++) places.add(k);
  if (last < every) return places;
  const far = log(last / every);
  const steps = Math.min(most - places.size, Math.ceil(far / log(STEP)));
  for (let k = 1; k <= steps; k++) places.add(Math.round(every * exp((far * k) / steps)));
  return places.add(last);
}
