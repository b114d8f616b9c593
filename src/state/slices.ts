import { create } from 'zustand';
import type { SliceFrame } from '../core/probe/slice/frame.ts';
import type { Recording } from '../engine/recording.ts';

/** All neurons on a slice at an epoch: ⟨w_r, e₁⟩ and ⟨w_r, e₂⟩ in turn, 2m pairs. */
export interface SlicePlace {
  readonly epoch: number;
  readonly arrows: Float64Array;
}

/** A run's neurons on a slice of input space, as far as they were projected. */
export interface Slice {
  readonly kind: 'slice';
  readonly frame: SliceFrame;
  /** Ascending by epoch; at least one. */
  readonly places: readonly SlicePlace[];
  readonly isWhole: boolean;
}

/** Why there is no such slice, in words. */
interface NoSlice {
  readonly kind: 'none';
  readonly message: string;
}

/** A slice that somebody looks at: of a run, spanned by a pair of directions as links have it. */
export interface WantedSlice {
  readonly recording: Recording;
  readonly pair: string;
}

interface SlicesState {
  /** One for each who looks. */
  readonly wanted: readonly WantedSlice[];
  /** Grows with whatever is projected: a picture looks again when it changed. */
  readonly version: number;
  /** Share of what is being projected that is done; null while nothing is. */
  readonly share: number | null;
}

export const useSlices = create<SlicesState>(() => ({ wanted: [], version: 0, share: null }));

/** Slices of a run that are kept for the way back. */
const MOST_KEPT = 4;

/** A recording that is let go takes its slices along. */
const kept = new WeakMap<Recording, Map<string, Slice | NoSlice>>();

export const sliceOf = ({ recording, pair }: WantedSlice): Slice | NoSlice | null =>
  kept.get(recording)?.get(pair) ?? null;

export function keepSlice({ recording, pair }: WantedSlice, slice: Slice | NoSlice): void {
  const own = kept.get(recording) ?? new Map<string, Slice | NoSlice>();
  kept.set(recording, own);
  own.delete(pair);
  own.set(pair, slice);
  for (const oldest of own.keys()) {
    if (own.size <= MOST_KEPT) break;
    own.delete(oldest);
  }
  useSlices.setState(({ version }) => ({ version: version + 1 }));
}

/** Has a slice made as long as somebody looks. @returns how to look away */
export function wantSlice(wanted: WantedSlice): () => void {
  useSlices.setState((state) => ({ wanted: [...state.wanted, wanted] }));
  return () => useSlices.setState((state) => ({ wanted: state.wanted.filter((one) => one !== wanted) }));
}
