import { ChevronDown } from 'lucide-react';
import { useLab, useLabFact } from '../../state/lab.ts';
import { useOpened } from '../../state/opened.ts';
import { useSettings } from '../../state/settings.ts';
import { usePopup } from '../parts/usePopup.ts';
import { briefOf } from './brief.ts';
import { judgeClaim, newestBatch, toldBatch } from './facts.ts';
import { useObstacle } from './useObstacle.ts';
import { StatusFacts } from './StatusFacts.tsx';
import './status.css';

/** How the computation is, in two or three words; pressed, all that is known of it and what can be done about it. */
export function StatusButton() {
  const { trigger, parts, popup } = usePopup();
  const snapshot = useLab();
  const opened = useOpened();
  const study = useSettings((state) => state.study);
  const obstacle = useObstacle();
  const busy = useLabFact((lab) => newestBatch(lab)?.status === 'computing') && obstacle === null;
  const { words, tone } = briefOf(obstacle, toldBatch(snapshot), judgeClaim(opened, study, snapshot));
  return (
    <div className="status" data-testid="status" data-tone={tone} aria-busy={busy}>
      <button {...trigger} type="button" className="status-button" aria-label={`Computation: ${words}`}>
        <span>{words}</span>
        <ChevronDown aria-hidden size="0.875rem" />
      </button>
      {parts !== null && (
        <parts.Popup {...popup} title="The computation">
          <StatusFacts />
        </parts.Popup>
      )}
    </div>
  );
}
