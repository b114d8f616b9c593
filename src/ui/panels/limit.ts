import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** They come together: who looks at one scrolls past the other. */
const body = createChunk(() => import('./later/Limits.ts'));

export const limitPanel = laterPanel(
  { id: 'limit', title: 'How far is the limit?', size: 'normal' },
  body,
  ({ LimitPanel }) => LimitPanel,
);

export const limitPointsPanel = laterPanel(
  { id: 'limit-points', title: 'What is the limit made of?', size: 'normal' },
  body,
  ({ LimitPointsPanel }) => LimitPointsPanel,
);
