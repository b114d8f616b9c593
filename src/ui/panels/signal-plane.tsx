import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** Only data with a signal patch have it. */
const body = createChunk(() => import('./later/SignalPlane.tsx'));

function SignalPlaneLater(shown: PanelProps): ReactElement {
  return (
    <Later chunk={body} what="The chart" waiting={<div className="card-skeleton" aria-busy />}>
      {({ SignalPlanePanel }) => <SignalPlanePanel {...shown} />}
    </Later>
  );
}

export const signalPlanePanel: PanelSpec = {
  id: 'signal-plane',
  title: 'Signal against noise',
  size: 'wide',
  chart: body,
  Component: SignalPlaneLater,
};
