import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** It trains the run again, for who looks. */
const decision = createChunk(() => import('./later/Decision.tsx'));
/** The first curves do not wait for it. */
const network = createChunk(() => import('./later/Network.tsx'));

export const decisionPanel = laterPanel(
  { id: 'decision', title: 'The decision', size: 'tall' },
  decision,
  ({ DecisionPanel }) => DecisionPanel,
);

export const networkPanel = laterPanel(
  { id: 'network', title: 'The network', size: 'normal' },
  network,
  ({ NetworkPanel }) => NetworkPanel,
);
