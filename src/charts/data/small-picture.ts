import type { ScalarName } from '../../core/observe/quantities.ts';
import type { View } from '../../settings/view.ts';
import { indexAt } from './search.ts';

/** Heights of a curve in a small picture: of a preset, of a recent study. */
const POINTS = 24;

export type Looked = Pick<View, 'timeAxis' | 'headline' | 'stableRankAxis'>;

type Read = (scalar: ScalarName) => number;

/** The share of test points that are right. */
export const accuracyHeight = (read: Read): number => 1 - read('testError');

/** Flips so far, logarithmic. */
export const flipsHeight = (read: Read): number => Math.log1p(read('flipsSoFar'));

/** The stable rank that the view shows large, as its axis has it. */
export function rankHeight({ headline, stableRankAxis }: Looked): (read: Read) => number {
  return (read) => {
    const rank =
      headline === 'all'
        ? read('stableRankAll')
        : (read('stableRankPositive') + read('stableRankNegative')) / 2;
    if (stableRankAxis === 'linear') return rank;
    return Math.log(stableRankAxis === 'log' ? rank : Math.max(rank - 1, Number.EPSILON));
  };
}

/**
 * Indices of recorded epochs, evenly spaced on the view's time axis from 0 to T: each the last that was recorded by then.
 * @param epochs of the recording, ascending, at least one
 * @param last T
 */
export const sampledIndices = (epochs: Float64Array, { timeAxis }: Looked, last: number): readonly number[] =>
  Array.from({ length: POINTS }, (_, k) => {
    const share = k / (POINTS - 1);
    const t = timeAxis === 'log' ? Math.expm1(share * Math.log1p(last)) : share * last;
    return indexAt(epochs, epochs.length, t + 1e-9);
  });
