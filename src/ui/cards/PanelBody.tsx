import { Activity, useRef } from 'react';
import { useShown } from './useShown.ts';
import { obstacleOf } from '../../state/compute.ts';
import { useLabFact } from '../../state/lab.ts';
import { usePrinting } from '../../state/printing.ts';
import { useSettings } from '../../state/settings.ts';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { useNearView } from '../parts/useNearView.ts';
import type { PanelSpec } from '../panels/spec.ts';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';

/** Few ask for numbers, and what scrolls ten thousand rows is large. */
const table = createChunk(() => import('./PanelTable.tsx'));

interface PanelBodyProps {
  readonly panel: PanelSpec;
  readonly asTable: boolean;
}

/** The room a chart will take. */
export function NotComputed() {
  return <div className="card-skeleton" role="img" aria-label="Not computed yet" />;
}

/**
 * A panel's chart or table of the batch on screen, faded while another is coming, grey while what the settings
 * say cannot be run; before the first, the room it will take. Charts watch the recordings grow by themselves, so this renders only when others are shown. Out
 * of sight they rest: a dozen charts redrawn at every frame would hold up the computation that they show.
 */
export function PanelBody({ panel, asTable }: PanelBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const printing = usePrinting((state) => state.printing);
  const near = useNearView(body) || printing;
  const { recordings, ...shown } = useShown(near, panel.of, printing);
  const superseded = useLabFact(({ overdue }) => overdue);
  const blocked = useSettings((state) => obstacleOf(state.study) !== null);
  const stale = recordings !== null && superseded && !blocked;
  const { Component } = panel;

  return (
    <div
      ref={body}
      className="card-body"
      data-stale={stale ? '' : undefined}
      data-outdated={blocked ? '' : undefined}
      aria-busy={stale || recordings === null}
    >
      {recordings === null ? (
        <NotComputed />
      ) : (
        <Activity mode={near ? 'visible' : 'hidden'}>
          <ErrorBoundary what={panel.title} resetKey={recordings}>
            {asTable ? (
              <Later chunk={table} what="The table" waiting={<div className="panel-table" aria-busy />}>
                {({ PanelTable }) => (
                  <PanelTable panel={panel} recordings={recordings} variants={shown.variants} />
                )}
              </Later>
            ) : (
              <Component recordings={recordings} {...shown} />
            )}
          </ErrorBoundary>
        </Activity>
      )}
    </div>
  );
}
