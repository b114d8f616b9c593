import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** It is there only where something varies. */
const body = createChunk(() => import('./later/Against.tsx'));

function AgainstLater(shown: PanelProps): ReactElement {
  return (
    <Later chunk={body} what="The chart" waiting={<div className="card-skeleton" aria-busy />}>
      {({ AgainstPanel }) => <AgainstPanel {...shown} />}
    </Later>
  );
}

export const againstPanel: PanelSpec = {
  id: 'against',
  title: 'Against what varies',
  size: 'normal',
  of: 'points',
  chart: body,
  Component: AgainstLater,
};
