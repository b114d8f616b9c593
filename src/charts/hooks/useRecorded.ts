import { useEffect, useState } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { frameClock } from '../frame.ts';

/** Recordings as they were at one moment: a new object whenever any of them grew. */
export interface Recorded {
  readonly recordings: readonly Recording[];
  readonly version: number;
}

const versionOf = (recordings: readonly Recording[]): number =>
  recordings.reduce((sum, recording) => sum + recording.version, 0);

/** Renders again, at most once a frame, when a recording grew: they change in place and are in no store. */
export function useRecorded(recordings: readonly Recording[]): Recorded {
  const [recorded, setRecorded] = useState<Recorded>(() => ({ recordings, version: versionOf(recordings) }));
  useEffect(() => {
    let last = -1;
    return frameClock.subscribe(() => {
      const version = versionOf(recordings);
      if (version === last) return;
      last = version;
      setRecorded({ recordings, version });
    });
  }, [recordings]);
  return recorded;
}
