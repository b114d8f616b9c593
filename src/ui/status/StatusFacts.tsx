import type { ReactNode } from 'react';
import { inTime } from '../../charts/data/moment.ts';
import type { Batch } from '../../engine/batch.ts';
import { useLab } from '../../state/lab.ts';
import { useOpened } from '../../state/opened.ts';
import { useSettings } from '../../state/settings.ts';
import { epochInWords, judgeClaim, signalFacts, toldBatch, type ClaimState } from './facts.ts';
import { Holds } from './Holds.tsx';
import { useObstacle } from './useObstacle.ts';
import { RunChoice } from './RunChoice.tsx';
import './status-facts.css';

const rounded = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

function seedsOf({ settings }: Batch): string {
  const { seed, runs } = settings;
  return runs === 1 ? `1 run, seed ${seed}` : `${runs} runs, seeds ${seed}–${seed + runs - 1}`;
}

/** Everything that is known of the computation, and what can be done about it. */
export function StatusFacts() {
  const snapshot = useLab();
  const opened = useOpened();
  const study = useSettings((state) => state.study);
  const obstacle = useObstacle();
  const batch = toldBatch(snapshot);
  const claim = judgeClaim(opened, study, snapshot);
  const isShown = batch === snapshot.current && obstacle === null;

  return (
    <div className="status-facts" data-testid="status-facts">
      <dl>
        {batch !== null && <Fact name="Runs">{seedsOf(batch)}</Fact>}
        {batch !== null && batch.status !== 'done' && (
          <Fact name={inTime('Epoch')}>{epochInWords(batch)}</Fact>
        )}
        {batch !== null && signalFacts(batch).length > 0 && (
          <Fact name="Signal">
            {signalFacts(batch).map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </Fact>
        )}
        {snapshot.epochsPerSecond !== null && (
          <Fact name="Speed">
            {rounded.format(snapshot.epochsPerSecond)} {inTime('epochs a second')}
          </Fact>
        )}
        {isShown && batch?.status === 'done' && (
          <Fact name="Fingerprint">
            <code>{batch.fingerprint}</code>
          </Fact>
        )}
        {claim.kind !== 'none' && (
          <Fact name="The link">
            <span data-testid="fingerprint-state">
              <Claim claim={claim} />
            </span>
          </Fact>
        )}
      </dl>
      <RunChoice />
      <Holds />
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Claim({ claim }: { readonly claim: ClaimState }) {
  switch (claim.kind) {
    case 'none':
      return null;
    case 'waiting':
      return 'is compared when all runs are computed';
    case 'incomplete':
      return 'is not compared: parts of it were dropped';
    case 'reproduced':
      return 'is reproduced, to the last bit';
    case 'differs':
      return (
        <>
          differs: it says <code>{claim.claimed}</code>, here it is <code>{claim.found}</code>
        </>
      );
  }
}
