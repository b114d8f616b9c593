import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { frameTurns } from '../../charts/hooks/turns.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { useLabFact, useLabStore, type LabSnapshot, type LabStore } from '../../state/lab.ts';

/** What a panel shows; recordings are null before the first batch. */
interface Shown extends Pick<LabSnapshot, 'recordings' | 'variants' | 'points' | 'ghost'> {
  /** The last planned epoch T of the recordings. */
  readonly horizon: number | undefined;
}

/** Of a panel out of sight: it neither draws recordings nor keeps those of an older batch in memory. */
const NOTHING: Shown = {
  recordings: [],
  variants: [],
  points: [],
  ghost: null,
  horizon: undefined,
};

/** What a panel is of: the curves, or all points. */
type Of = NonNullable<PanelSpec['of']>;

function wanted(store: LabStore, near: boolean, of: Of): Shown {
  const snapshot = store.getSnapshot();
  const { recordings, points, ghost, current } = snapshot;
  const variants = snapshot[of];
  const horizon = current?.settings.epochs;
  return near || recordings === null ? { recordings, variants, points, ghost, horizon } : NOTHING;
}

const isSame = (a: Shown, b: Shown): boolean =>
  a.recordings === b.recordings && a.variants === b.variants && a.points === b.points && a.ghost === b.ghost;

/**
 * The recordings of the batch on screen. Others are taken when the panel's turn comes, in a frame that paints them: a
 * dozen panels at once would be one long task.
 * @param of which of the batch's points
 * @param atOnce without waiting for a turn: a page that is about to be printed has no frames
 */
export function useShown(near: boolean, of: Of = 'variants', atOnce = false): Shown {
  const store = useLabStore();
  const [taken, setShown] = useState(() => wanted(store, near, of));
  const shown = atOnce ? wanted(store, near, of) : taken;
  const last = useRef(taken);
  useEffect(() => {
    const stops = [
      frameTurns.subscribe(() => {
        const next = wanted(store, near, of);
        if (isSame(next, last.current)) return false;
        last.current = next;
        flushSync(() => setShown(next));
        return true;
      }),
      store.subscribe(() => {
        if (!isSame(wanted(store, near, of), last.current)) frameTurns.hurry();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [store, near, of]);
  // Another mode of the same batch comes to the front in all panels at once: its runs are there already.
  const front = useLabFact((snapshot) =>
    snapshot[of] === shown.variants ? snapshot.recordings : shown.recordings,
  );
  return useMemo(() => ({ ...shown, recordings: front }), [shown, front]);
}
