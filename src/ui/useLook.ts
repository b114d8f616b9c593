import { useLayoutEffect } from 'react';
import { useView } from '../state/view.ts';
import { useMediaQuery } from './parts/useMediaQuery.ts';

/** Puts theme and lecture mode on the root element, where the style sheets read them. */
export function useLook(): void {
  const theme = useView((view) => view.theme);
  const lecture = useView((view) => view.lecture);
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const dark = theme === 'dark' || (theme === 'system' && systemDark);

  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['theme'] = dark ? 'dark' : 'light';
    if (lecture) dataset['lecture'] = '';
    else delete dataset['lecture'];
  }, [dark, lecture]);
}
