import { createChunk } from '../parts/chunk.ts';
import { laterPanel } from './later-panel.tsx';

/** On every data they are further down than the first curves. */
const body = createChunk(() => import('./later/FarDown.tsx'));

export const patternPanel = laterPanel(
  { id: 'pattern', title: 'When the pattern settles', size: 'normal' },
  body,
  ({ PatternPanel }) => PatternPanel,
);

export const flipsPanel = laterPanel(
  { id: 'flips', title: 'Flips so far', size: 'normal' },
  body,
  ({ FlipsPanel }) => FlipsPanel,
);

export const lastFlipPanel = laterPanel(
  { id: 'last-flip', title: 'The last flip', size: 'normal' },
  body,
  ({ LastFlipPanel }) => LastFlipPanel,
);

export const marginGapPanel = laterPanel(
  { id: 'margin-gap', title: 'Do all points end up equally safe?', size: 'normal' },
  body,
  ({ MarginGapPanel }) => MarginGapPanel,
);

export const normalisedMarginPanel = laterPanel(
  { id: 'normalised-margin', title: 'Normalised margin', size: 'normal' },
  body,
  ({ NormalisedMarginPanel }) => NormalisedMarginPanel,
);

export const errorsPanel = laterPanel(
  { id: 'errors', title: 'Training and test error', size: 'normal' },
  body,
  ({ ErrorsPanel }) => ErrorsPanel,
);

export const neuronNormsPanel = laterPanel(
  { id: 'neuron-norms', title: 'Norms of the weights', size: 'normal' },
  body,
  ({ NeuronNormsPanel }) => NeuronNormsPanel,
);

export const gradientNormPanel = laterPanel(
  { id: 'gradient-norm', title: 'Gradient norm', size: 'normal' },
  body,
  ({ GradientNormPanel }) => GradientNormPanel,
);
