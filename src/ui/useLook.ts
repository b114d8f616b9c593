import { useLayoutEffect } from 'react';
import { usePrinting } from '../state/printing.ts';
import { useView } from '../state/view.ts';
import { useMediaQuery } from './parts/useMediaQuery.ts';

/** Puts theme, lecture mode and printing on the root element, where the style sheets read them; paper is light. */
export function useLook(): void {
  const theme = useView((view) => view.theme);
  const lecture = useView((view) => view.lecture);
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const printing = usePrinting((state) => state.printing);
  const dark = !printing && (theme === 'dark' || (theme === 'system' && systemDark));

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = dark ? 'dark' : 'light';
    root.toggleAttribute('data-lecture', lecture && !printing);
    root.toggleAttribute('data-printing', printing);
  }, [dark, lecture, printing]);
}
