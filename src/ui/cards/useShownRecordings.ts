import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { frameTurns } from '../../charts/turns.ts';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useLabFact, useLabStore, type LabStore } from '../../state/lab.ts';

/** What a panel shows: the recordings of the mode in front, and all modes. */
interface Shown {
  readonly recordings: readonly Recording[];
  readonly variants: readonly Variant[];
}

/** Of a panel out of sight: it neither draws them nor keeps those of an older batch in memory. */
const NONE: Shown = { recordings: [], variants: [] };

function wanted(store: LabStore, near: boolean): Shown | null {
  const { recordings, variants } = store.getSnapshot();
  if (recordings === null) return null;
  return near ? { recordings, variants } : NONE;
}

const isSame = (a: Shown | null, b: Shown | null): boolean =>
  a?.recordings === b?.recordings && a?.variants === b?.variants;

/**
 * The recordings of the batch on screen, or null before the first. Others are taken when the panel's turn comes, in a
 * frame that paints them: a dozen panels at once would be one long task.
 */
export function useShownRecordings(near: boolean): Shown | null {
  const store = useLabStore();
  const [shown, setShown] = useState(() => wanted(store, near));
  const last = useRef(shown);
  useEffect(() => {
    const stops = [
      frameTurns.subscribe(() => {
        const next = wanted(store, near);
        if (isSame(next, last.current)) return false;
        last.current = next;
        flushSync(() => setShown(next));
        return true;
      }),
      store.subscribe(() => {
        if (!isSame(wanted(store, near), last.current)) frameTurns.hurry();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [store, near]);
  // Another mode of the same batch comes to the front in all panels at once: its runs are there already.
  const front = useLabFact(({ recordings, variants }) =>
    shown !== null && variants === shown.variants ? recordings : (shown?.recordings ?? null),
  );
  return useMemo(
    () => (shown === null || front === null ? shown : { ...shown, recordings: front }),
    [shown, front],
  );
}
