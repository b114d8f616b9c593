import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** Most never look: it is far down. */
const body = createChunk(() => import('./later/Phi.tsx'));

export const phiPanel = laterPanel(
  { id: 'phi', title: 'Activation φ', size: 'normal', of: 'points' },
  body,
  ({ PhiPanel }) => PhiPanel,
);
