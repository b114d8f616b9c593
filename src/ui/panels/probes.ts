import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** They are far down, and measured only where they are looked at. */
const body = createChunk(() => import('./later/Probes.tsx'));

export const effectiveRankPanel = laterPanel(
  { id: 'effective-rank', title: 'Effective rank', size: 'normal' },
  body,
  ({ EffectiveRankPanel }) => EffectiveRankPanel,
);

export const sharpnessPanel = laterPanel(
  { id: 'sharpness', title: 'Sharpness', size: 'normal' },
  body,
  ({ SharpnessPanel }) => SharpnessPanel,
);
