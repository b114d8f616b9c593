import { useMemo } from 'react';
import { useView } from '../../state/view.ts';
import { createBands } from '../data/means.ts';
import type { Bands } from '../data/means.ts';

/** Storage for a chart's means, which show their runs as the view says; another when that changed. */
export function useBands(): Bands {
  const kind = useView((view) => view.band);
  return useMemo(() => createBands(kind), [kind]);
}
