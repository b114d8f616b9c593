import { Popover } from '@base-ui/react/popover';
import { Toast } from '@base-ui/react/toast';
import { Link } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { currentLink } from '../../state/link-sync.ts';
import { sameSettings, useSettings } from '../../state/settings.ts';
import { isShownDone } from '../status/facts.ts';

/** "Copy link": with the fingerprint once all runs are done; a field to copy from where the clipboard is refused. */
export function ShareButton() {
  const { lab } = useLabStore();
  const toasts = Toast.useToastManager();
  const anchor = useRef<HTMLButtonElement>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const copy = async (): Promise<void> => {
    const batch = lab.current;
    const settled =
      isShownDone(lab) && batch !== null && sameSettings(batch.settings, useSettings.getState().settings);
    const fingerprint = settled ? batch.fingerprint : null;
    const link = `${window.location.href.replace(/#.*$/, '')}#${currentLink(fingerprint)}`;
    try {
      await navigator.clipboard.writeText(link);
      toasts.add({
        title: 'Link copied',
        description:
          fingerprint === null
            ? 'The runs are not done, so it carries no fingerprint to compare with.'
            : `It carries the fingerprint ${fingerprint}: whoever opens it sees whether the runs are the same to the last bit.`,
      });
    } catch {
      setRefused(link);
    }
  };

  return (
    <Popover.Root open={refused !== null} onOpenChange={(open) => !open && setRefused(null)}>
      <button ref={anchor} type="button" className="button header-share" onClick={() => void copy()}>
        <Link aria-hidden size="1rem" />
        <span>Copy link</span>
      </button>
      <Popover.Portal>
        <Popover.Positioner className="popup-layer" anchor={anchor} sideOffset={6} align="end">
          <Popover.Popup className="popup share-popup">
            <Popover.Title className="share-title">The browser did not let the page copy</Popover.Title>
            <Popover.Description>Select the link and copy it yourself:</Popover.Description>
            <input
              className="text-input"
              aria-label="Link"
              readOnly
              value={refused ?? ''}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
