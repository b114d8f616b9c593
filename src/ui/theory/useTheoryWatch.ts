import { useEffect } from 'react';
import type { SealedDataset } from '../../protocol/sealed-dataset.ts';
import { useLabStore } from '../../state/lab.ts';
import { useDatasets } from '../data/dataset-store.ts';
import { theoryChunk } from './chunk.ts';

/** Nothing of the first curves waits for it. */
const BEGIN_AFTER_MS = 300;

/** What a run trains on; null where it is not open. */
export const datasetOf = (id: string): SealedDataset | null =>
  useDatasets.getState().datasets.get(id)?.dataset ?? null;

/** From the first whole run on, the claims are watched on what is on screen, and probes measured that are looked at. */
export function useTheoryWatch(): void {
  const store = useLabStore();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let ended = false;
    const timer = setTimeout(() => {
      void theoryChunk.load().then((loaded) => {
        if (loaded === null || ended) return;
        const parts = { client: loaded.theoryClient, datasetOf };
        const stops = [loaded.watchTheory(store, parts), loaded.watchProbes(store, parts)];
        stop = () => stops.forEach((end) => end());
      });
    }, BEGIN_AFTER_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [store]);
}
