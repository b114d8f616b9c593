import { Info, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { Batch } from '../../engine/batch.ts';
import { formatNumber } from '../../settings/words.ts';
import { checkSettings } from '../../settings/validate.ts';
import { useLab } from '../../state/lab.ts';
import { useOpened } from '../../state/opened.ts';
import { useSettings } from '../../state/settings.ts';
import { useFloatingFailure } from '../parts/floating.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { GoBack } from './Absent.tsx';
import { ComputeAgain } from './ComputeAgain.tsx';
import { newestBatch } from './facts.ts';
import { useAbsence } from './useAbsence.ts';
import { useObstacle } from './useObstacle.ts';

/** What was dropped from the opened link, and why; as text only, since a link may hold anything. */
function LinkNotes() {
  const notes = useOpened((opened) => opened.notes);
  const [dismissed, setDismissed] = useState<typeof notes | null>(null);
  if (notes.length === 0 || dismissed === notes) return null;
  return (
    <div className="banner" data-testid="link-notes" role="status">
      <Info aria-hidden size="1.125rem" />
      <div>
        <p>This link could not be read as a whole. The rest of it is shown.</p>
        <ul>
          {notes.map((note, index) => (
            <li key={index}>{note.message}</li>
          ))}
        </ul>
      </div>
      <IconButton icon={X} label="Dismiss" onClick={() => setDismissed(notes)} />
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
      <TriangleAlert aria-hidden size="1.125rem" />
      <p>{message}</p>
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
  const settings = useSettings((state) => state.settings);
  const unloaded = useFloatingFailure();
  const obstacle = useObstacle();
  const absence = useAbsence();
  const error = checkSettings(settings).find(({ severity }) => severity === 'error');
  return (
    <div className="banners">
      <div className="banner-stack">
        <LinkNotes />
        {unloaded !== null && (
          <div className="banner banner-bad" role="alert">
            <TriangleAlert aria-hidden size="1.125rem" />
            <p>Lists, menus and dialogs could not be loaded; pressing again tries again. {unloaded}</p>
          </div>
        )}
        {error !== undefined && absence === null && (
          <div className="banner banner-bad" role="alert">
            <TriangleAlert aria-hidden size="1.125rem" />
            <p>These settings cannot be run: {error.message}. The charts are of the last that could.</p>
            <GoBack />
          </div>
        )}
        {obstacle === null && absence === null && batch !== null && <BatchMessage batch={batch} />}
      </div>
    </div>
  );
}
