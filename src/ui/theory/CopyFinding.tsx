import { Link } from 'lucide-react';
import { useState } from 'react';
import { useLabStore } from '../../state/lab.ts';
import { addressOf } from '../../state/link-sync.ts';
import type { TheoryRun } from '../../state/theory.ts';
import { Icon } from '../parts/Icon.tsx';
import { notify } from '../parts/notices.ts';
import { findingLink } from './finding.ts';

interface CopyFindingProps {
  readonly claim: string;
  readonly run: TheoryRun;
  readonly epoch: number;
}

/** One press makes the link that shows a claim failing: the run alone, at the epoch, with the claim open. */
export function CopyFinding({ claim, run, epoch }: CopyFindingProps) {
  const { lab } = useLabStore();
  const [refused, setRefused] = useState<string | null>(null);
  const copy = async (): Promise<void> => {
    if (lab.current === null) return;
    const link = addressOf(window.location, findingLink(lab.current, run, claim, epoch));
    try {
      await navigator.clipboard.writeText(link);
      notify({ title: 'Link copied', description: `It opens this run at epoch ${epoch}, with the claim.` });
    } catch {
      setRefused(link);
    }
  };
  return (
    <p className="claim-finding">
      <button type="button" className="button" onClick={() => void copy()}>
        <Icon of={Link} size="1rem" /> Copy the link that shows it
      </button>
      {refused !== null && (
        <input
          className="text-input"
          aria-label="Link of the finding"
          readOnly
          value={refused}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </p>
  );
}
