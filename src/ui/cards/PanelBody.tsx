import { obstacleOf } from '../../state/compute.ts';
import { useLab } from '../../state/lab.ts';
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
 * room it will take.
 */
export function PanelBody({ panel, asTable }: PanelBodyProps) {
  const { current: batch, pending } = useLab();
  const blocked = useSettings((state) => obstacleOf(state.settings) !== null);
  if (batch === null)
    return <div className="card-body card-skeleton" aria-label="Not computed yet" role="img" />;
  const { Component } = panel;
  const { recordings, settings } = batch;
  const stale = blocked || pending?.status === 'computing';
  return (
    <div className="card-body" data-stale={stale ? '' : undefined} aria-busy={stale}>
      <ErrorBoundary what={panel.title} resetKey={batch.id}>
        {asTable ? (
          <PanelTable panel={panel} recordings={recordings} />
        ) : (
          <Component recordings={recordings} horizon={settings.epochs} />
        )}
      </ErrorBoundary>
    </div>
  );
}
