import type { Recording } from './recording.ts';

/** The furthest epoch that any of the runs has reached; 0 before the first. */
export function computedEpoch(recordings: readonly Pick<Recording, 'epochs' | 'length'>[]): number {
  let furthest = 0;
  for (const { epochs, length } of recordings) {
    if (length > 0) furthest = Math.max(furthest, epochs[length - 1]!);
  }
  return furthest;
}
