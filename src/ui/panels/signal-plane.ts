import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** Only data with a signal patch have it. */
const body = createChunk(() => import('./later/SignalPlane.tsx'));

export const signalPlanePanel = laterPanel(
  { id: 'signal-plane', title: 'Signal against noise', size: 'wide' },
  body,
  ({ SignalPlanePanel }) => SignalPlanePanel,
);
