import { obstacleOf } from '../../state/compute.ts';
import { useLabFact } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import type { PanelSpec } from '../panels/spec.ts';
import { PanelTable } from './PanelTable.tsx';

interface PanelBodyProps {
  readonly panel: PanelSpec;
  readonly asTable: boolean;
}

/**
 * A panel's chart or table of the batch on screen, faded while it is not what the settings say; before the first, the
 * room it will take. Charts watch the recordings grow by themselves, so this renders only when others are shown.
 */
export function PanelBody({ panel, asTable }: PanelBodyProps) {
  const recordings = useLabFact((lab) => lab.recordings);
  const horizon = useLabFact(({ current }) => current?.settings.epochs);
  const superseded = useLabFact(({ pending }) => pending?.status === 'computing');
  const blocked = useSettings((state) => obstacleOf(state.settings) !== null);
  if (recordings === null) {
    return <div className="card-body card-skeleton" aria-label="Not computed yet" role="img" />;
  }
  const { Component } = panel;
  const stale = superseded || blocked;
  return (
    <div className="card-body" data-stale={stale ? '' : undefined} aria-busy={stale}>
      <ErrorBoundary what={panel.title} resetKey={recordings}>
        {asTable ? (
          <PanelTable panel={panel} recordings={recordings} />
        ) : (
          <Component recordings={recordings} horizon={horizon} />
        )}
      </ErrorBoundary>
    </div>
  );
}
