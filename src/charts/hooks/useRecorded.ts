import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Recording } from '../../engine/recording.ts';
import { usePrinting } from '../../state/printing.ts';
import { frameTurns } from './turns.ts';

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

/**
 * What is to be shown: other recordings at once, what grew since when it is due. Paper waits for no turn: it gets what
 * there is.
 */
export const nextRecorded = (
  shown: Recorded,
  recordings: readonly Recording[],
  printing: boolean,
): Recorded =>
  shown.recordings !== recordings || (printing && shown.version !== versionOf(recordings))
    ? recordedNow(recordings)
    : shown;

/**
 * Renders again when a recording grew and is due: they change in place and are in no store. What grew is drawn after the
 * frame that sees it, when the chart's turn comes.
 */
export function useRecorded(recordings: readonly Recording[]): Recorded {
  const [recorded, setRecorded] = useState<Recorded>(() => recordedNow(recordings));
  const printing = usePrinting((state) => state.printing);
  const current = nextRecorded(recorded, recordings, printing);
  if (current !== recorded) setRecorded(current);
  useEffect(() => {
    let { version } = recordedNow(recordings);
    let shownAt = performance.now();
    return frameTurns.subscribe((now) => {
      const next = recordedNow(recordings);
      if (next.version === version || !isDue(recordings, now - shownAt)) return false;
      version = next.version;
      shownAt = now;
      flushSync(() => setRecorded(next));
      return true;
    });
  }, [recordings]);
  return current;
}

const recordedNow = (recordings: readonly Recording[]): Recorded => ({
  recordings,
  version: versionOf(recordings),
});
