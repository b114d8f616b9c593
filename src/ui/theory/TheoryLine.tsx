import { ChevronRight } from 'lucide-react';
import { countStandings } from '../../settings/claim-standing.ts';
import { useTheory } from '../../state/theory.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { SHOWN_STANDINGS, STANDING_LOOKS, type ShownStanding } from './standing.ts';
import { useStandings } from './useStandings.ts';
import './theory-line.css';

/** These are said even of none. */
const ALWAYS: readonly ShownStanding[] = ['holds', 'violated'];

/** How many claims hold of what is on screen, in one line that opens their list. */
export function TheoryLine() {
  const claims = useStandings('front');
  const failure = useTheory((state) => state.failure);
  const stale = useTheory((state) => state.stale);
  const open = useView((view) => view.claim !== '');
  const counts = countStandings(claims);
  const failed = claims.filter(
    ({ text, standing, failed: runs }) => text.form !== 'printed' && standing === 'outside' && runs > 0,
  ).length;
  return (
    <button
      type="button"
      className="theory-line"
      aria-expanded={open}
      aria-controls="theory"
      data-stale={stale ? '' : undefined}
      data-testid="theory-line"
      onClick={() => useView.getState().set({ claim: open ? '' : 'all' })}
    >
      <strong>Theory</strong>
      {claims.length === 0 ? (
        <span>
          {failure === null
            ? 'the papers’ claims are checked when the runs are done'
            : `not checked: ${failure}`}
        </span>
      ) : (
        SHOWN_STANDINGS.map((standing) => {
          const count = counts[standing];
          if (count === 0 && !ALWAYS.includes(standing)) return null;
          return (
            <span
              key={standing}
              className="theory-count"
              data-standing={standing}
              data-none={count === 0 ? '' : undefined}
            >
              <Icon of={STANDING_LOOKS[standing].icon} size="0.875rem" />
              <b>{count}</b>{' '}
              <span>
                {STANDING_LOOKS[standing].words}
                {standing === 'outside' &&
                  failed > 0 &&
                  ` (${failed} ${failed === 1 ? 'fails' : 'fail'} there)`}
              </span>
            </span>
          );
        })
      )}
      <Icon of={ChevronRight} size="1rem" />
    </button>
  );
}
