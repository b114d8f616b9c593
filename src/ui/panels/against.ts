import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** It is there only where something varies. */
const body = createChunk(() => import('./later/Against.tsx'));

export const againstPanel = laterPanel(
  { id: 'against', title: 'Against what varies', size: 'normal', of: 'points' },
  body,
  ({ AgainstPanel }) => AgainstPanel,
);
