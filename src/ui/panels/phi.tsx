import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** Most never look: it is far down. */
const body = createChunk(() => import('./later/Phi.tsx'));

function PhiLater(shown: PanelProps): ReactElement {
  return (
    <Later chunk={body} what="The chart" waiting={<div className="card-skeleton" aria-busy />}>
      {({ PhiPanel }) => <PhiPanel {...shown} />}
    </Later>
  );
}

export const phiPanel: PanelSpec = {
  id: 'phi',
  title: 'Activation φ',
  size: 'normal',
  of: 'points',
  chart: body,
  Component: PhiLater,
};
