import { momentInWords } from '../../charts/data/moment.ts';
import { useLabStore } from '../../state/lab.ts';
import { addressOf } from '../../state/link-sync.ts';
import type { TheoryRun } from '../../state/theory.ts';
import { CopyLink, type Copied } from '../parts/CopyLink.tsx';
import { findingLink } from './finding.ts';

interface CopyFindingProps {
  readonly claim: string;
  readonly run: TheoryRun;
  readonly epoch: number;
}

/** One press makes the link that shows a claim failing: the run alone, at the epoch, with the claim open. */
export function CopyFinding({ claim, run, epoch }: CopyFindingProps) {
  const { lab } = useLabStore();
  const make = (): Copied | null =>
    lab.current && {
      link: addressOf(window.location, findingLink(lab.current, run, claim, epoch)),
      description: `It opens this run at ${momentInWords(epoch)}, with the claim.`,
    };
  return (
    <p className="claim-finding">
      <CopyLink label="Copy the link that shows it" make={make} />
    </p>
  );
}
