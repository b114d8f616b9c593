import { useEffect, useRef, useState } from 'react';

/**
 * What the worker that watches claims answers; null before it does, and where it does not: the line says that nothing is
 * watched.
 * @param about asked again when it changes
 */
export function useAnswer<T>(ask: () => Promise<T | null>, about: string): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  const newest = useRef(ask);
  useEffect(() => {
    newest.current = ask;
  });
  useEffect(() => {
    let left = false;
    newest.current().then(
      (found) => {
        if (!left) setAnswer(found);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [about]);
  return answer;
}
