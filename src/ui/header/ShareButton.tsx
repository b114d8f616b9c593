import { Link } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { addressOf, currentLink } from '../../state/link-sync.ts';
import { useSettings } from '../../state/settings.ts';
import { sameRuns } from '../../settings/study/study.ts';
import { isShownDone } from '../status/facts.ts';
import { loadFloating, loadsFloating, useFloating } from '../parts/floating.ts';
import { notify } from '../parts/notices.ts';
import { Icon } from '../parts/Icon.tsx';

/** "Copy link": with the fingerprint once all runs are done; a field to copy from where the clipboard is refused. */
export function ShareButton() {
  const { lab } = useLabStore();
  const floating = useFloating();
  const anchor = useRef<HTMLButtonElement>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const copy = async (): Promise<void> => {
    const batch = lab.current;
    const settled = isShownDone(lab) && batch !== null && sameRuns(batch.study, useSettings.getState().study);
    const fingerprint = settled ? batch.fingerprint : null;
    const link = addressOf(window.location, currentLink(fingerprint));
    try {
      await navigator.clipboard.writeText(link);
      notify({
        title: 'Link copied',
        description:
          fingerprint === null
            ? 'The runs are not done, so it carries no fingerprint to compare with.'
            : `It carries the fingerprint ${fingerprint}: whoever opens it sees whether the runs are the same to the last bit.`,
      });
    } catch {
      setRefused(link);
      void loadFloating();
    }
  };

  return (
    <>
      <button
        {...loadsFloating}
        ref={anchor}
        type="button"
        className="button header-share"
        onClick={() => void copy()}
      >
        <Icon of={Link} size="1rem" />
        <span>Copy link</span>
      </button>
      {floating !== null && (
        <floating.SharePopup link={refused} anchor={anchor} onClose={() => setRefused(null)} />
      )}
    </>
  );
}
