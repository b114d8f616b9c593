import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { frontVariant, isCompared, lookOf } from '../../charts/data/looks.ts';
import { chosenRun } from '../../charts/data/statistics.ts';
import { joined, runName } from './bundles.ts';
import type { PointPicture } from './MatrixPictures.tsx';

/** A point whose chosen run is pictured. */
export interface ShownRuns {
  /** Null for the only point. */
  readonly variant: Variant | null;
  readonly recordings: readonly Recording[];
  readonly recording: Recording | null;
}

/** The chosen run of the point in front, and of all compared ones. */
export function shownRuns(
  recordings: readonly Recording[],
  variants: readonly Variant[],
  run: number,
): { readonly front: ShownRuns; readonly all: readonly ShownRuns[] } {
  const variant = isCompared(variants) ? frontVariant(variants, recordings) : null;
  const front = { variant, recordings, recording: chosenRun(recordings, run) };
  if (!isCompared(variants)) return { front, all: [front] };
  const all = variants.map((one) => ({
    variant: one,
    recordings: one.recordings,
    recording: chosenRun(one.recordings, run),
  }));
  return { front, all };
}

/** What names a point's picture, and its look. */
export function pointWords(
  { variant, recordings: own }: ShownRuns,
  recordings: readonly Recording[],
  variants: readonly Variant[],
  run: number,
): Pick<PointPicture, 'key' | 'name' | 'colour' | 'front'> {
  if (variant === null) {
    return { key: 'front', name: runName(own, run, variants), colour: null, front: true };
  }
  const { colour } = lookOf(variant);
  const front = frontVariant(variants, recordings)?.point === variant.point;
  return { key: variant.name, name: joined(variant.name, runName(own, run)), colour, front };
}

/** Made when it is asked for, once. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
