import { useCallback } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { useBegunLater } from '../parts/useBegunLater.ts';
import { theoryChunk } from './chunk.ts';
import { datasetOf } from './datasets.ts';

type TheoryParts = NonNullable<typeof theoryChunk.state.parts>;

/** Nothing of the first curves waits for it. */
const BEGIN_AFTER_MS = 300;

/** From the first whole run on, the claims are watched on what is on screen, and probes and slices measured that are looked at. */
export function useTheoryWatch(): void {
  const store = useLabStore();
  const begin = useCallback(
    ({ theoryClient: client, letChartsDrawTheory, watchTheory, watchProbes, watchSlices }: TheoryParts) => {
      letChartsDrawTheory();
      const parts = { client, datasetOf };
      const stops = [watchTheory(store, parts), watchProbes(store, parts), watchSlices(store, parts)];
      return () => stops.forEach((stop) => stop());
    },
    [store],
  );
  useBegunLater(theoryChunk, BEGIN_AFTER_MS, begin);
}
