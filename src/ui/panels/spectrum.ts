import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** It is far down. */
const body = createChunk(() => import('./later/Spectrum.tsx'));

export const spectrumPanel = laterPanel(
  { id: 'spectrum', title: 'Singular values of W', size: 'normal' },
  body,
  ({ SpectrumPanel }) => SpectrumPanel,
);
