import { useEffect, useMemo, useState } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { frameClock } from '../frame.ts';

/** Recordings as they were at one moment: a new object whenever any of them grew. */
export interface Recorded {
  readonly recordings: readonly Recording[];
  readonly version: number;
}

const versionOf = (recordings: readonly Recording[]): number =>
  recordings.reduce((sum, recording) => sum + recording.version, 0);

/** Charts of a growing recording are drawn so often at most: what they do not use is left to the training. */
const GROWING_MS = 100;

/**
 * Whether what grew is to be shown in this frame: at once when nothing more will come, else every GROWING_MS.
 *
 * @param sinceShown milliseconds since it was shown last
 */
export function isDue(recordings: readonly Recording[], sinceShown: number): boolean {
  return sinceShown >= GROWING_MS || recordings.every(({ end }) => end !== null);
}

const recordedNow = (recordings: readonly Recording[]): Recorded => ({
  recordings,
  version: versionOf(recordings),
});

/** Renders again when a recording grew and is due: they change in place and are in no store. Others are shown at once. */
export function useRecorded(recordings: readonly Recording[]): Recorded {
  const [recorded, setRecorded] = useState<Recorded>(() => recordedNow(recordings));
  const fresh = useMemo(() => recordedNow(recordings), [recordings]);
  useEffect(() => {
    let last = -1;
    let shownAt = -Infinity;
    return frameClock.subscribe((now) => {
      const version = versionOf(recordings);
      if (version === last || !isDue(recordings, now - shownAt)) return;
      last = version;
      shownAt = now;
      setRecorded(recordedNow(recordings));
    });
  }, [recordings]);
  return recorded.recordings === recordings ? recorded : fresh;
}
