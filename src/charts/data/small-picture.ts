import type { ScalarName } from '../../core/observe/quantities.ts';
import type { View } from '../../settings/view.ts';
import { indexAt } from './search.ts';

/** Heights of a curve in a small picture: of a preset, of a recent study. */
const POINTS = 24;

export type Looked = Pick<View, 'timeAxis' | 'headline' | 'stableRankAxis' | 'stableRankUnit'>;

type Read = (scalar: ScalarName) => number;

/** The share of test points that are right. */
export const accuracyHeight = (read: Read): number => 1 - read('testError');

/** Flips so far, logarithmic. */
export const flipsHeight = (read: Read): number => Math.log1p(read('flipsSoFar'));

/**
 * The stable rank that the view shows large, relative to its start where the view has it so, as its axis has it.
 * @returns of what is read at an epoch, and at the run's first
 */
export function rankHeight(view: Looked): (read: Read, start: Read) => number {
  const { headline, stableRankAxis, stableRankUnit } = view;
  const isRelative = stableRankUnit === 'start';
  const rankOf = (read: Read): number =>
    headline === 'all'
      ? read('stableRankAll')
      : (read('stableRankPositive') + read('stableRankNegative')) / 2;
  return (read, start) => {
    const rank = isRelative ? rankOf(read) / rankOf(start) : rankOf(read);
    if (stableRankAxis === 'linear') return rank;
    // Relative to its start it comes to no 1.
    const isExcess = stableRankAxis === 'excess' && !isRelative;
    return Math.log(isExcess ? Math.max(rank - 1, Number.EPSILON) : rank);
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
