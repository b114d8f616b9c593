import type { ScalarName } from './quantities.ts';

/** Least and greatest value that a quantity can have. */
export type Range = readonly [least: number, greatest: number];

const NOT_NEGATIVE: Range = [0, Infinity];
const SHARE: Range = [0, 1];
/** Of a matrix other than 0, which has none. */
const RANK: Range = [1, Infinity];

/** What each recorded scalar can be, whatever the experiment: nothing that is drawn of it may leave this. */
export const SCALAR_RANGES: Readonly<Record<ScalarName, Range>> = {
  loss: NOT_NEGATIVE,
  penalty: NOT_NEGATIVE,
  stableRankPositive: RANK,
  stableRankNegative: RANK,
  stableRankAll: RANK,
  frobenius: NOT_NEGATIVE,
  minNeuronNorm: NOT_NEGATIVE,
  maxNeuronNorm: NOT_NEGATIVE,
  marginGap: NOT_NEGATIVE,
  lossRatio: [1, Infinity],
  flips: NOT_NEGATIVE,
  agreement: SHARE,
  trainError: SHARE,
  testError: SHARE,
  gradientNorm: NOT_NEGATIVE,
  signal: NOT_NEGATIVE,
  // The largest inner product of neurons and noise may be below 0.
  noise: [-Infinity, Infinity],
  flipsSoFar: NOT_NEGATIVE,
  lastFlip: NOT_NEGATIVE,
};
