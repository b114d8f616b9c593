import type { ScalarName } from '../core/observe/quantities.ts';

/** What is made of recorded scalars and margins, epoch by epoch, beside the scalars themselves. */
export type DerivedName =
  'meanStableRank' | 'relativeStableRank' | 'testAccuracy' | 'trainAccuracy' | 'normalisedMargin';

/** A quantity of which a study can be compared by one number a run. */
export type QuantityName = DerivedName | ScalarName;

/** In plain words, as they follow "Vertical: " and as they begin a sentence. */
export const QUANTITY_NAMES: Readonly<Record<QuantityName, string>> = {
  meanStableRank: 'Stable rank, mean of W₊ and W₋',
  stableRankPositive: 'Stable rank of W₊',
  stableRankNegative: 'Stable rank of W₋',
  stableRankAll: 'Stable rank of W',
  relativeStableRank: 'Stable rank of W over its start',
  loss: 'Training loss',
  testAccuracy: 'Test accuracy',
  testError: 'Test error',
  trainAccuracy: 'Training accuracy',
  trainError: 'Training error',
  frobenius: 'Norm ‖W‖ of the weights',
  minNeuronNorm: 'Least norm of a neuron',
  maxNeuronNorm: 'Greatest norm of a neuron',
  normalisedMargin: 'Normalised margin',
  marginGap: 'Gap of normalised margins',
  lossRatio: 'Ratio of loss derivatives',
  flips: 'Pre-activation signs that changed',
  flipsSoFar: 'Signs that changed since the start',
  lastFlip: 'Epoch of the last change of a sign',
  agreement: 'Neurons that agree with the label',
  gradientNorm: 'Norm of the gradient',
  penalty: 'Penalty R',
  signal: 'Signal learning',
  noise: 'Noise memorisation',
};

// The table above has every name once.
export const QUANTITY_LIST = Object.keys(QUANTITY_NAMES) as readonly QuantityName[];

/** Which number of a run's course it is. */
export type Moment = 'playhead' | 'end' | 'least' | 'greatest' | 'below' | 'above';
