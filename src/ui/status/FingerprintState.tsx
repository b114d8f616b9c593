import { useLab } from '../../state/lab.ts';
import { useOpened } from '../../state/opened.ts';
import { useSettings } from '../../state/settings.ts';
import { judgeClaim, toldBatch } from './facts.ts';

/** Whether the opened link was reproduced; without a link's claim, the fingerprint of what is on screen. */
export function FingerprintState() {
  const opened = useOpened();
  const settings = useSettings((state) => state.settings);
  const lab = useLab();
  const claim = judgeClaim(opened, settings, lab);
  const told = toldBatch(lab);

  return (
    <span className={`fingerprint fingerprint-${claim.kind}`} data-testid="fingerprint-state" role="status">
      {claim.kind === 'none' && told?.status === 'done' && told === lab.current && (
        <span className="status-fact">
          fingerprint <code>{told.fingerprint}</code>
        </span>
      )}
      {claim.kind === 'waiting' && 'comparing with the link …'}
      {claim.kind === 'incomplete' && 'not compared: parts of the link were dropped'}
      {claim.kind === 'reproduced' && (
        <>
          reproduced ✓ <code>{claim.fingerprint}</code>
        </>
      )}
      {claim.kind === 'differs' && (
        <>
          differs: link says <code>{claim.claimed}</code>, here <code>{claim.found}</code>
        </>
      )}
    </span>
  );
}
