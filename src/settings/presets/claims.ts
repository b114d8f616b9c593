import type { ScalarName } from '../../core/observe/quantities.ts';
import type { Mode } from '../modes.ts';
import type { DerivedName } from '../outcomes.ts';
import type { SettingName, Settings } from '../schema.ts';
import { formatNumber } from '../words.ts';
import type { PresetId } from './inferred.ts';

/** A recorded scalar, or what is made of some: the mean of W₊ and W₋, SR(t)/SR(0) of W, the share of test points that are right. */
export type Quantity = ScalarName | Exclude<DerivedName, 'trainAccuracy' | 'normalisedMargin'> | PairQuantity;

const PAIR_QUANTITIES = ['otherClassFlipShare', 'lastOwnFlip', 'lateFlipPairs', 'slidingPairs'] as const;

/**
 * Of the flips of pairs (neuron, sample) so far: the share with j ≠ y_i, and the epoch of the last with j = y_i. How many pairs
 * have flipped in the last tenth of the epochs so far; how many slide, by gradient flow, along their kink with φ′ > 0.
 */
export type PairQuantity = (typeof PAIR_QUANTITIES)[number];

/** Whether it is read of a snapshot, not of the recorded scalars. */
export const isOfPairs = (quantity: Quantity): quantity is PairQuantity =>
  PAIR_QUANTITIES.some((one) => one === quantity);

/** Which of a preset's runs: the mean over them, or each. */
type Over = 'mean' | 'each';

/** A number that the preset's own recording has to show. */
export interface Measured {
  readonly kind: 'measured';
  /** As the sentence has it. */
  readonly shown: string;
  readonly quantity: Quantity;
  /** The epoch; the last for `end`. */
  readonly at: number | 'end';
  readonly claimed: number;
  /** How far from `claimed` the measured number may be. */
  readonly within: number;
  /** Which of the study's points: the one with these settings; absent: the one in front. */
  readonly where?: Partial<Settings> | undefined;
  readonly over: Over;
}

/**
 * What a part of a preset's sentence stands for: a measured number, the value of a setting, an epoch (at which something
 * of the sentence is measured, or the last, or the one at which the penalty is taken away), or a name that has a digit.
 */
export type Claim =
  | Measured
  | { readonly kind: 'setting'; readonly shown: string; readonly name: SettingName; readonly value: unknown }
  | { readonly kind: 'epoch'; readonly shown: string; readonly epoch: number }
  | { readonly kind: 'name'; readonly shown: string };

interface MeasuredOptions {
  /** In place of the number. */
  readonly as?: string;
  /** In place of half a unit of the last digit. */
  readonly within?: number;
  /** Shorter for `where` it is of a regularisation mode. */
  readonly mode?: Mode;
  readonly where?: Partial<Settings>;
  readonly over?: Over;
  readonly percent?: boolean;
}

/** A measured number of a sentence; it has to be right to the last digit that is shown. */
export function measured(
  quantity: Quantity,
  at: number | 'end',
  claimed: number,
  options: MeasuredOptions = {},
): Measured {
  const { percent = false, mode, over = 'mean' } = options;
  const where = options.where ?? (mode === undefined ? undefined : { regularizer: mode });
  const number = percent ? Number((100 * claimed).toPrecision(12)) : claimed;
  const shown = options.as ?? `${formatNumber(number)}${percent ? ' %' : ''}`;
  const within = options.within ?? (lastPlace(number) / 2) * (percent ? 0.01 : 1);
  return { kind: 'measured', shown, quantity, at, claimed, within, where, over };
}

/** A setting's value, in a sentence. */
export const setting = <N extends SettingName>(
  name: N,
  value: Settings[N] & number,
  as = formatNumber(value, Number.isInteger(value) ? 'integer' : 'real'),
): Claim => ({ kind: 'setting', shown: as, name, value });

/** An epoch, in a sentence. */
export const epoch = (t: number): Claim => ({ kind: 'epoch', shown: formatNumber(t, 'integer'), epoch: t });

/** What has a digit in its name, as `Theorem 4.1`. */
export const named = (name: string): Claim => ({ kind: 'name', shown: name });

/** What presets claim, by their ids. */
export type Claimed = Partial<
  Record<
    PresetId,
    {
      /** Where the sentence's numbers come from, in their order: a test finds each digit of it in one of them. */
      readonly sentence: readonly Claim[];
      /** What its words claim beside its numbers. */
      readonly also?: readonly Measured[];
    }
  >
>;

/** 0.01 for 1.57, 1e-6 for 1.2e-5, 1 for 55; 0 for 0, which is exact. */
function lastPlace(x: number): number {
  if (x === 0) return 0;
  const [mantissa = '', exponent = '0'] = x.toExponential().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const place = Number(exponent) - decimals;
  return Number.isInteger(x) ? 1 : Number(`1e${place}`);
}
