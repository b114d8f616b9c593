import { useMemo } from 'react';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { useClock, type Clock } from '../../state/clock.ts';
import { isCompared } from '../data/looks.ts';
import { useRecorded } from './useRecorded.ts';

/** The point in front and all that are compared, as they were at one moment. */
export interface Grown {
  readonly recordings: readonly Recording[];
  readonly variants: readonly Variant[];
  readonly version: number;
  /** What their time is. */
  readonly clock: Clock | null;
}

const ALONE: readonly Variant[] = [];

/** As {@link useRecorded}, for charts that show all compared modes: a new object whenever a run of any mode grew. */
export function useGrown(recordings: readonly Recording[], variants: readonly Variant[] = ALONE): Grown {
  const watched = useMemo(
    () => (isCompared(variants) ? variants.flatMap((variant) => variant.recordings) : recordings),
    [recordings, variants],
  );
  const recorded = useRecorded(watched);
  const { clock } = useClock();
  return useMemo(
    () => ({ recordings, variants, version: recorded.version, clock }),
    [recordings, variants, recorded, clock],
  );
}
