import { useLab } from '../../state/lab.ts';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import type { PanelSpec } from '../panels/spec.ts';
import { PanelTable } from './PanelTable.tsx';

interface PanelBodyProps {
  readonly panel: PanelSpec;
  readonly asTable: boolean;
}

/**
 * A panel's chart or table of the batch on screen, faded while a newer one has nothing to show; before the first, the
 * room it will take.
 */
export function PanelBody({ panel, asTable }: PanelBodyProps) {
  const { current: batch, pending } = useLab();
  if (batch === null)
    return <div className="card-body card-skeleton" aria-label="Not computed yet" role="img" />;
  const { Component } = panel;
  const { recordings, settings } = batch;
  const stale = pending?.status === 'computing';
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
