import { useEffect } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { useDatasets } from '../data/dataset-store.ts';
import { theoryChunk } from './chunk.ts';

/** Nothing of the first curves waits for it. */
const BEGIN_AFTER_MS = 300;

/** From the first whole run on, the claims are watched on what is on screen. */
export function useTheoryWatch(): void {
  const store = useLabStore();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let ended = false;
    const timer = setTimeout(() => {
      void theoryChunk.load().then((loaded) => {
        if (loaded === null || ended) return;
        stop = loaded.watchTheory(store, {
          client: loaded.theoryClient,
          datasetOf: (id) => useDatasets.getState().datasets.get(id)?.dataset ?? null,
        });
      });
    }, BEGIN_AFTER_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [store]);
}
