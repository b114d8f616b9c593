import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { frameTurns } from '../../charts/turns.ts';
import type { Recording } from '../../engine/recording.ts';
import { useLabStore, type LabStore } from '../../state/lab.ts';

type Recordings = readonly Recording[] | null;

/** Of a panel out of sight: it neither draws them nor keeps those of an older batch in memory. */
const NONE: readonly Recording[] = [];

function wanted(store: LabStore, near: boolean): Recordings {
  const { recordings } = store.getSnapshot();
  return near || recordings === null ? recordings : NONE;
}

/**
 * The recordings of the batch on screen, or null before the first. Others are taken when the panel's turn comes, in a
 * frame that paints them: a dozen panels at once would be one long task.
 */
export function useShownRecordings(near: boolean): Recordings {
  const store = useLabStore();
  const [shown, setShown] = useState(() => wanted(store, near));
  const last = useRef(shown);
  useEffect(() => {
    const stops = [
      frameTurns.subscribe(() => {
        const next = wanted(store, near);
        if (next === last.current) return false;
        last.current = next;
        flushSync(() => setShown(next));
        return true;
      }),
      store.subscribe(() => {
        if (wanted(store, near) !== last.current) frameTurns.hurry();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [store, near]);
  return shown;
}
