import { useEffect } from 'react';
import { pointsOf } from '../../settings/study/study.ts';
import { useClock } from '../../state/clock.ts';
import { useLabFact } from '../../state/lab.ts';
import { flowChunk } from '../panels/flow-chunk.ts';

/** Keeps the clock that of the batch on screen. */
export function useFlowClock(): void {
  const study = useLabFact(({ current }) => current?.study);
  useEffect(() => {
    let isShown = true;
    const flows = study && pointsOf(study).some(({ settings }) => settings.method === 'flow');
    if (!flows) useClock.setState({ clock: null });
    else
      // Without its code points are called epochs; the run itself says that code is missing.
      void flowChunk
        .load()
        .then((parts) => isShown && parts && useClock.setState({ clock: parts.clockOf(study) }));
    return () => void (isShown = false);
  }, [study]);
}
