import { useEffect } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { historyChunk } from './chunk.ts';

/** Nothing of the first seconds waits for it. */
const BEGIN_AFTER_MS = 2_000;

/** From when the page is at rest, what is looked at is kept among the recent studies. */
export function useRemember(): void {
  const store = useLabStore();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let ended = false;
    const timer = setTimeout(() => {
      void historyChunk.load().then((loaded) => {
        if (loaded === null || ended) return;
        stop = loaded.rememberStudies(store, { keeper: loaded.keeper, now: () => Date.now() });
      });
    }, BEGIN_AFTER_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [store]);
}
