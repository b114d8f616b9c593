import { FileWarning } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { inTime } from '../../charts/data/moment.ts';
import type { ClaimStanding } from '../../settings/claim-standing.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../parts/Icon.tsx';
import { Symbols } from '../parts/Symbols.tsx';
import { ClaimPage } from './ClaimPage.tsx';
import { STANDING_LOOKS } from './standing.ts';

/** A claim in the list: what it says and how it stands; pressed, all about it. */
export function ClaimRow({ claim }: { readonly claim: ClaimStanding }) {
  const { text, standing } = claim;
  const open = useView((view) => view.claim === text.id);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  if (standing === 'silent') return null;
  const printed = text.form === 'printed';
  return (
    <li className="claim" ref={row}>
      <button
        type="button"
        className="claim-head"
        data-standing={printed ? 'printed' : standing}
        aria-expanded={open}
        onClick={() => useView.getState().set({ claim: open ? 'all' : text.id })}
      >
        <Icon of={printed ? FileWarning : STANDING_LOOKS[standing].icon} size="1rem" />
        <span className="claim-words">
          <span className="claim-number">
            {text.number}
            {printed && ' as printed'}
          </span>
          <span className="claim-statement">
            <Symbols text={inTime(text.statement)} />
          </span>
          <span className="claim-standing">{standingInWords(claim)}</span>
        </span>
      </button>
      {open && <ClaimPage claim={claim} />}
    </li>
  );
}

/** "holds in 5 of 5 runs", in the words of the list. */
export function standingInWords({ standing, applies, failed, text }: ClaimStanding): string {
  const runs = applies === 1 ? 'in the one run' : `in ${applies} runs`;
  const failing = applies === 1 ? 'fails in the one run' : `fails in ${failed} of ${applies} runs`;
  if (text.form === 'printed') return failed > 0 ? `${failing}, as it is printed` : `did not fail ${runs}`;
  switch (standing) {
    case 'violated':
      return `${failing}${text.delta === undefined ? '' : `, which it may with probability ${text.delta}`}`;
    case 'outside':
      return failed > 0
        ? `outside its assumptions; ${failing}`
        : `outside its assumptions; it does not fail ${runs}`;
    case 'untold':
      return 'cannot be told';
    case 'holds':
      return `holds so far ${runs}`;
    case 'measured':
      return `measured ${runs}`;
    case 'silent':
      return 'does not apply';
  }
}
