import { DASHES } from '../../charts/data/content.ts';
import { lookOf } from '../../charts/data/looks.ts';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import type { KeptCurve } from '../../state/history.ts';
import type { View } from '../../settings/view.ts';

/** Heights of a curve. */
const POINTS = 24;

type Looked = Pick<View, 'timeAxis' | 'headline' | 'stableRankAxis'>;

/**
 * The small picture of what is on screen: the first run of every curve, its stable rank over the time axis, or, where a
 * signal is learned from patches, its test accuracy. Empty before anything was recorded.
 */
export function pictureOf(variants: readonly Variant[], view: Looked): readonly KeptCurve[] {
  const drawn = variants.flatMap((variant) => {
    const heights = heightsOf(variant, view);
    return heights === null ? [] : [{ look: lookOf(variant), heights }];
  });
  const all = drawn.flatMap(({ heights }) => heights).filter(Number.isFinite);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const share = (y: number): number => (Number.isFinite(y) && high > low ? (y - low) / (high - low) : 0);
  return drawn.map(({ look: { colour, dash }, heights }) => ({
    colour,
    dash: DASHES[dash].join(' '),
    heights: heights.map((y) => Math.round(1_000 * share(y)) / 1_000),
  }));
}

function heightsOf({ point, recordings: [first] }: Variant, view: Looked): readonly number[] | null {
  if (first === undefined || first.length === 0) return null;
  const height =
    point.settings.data === 'signal-noise' && point.settings.testPoints > 0
      ? accuracyOf(first)
      : rankOf(first, view);
  const places = sampled(first.epochs, view.timeAxis);
  return places.map(height);
}

function accuracyOf(recording: Recording): (index: number) => number {
  const error = recording.column('testError');
  return (index) => 1 - error[index]!;
}

function rankOf(recording: Recording, { headline, stableRankAxis }: Looked): (index: number) => number {
  const [all, plus, minus] = (['stableRankAll', 'stableRankPositive', 'stableRankNegative'] as const).map(
    (name) => recording.column(name),
  );
  return (index) => {
    const rank = headline === 'all' ? all![index]! : (plus![index]! + minus![index]!) / 2;
    if (stableRankAxis === 'linear') return rank;
    return Math.log(stableRankAxis === 'log' ? rank : Math.max(rank - 1, Number.EPSILON));
  };
}

/** Indices of recorded epochs, evenly spaced on the time axis: each the last that was recorded by then. */
function sampled(epochs: Float64Array, timeAxis: View['timeAxis']): readonly number[] {
  const last = epochs[epochs.length - 1]!;
  let index = 0;
  return Array.from({ length: POINTS }, (_, k) => {
    const share = k / (POINTS - 1);
    const t = timeAxis === 'log' ? Math.expm1(share * Math.log1p(last)) : share * last;
    while (index + 1 < epochs.length && epochs[index + 1]! <= t + 1e-9) index += 1;
    return index;
  });
}
