import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { refreshPalette } from '../../charts/hooks/usePalette.ts';
import { measureAll } from '../../charts/hooks/useSize.ts';
import { usePrinting } from '../../state/printing.ts';

/** A chart's foot may take room only once its plot is drawn: then the plot is measured again. */
const PASSES = 3;

/**
 * Makes the page into what is printed, before the browser lays it out: that does not wait for frames, so nothing here
 * may, either.
 */
function become(printing: boolean): void {
  if (usePrinting.getState().printing === printing) return;
  flushSync(() => usePrinting.setState({ printing }));
  flushSync(refreshPalette);
  for (let pass = 0; pass < PASSES; pass++) flushSync(measureAll);
}

/** Follows the browser's printing, by which time every chart has to be there. */
export function usePrint(): void {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener('beforeprint', () => become(true), { signal });
    window.addEventListener('afterprint', () => become(false), { signal });
    const print = window.matchMedia('print');
    print.addEventListener('change', ({ matches }) => become(matches), { signal });
    return () => listening.abort();
  }, []);
}
