import { estimateSeconds, runsOf } from '../../settings/study/bounds.ts';
import type { Study } from '../../settings/study/study.ts';

/**
 * Seconds that a study takes on this machine's threads but one: an order of magnitude.
 * @param frozen as of `estimateSeconds`
 */
export function secondsHere(study: Study, frozen = true): number {
  // Some browsers do not tell.
  const threads = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  return estimateSeconds(study, {}, frozen) / Math.min(threads, runsOf(study));
}
