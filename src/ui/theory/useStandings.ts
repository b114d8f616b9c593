import { useMemo } from 'react';
import { standingsOf, type ClaimStanding } from '../../settings/claim-standing.ts';
import { reportsOf, useTheory } from '../../state/theory.ts';

const NONE: readonly ClaimStanding[] = [];

/** The claims over the runs in front, or over all of the study, as far as they were watched. */
export function useStandings(of: 'front' | 'all'): readonly ClaimStanding[] {
  const texts = useTheory((state) => state.texts);
  const runs = useTheory((state) => state.runs);
  const reports = useTheory((state) => state.reports);
  return useMemo(() => {
    const judged = reportsOf({ runs, reports }, of).map((report) => report.judged);
    return texts === null || judged.length === 0 ? NONE : standingsOf(texts, judged);
  }, [texts, runs, reports, of]);
}
