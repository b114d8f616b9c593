import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** The first curves do not wait for it. */
const body = createChunk(() => import('./later/Network.tsx'));

function NetworkLater(shown: PanelProps): ReactElement {
  return (
    <Later chunk={body} what="The drawing" waiting={<div className="card-skeleton" aria-busy />}>
      {({ NetworkPanel }) => <NetworkPanel {...shown} />}
    </Later>
  );
}

export const networkPanel: PanelSpec = {
  id: 'network',
  title: 'The network',
  size: 'normal',
  chart: body,
  Component: NetworkLater,
};
