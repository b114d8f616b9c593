import { useEffect } from 'react';
import { useLabStore } from '../../state/lab.ts';

/** Escape takes the run before the last change off the charts, unless something nearer has a use for the key. */
export function useClearGhost(): void {
  const store = useLabStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTaken =
        event.defaultPrevented || document.querySelector('[role=dialog], [role=listbox]') !== null;
      if (event.key === 'Escape' && !isTaken && store.getSnapshot().ghost !== null) store.clearGhost();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store]);
}
