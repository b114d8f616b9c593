import type { ReactElement } from 'react';
import { createChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import type { PanelProps, PanelSpec } from './spec.ts';

/** It is far down. */
const body = createChunk(() => import('./later/Spectrum.tsx'));

function SpectrumLater(shown: PanelProps): ReactElement {
  return (
    <Later chunk={body} what="The chart" waiting={<div className="card-skeleton" aria-busy />}>
      {({ SpectrumPanel }) => <SpectrumPanel {...shown} />}
    </Later>
  );
}

export const spectrumPanel: PanelSpec = {
  id: 'spectrum',
  title: 'Singular values of W',
  size: 'normal',
  chart: body,
  Component: SpectrumLater,
};
