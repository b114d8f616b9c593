import { Info, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { Batch } from '../../engine/batch.ts';
import { formatNumber } from '../../settings/words.ts';
import { checkStudy } from '../../settings/study/check.ts';
import { useLab } from '../../state/lab.ts';
import { useOpened } from '../../state/opened.ts';
import { useRefusals, type Refusal } from '../../state/refusals.ts';
import { useSettings } from '../../state/settings.ts';
import { loadFloating, useFloatingFailure } from '../parts/floating.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { Symbols } from '../parts/Symbols.tsx';
import { GoBack } from './GoBack.tsx';
import { ComputeAgain } from './ComputeAgain.tsx';
import { LoadFailure } from '../parts/LoadFailure.tsx';
import { newestBatch } from './facts.ts';
import { useAbsence } from './useAbsence.ts';
import { useObstacle } from './useObstacle.ts';
import { Icon } from '../parts/Icon.tsx';

/** What was dropped from the opened link, and why; as text only, since a link may hold anything. */
function LinkNotes() {
  const notes = useOpened((opened) => opened.notes);
  const [dismissed, setDismissed] = useState<typeof notes | null>(null);
  if (notes.length === 0 || dismissed === notes) return null;
  return (
    <div className="banner" data-testid="link-notes" role="status">
      <Icon of={Info} size="1.125rem" />
      <div>
        <p>This link could not be read as a whole. The rest of it is shown.</p>
        <ul>
          {notes.map((note, index) => (
            <li key={index}>
              <Symbols text={note.message} />
            </li>
          ))}
        </ul>
      </div>
      <IconButton icon={X} label="Dismiss" onClick={() => setDismissed(notes)} />
    </div>
  );
}

const REFUSED: Readonly<Record<Refusal, string>> = {
  storage: 'The theme is not kept for the next visit.',
  history: 'The address bar does not follow what you do; “Copy link” has the link of what you see.',
};

/** What the browser forbids here; the rest works. */
function Refusals() {
  const refused = useRefusals((state) => state.refused);
  const [dismissed, setDismissed] = useState(false);
  if (refused.length === 0 || dismissed) return null;
  return (
    <div className="banner" data-testid="refusals" role="status">
      <Icon of={Info} size="1.125rem" />
      <div>
        <p>This browser forbids the page a part of what it does: in a sandboxed frame, or by a setting.</p>
        <ul>
          {refused.map((refusal) => (
            <li key={refusal}>{REFUSED[refusal]}</li>
          ))}
        </ul>
      </div>
      <IconButton icon={X} label="Dismiss" onClick={() => setDismissed(true)} />
    </div>
  );
}

/** What went wrong with the newest batch, and the way out. */
function BatchMessage({ batch }: { readonly batch: Batch }) {
  const change = useSettings((state) => state.change);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const { message, suggestedEta, status } = batch;
  const id = `${batch.id} ${message}`;
  if (message === null || dismissed === id) return null;
  const bad = status === 'failed' || status === 'diverged';
  return (
    <div className={`banner ${bad ? 'banner-bad' : ''}`} role={bad ? 'alert' : 'status'}>
      <Icon of={TriangleAlert} size="1.125rem" />
      <p>
        <Symbols text={message} />
      </p>
      {suggestedEta !== null && (
        <button type="button" className="button" onClick={() => change({ eta: suggestedEta })}>
          Use η = {formatNumber(suggestedEta)}
        </button>
      )}
      {status === 'failed' && <ComputeAgain />}
      <IconButton icon={X} label="Dismiss" onClick={() => setDismissed(id)} />
    </div>
  );
}

/** What has to be told, over the row of the sentence; what leaves no charts to show is told in the charts' place. */
export function Banners() {
  const batch = newestBatch(useLab());
  const study = useSettings((state) => state.study);
  const unloaded = useFloatingFailure();
  const obstacle = useObstacle();
  const absence = useAbsence();
  const error = checkStudy(study).find(({ severity }) => severity === 'error');
  return (
    <div className="banners">
      <div className="banner-stack">
        <LinkNotes />
        <Refusals />
        {unloaded !== null && (
          <div className="floating-failure">
            <LoadFailure
              what="What opens over the page (lists, menus, dialogs)"
              failure={unloaded}
              onRetry={() => void loadFloating()}
            />
          </div>
        )}
        {error !== undefined && absence === null && (
          <div className="banner banner-bad" role="alert">
            <Icon of={TriangleAlert} size="1.125rem" />
            <p>
              These settings cannot be run: <Symbols text={error.message} />. The charts are of the last that
              could.
            </p>
            <GoBack />
          </div>
        )}
        {obstacle === null && absence === null && batch !== null && <BatchMessage batch={batch} />}
      </div>
    </div>
  );
}
