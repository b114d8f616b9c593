import { useCallback } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { useBegunLater } from '../parts/useBegunLater.ts';
import { historyChunk } from './chunk.ts';

type History = NonNullable<typeof historyChunk.state.parts>;

/** Nothing of the first seconds waits for it. */
const BEGIN_AFTER_MS = 2_000;

/** From when the page is at rest, what is looked at is kept among the recent studies. */
export function useRemember(): void {
  const store = useLabStore();
  const begin = useCallback(
    ({ rememberStudies, keeper }: History) => rememberStudies(store, { keeper, now: () => Date.now() }),
    [store],
  );
  useBegunLater(historyChunk, BEGIN_AFTER_MS, begin);
}
