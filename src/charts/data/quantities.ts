import { isMeasured, SCALARS, type ScalarName } from '../../core/observe/quantities.ts';
import { SCALAR_RANGES, type Range } from '../../core/observe/ranges.ts';
import type { Recording } from '../../engine/recording.ts';
import type { DerivedName, QuantityName } from '../../settings/outcomes.ts';
import type { Settings } from '../../settings/schema.ts';
import { derivedColumn } from './derived.ts';
import { formatCount, formatPercent, formatValue } from './format.ts';

/** The mean of the stable ranks of W₊ and W₋ at each recorded epoch (K, Figures 1 and 4). */
export const meanStableRank = (run: Recording): Float64Array =>
  derivedColumn(run, 'mean stable rank', (recording) => {
    const positive = recording.column('stableRankPositive');
    const negative = recording.column('stableRankNegative');
    return (t) => (positive[t]! + negative[t]!) / 2;
  });

/** A quantity over its value at the first recorded epoch, t = 0, of the same run: SR(t)/SR(0) (F, Figures 1 and 4). */
export const relativeToStart = (name: string, of: (run: Recording) => Float64Array) => (run: Recording) =>
  derivedColumn(run, `${name} / start`, (recording) => {
    const column = of(recording);
    return (t) => column[t]! / column[0]!;
  });

/** 1 − error at each recorded epoch. */
export const accuracyOf = (scalar: 'testError' | 'trainError') => (run: Recording) =>
  derivedColumn(run, `1 − ${scalar}`, (recording) => {
    const error = recording.column(scalar);
    return (t) => 1 - error[t]!;
  });

/** min_i q_i / ‖W‖_F at each recorded epoch; NaN where the margins were let go, 0 of W = 0. */
export const normalisedMargin = (run: Recording): Float64Array =>
  derivedColumn(run, 'min q / ‖W‖', (recording) => {
    const norms = recording.column('frobenius');
    const { margins, facts } = recording;
    const n = facts?.n ?? 0;
    return (t) => {
      if (margins.length < (t + 1) * n || n === 0) return NaN;
      let least = Infinity;
      for (let at = t * n; at < (t + 1) * n; at++) least = Math.min(least, margins[at]!);
      return norms[t]! > 0 ? least / norms[t]! : 0;
    };
  });

interface Derived {
  /** What it is made of: its range, and whether it was measured. */
  readonly from: ScalarName;
  readonly column: (run: Recording) => Float64Array;
  /** What it can be; the range of what it is made of when absent. */
  readonly range?: Range;
}

const DERIVED: Readonly<Record<DerivedName, Derived>> = {
  meanStableRank: { from: 'stableRankPositive', column: meanStableRank },
  relativeStableRank: {
    from: 'stableRankAll',
    column: relativeToStart('stableRankAll', (run) => run.column('stableRankAll')),
    range: [0, Infinity],
  },
  normalisedMargin: { from: 'frobenius', column: normalisedMargin, range: [-Infinity, Infinity] },
  testAccuracy: { from: 'testError', column: accuracyOf('testError') },
  trainAccuracy: { from: 'trainError', column: accuracyOf('trainError') },
};

const isScalar = (name: QuantityName): name is ScalarName => SCALARS.some((scalar) => scalar === name);

/** A quantity at each recorded epoch of a run. */
export const columnOf = (run: Recording, name: QuantityName): Float64Array =>
  isScalar(name) ? run.column(name) : DERIVED[name].column(run);

/** What the quantity can be. */
export const rangeOf = (name: QuantityName): Range =>
  isScalar(name) ? SCALAR_RANGES[name] : (DERIVED[name].range ?? SCALAR_RANGES[DERIVED[name].from]);

/** Whether runs with these settings measure it. */
export function isMeasuredWith(name: QuantityName, { data, testPoints }: Settings): boolean {
  const scalar = isScalar(name) ? name : DERIVED[name].from;
  if (scalar === 'testError') return data === 'dataset' || testPoints > 0;
  // Of a file the features are single vectors, as of any data without a signal patch.
  return isMeasured(scalar, 0, { kind: data === 'signal-noise' ? data : 'gaussian-mixture' });
}

const SHARES: readonly QuantityName[] = [
  'agreement',
  'trainError',
  'testError',
  'trainAccuracy',
  'testAccuracy',
];

/** Whether it is a share, written in percent. */
export const isShare = (name: QuantityName): boolean => SHARES.includes(name);

const COUNTS: readonly QuantityName[] = ['flips', 'flipsSoFar', 'lastFlip'];

/** A value of it, for a reading. */
export function formatQuantity(name: QuantityName, value: number): string {
  if (isShare(name)) return formatPercent(value);
  return COUNTS.includes(name) && Number.isInteger(value) ? formatCount(value) : formatValue(value);
}
