import { DASHES } from '../../charts/data/content.ts';
import { lookOf } from '../../charts/data/looks.ts';
import { accuracyHeight, rankHeight, sampledIndices, type Looked } from '../../charts/data/small-picture.ts';
import type { Variant } from '../../engine/batch.ts';
import type { KeptCurve } from '../../state/history.ts';

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
      ? accuracyHeight
      : rankHeight(view);
  const last = first.epochs[first.length - 1]!;
  return sampledIndices(first.epochs, view, last).map((index) =>
    height(
      (scalar) => first.column(scalar)[index]!,
      (scalar) => first.column(scalar)[0]!,
    ),
  );
}
