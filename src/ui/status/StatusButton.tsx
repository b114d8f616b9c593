import { ChevronDown, CirclePlay, CircleStop } from 'lucide-react';
import { useMemo, type CSSProperties } from 'react';
import { useLab, useLabFact, useLabStore } from '../../state/lab.ts';
import { useOpened } from '../../state/opened.ts';
import { useSettings } from '../../state/settings.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { usePopup } from '../parts/usePopup.ts';
import { briefOf } from './brief.ts';
import { secondsHere } from './seconds-here.ts';
import { judgeClaim, newestBatch, toldBatch } from './facts.ts';
import { useObstacle } from './useObstacle.ts';
import { Icon } from '../parts/Icon.tsx';
import './status.css';

/** What takes so many seconds more can be stopped where it is told. */
const LONG = 3;

/** How the computation is, in two or three words; pressed, all that is known of it and what can be done about it. */
export function StatusButton() {
  const { trigger, parts, popup } = usePopup();
  const { lab } = useLabStore();
  const snapshot = useLab();
  const opened = useOpened();
  const study = useSettings((state) => state.study);
  const obstacle = useObstacle();
  const busy = useLabFact((lab) => newestBatch(lab)?.status === 'computing') && obstacle === null;
  const isStopped = useLabFact((lab) => newestBatch(lab)?.status === 'paused') && obstacle === null;
  // Before it is known how fast it goes, what is known of such studies.
  const expected = useMemo(() => secondsHere(study), [study]);
  const isLong = (snapshot.secondsLeft ?? expected) >= LONG;
  const { words, tone } = briefOf(
    obstacle,
    toldBatch(snapshot),
    judgeClaim(opened, study, snapshot),
    snapshot.secondsLeft,
  );
  return (
    <div className="status" data-testid="status" data-tone={tone} aria-busy={busy}>
      <button
        {...trigger}
        type="button"
        className="status-button"
        style={busy ? ({ '--share': toldBatch(snapshot)?.progress ?? 0 } as CSSProperties) : undefined}
        aria-label={`Computation: ${words}`}
      >
        <span>{words}</span>
        <Icon of={ChevronDown} size="0.875rem" />
      </button>
      {busy && isLong && <IconButton icon={CircleStop} label="Stop computing" onClick={() => lab.pause()} />}
      {isStopped && <IconButton icon={CirclePlay} label="Go on computing" onClick={() => lab.resume()} />}
      {parts !== null && <parts.StatusPopup {...popup} />}
    </div>
  );
}
