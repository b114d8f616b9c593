import { X } from 'lucide-react';
import { useState } from 'react';
import { countStandings, type ClaimStanding } from '../../settings/claim-standing.ts';
import { useTheory } from '../../state/theory.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { ClaimRow } from './ClaimRow.tsx';
import { ConjectureForm } from './ConjectureForm.tsx';
import { byPaper, PAPERS } from './papers.ts';
import { SHOWN_STANDINGS, STANDING_LOOKS, type ShownStanding } from './standing.ts';
import { useStandings } from './useStandings.ts';
import './theory.css';

/** Every claim that says something of the study, by paper, and what became of it. */
export function TheoryPanel() {
  const claims = useStandings('all').filter(({ standing }) => standing !== 'silent');
  const failure = useTheory((state) => state.failure);
  const [only, setOnly] = useState<ShownStanding | null>(null);
  const shown = only === null ? claims : claims.filter((claim) => isOf(claim, only));
  const close = (): void => {
    useView.getState().set({ claim: '' });
    document.querySelector<HTMLElement>('.theory-line')?.focus();
  };
  return (
    <aside className="theory-panel" id="theory" aria-label="Theory">
      <header className="theory-head">
        <h2>Theory</h2>
        <Progress />
        <IconButton icon={X} label="Close the theory" onClick={close} />
      </header>
      {claims.length > 0 && <Filters claims={claims} only={only} onOnly={setOnly} />}
      <div className="theory-body">
        {failure !== null && <p className="theory-note">The claims are not watched: {failure}.</p>}
        {claims.length === 0 && failure === null && (
          <p className="theory-note" aria-busy>
            The claims are watched when the runs in front are done.
          </p>
        )}
        <ConjectureForm />
        {byPaper(shown).map(({ paper, claims: own }) => (
          <section key={paper} aria-labelledby={`theory-${paper}`}>
            <h3 id={`theory-${paper}`}>{PAPERS[paper]}</h3>
            <ul className="theory-claims">
              {own.map((claim) => (
                <ClaimRow key={claim.text.id} claim={claim} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </aside>
  );
}

/** What is printed wrong is listed where it stands, and counted nowhere. */
const isOf = ({ standing, text }: ClaimStanding, only: ShownStanding): boolean =>
  standing === only && text.form !== 'printed';

/** On how many runs the claims were watched. */
function Progress() {
  const runs = useTheory((state) => state.runs);
  const reports = useTheory((state) => state.reports);
  const whole = runs.filter(({ key }) => (reports.get(key)?.end ?? null) !== null).length;
  return (
    <p className="theory-progress" role="status">
      {runs.length === 0
        ? ''
        : whole === runs.length
          ? `on ${words(runs.length)}`
          : `on ${whole} of ${words(runs.length)}`}
    </p>
  );
}

const words = (runs: number): string => (runs === 1 ? 'one run' : `${runs} runs`);

interface FiltersProps {
  readonly claims: readonly ClaimStanding[];
  readonly only: ShownStanding | null;
  readonly onOnly: (only: ShownStanding | null) => void;
}

function Filters({ claims, only, onOnly }: FiltersProps) {
  const counts = countStandings(claims);
  return (
    <div className="theory-filters" role="group" aria-label="Claims that are listed">
      {SHOWN_STANDINGS.map((standing) => (
        <button
          key={standing}
          type="button"
          className="theory-filter"
          data-standing={standing}
          aria-pressed={only === standing}
          title={STANDING_LOOKS[standing].meaning}
          disabled={counts[standing] === 0 && only !== standing}
          onClick={() => onOnly(only === standing ? null : standing)}
        >
          <Icon of={STANDING_LOOKS[standing].icon} size="0.875rem" />
          {counts[standing]} {STANDING_LOOKS[standing].words}
        </button>
      ))}
    </div>
  );
}
