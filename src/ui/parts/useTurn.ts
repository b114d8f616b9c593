import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { frameTurns, turnOnce } from '../../charts/hooks/turns.ts';

/**
 * Whether a part of the page has had its turn to be there: all parts mounted at once are the longest task there is.
 * @param atOnce without waiting for a turn: a page that is about to be printed has no frames
 */
export function useTurn(atOnce = false): boolean {
  const [had, setHad] = useState(atOnce);
  useEffect(() => {
    if (had) return;
    return turnOnce(frameTurns, () => flushSync(() => setHad(true)));
  }, [had]);
  return had || atOnce;
}
