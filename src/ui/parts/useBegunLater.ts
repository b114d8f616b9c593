import { useEffect } from 'react';
import type { Chunk } from './chunk.ts';

/**
 * Begins something whose code the page does not wait for.
 * @param begin gives how to stop; the same function unless it has to begin anew
 * @param after milliseconds from when the page is there
 */
export function useBegunLater<T>(chunk: Chunk<T>, after: number, begin: (parts: T) => () => void): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let ended = false;
    const timer = setTimeout(() => {
      void chunk.load().then((parts) => {
        if (parts !== null && !ended) stop = begin(parts);
      });
    }, after);
    return () => {
      ended = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [chunk, after, begin]);
}
