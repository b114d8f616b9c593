import { sameRuns } from '../../settings/study/study.ts';
import { useLabStore } from '../../state/lab.ts';
import { addressOf, currentLink } from '../../state/link-sync.ts';
import { useSettings } from '../../state/settings.ts';
import { CopyLink, type Copied } from '../parts/CopyLink.tsx';
import { isShownDone } from '../status/facts.ts';

/** "Copy link": with the fingerprint once all runs are done. */
export function ShareButton() {
  const { lab } = useLabStore();
  const make = (): Copied => {
    const batch = lab.current;
    const settled = isShownDone(lab) && batch !== null && sameRuns(batch.study, useSettings.getState().study);
    const fingerprint = settled ? batch.fingerprint : null;
    return {
      link: addressOf(window.location, currentLink(fingerprint)),
      description:
        fingerprint === null
          ? 'The runs are not done, so it carries no fingerprint to compare with.'
          : `It carries the fingerprint ${fingerprint}: whoever opens it sees whether the runs are the same to the last bit.`,
    };
  };
  return <CopyLink label="Copy link" className="header-share" make={make} />;
}
