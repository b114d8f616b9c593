import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** It trains the run again, so it is for who looks. */
const body = createChunk(() => import('./later/Decision.tsx'));

function DecisionLater(shown: PanelProps): ReactElement {
  return (
    <Later chunk={body} what="The chart" waiting={<div className="card-skeleton" aria-busy />}>
      {({ DecisionPanel }) => <DecisionPanel {...shown} />}
    </Later>
  );
}

export const decisionPanel: PanelSpec = {
  id: 'decision',
  title: 'The decision',
  size: 'tall',
  chart: body,
  Component: DecisionLater,
};
