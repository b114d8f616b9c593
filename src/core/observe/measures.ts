import type { Work } from '../slices.ts';
import type { SignalNoise } from './recorder.ts';
import type { Matrices } from './shown-matrices.ts';
import type { SnapshotShape } from './snapshot-shape.ts';

/** Squared norms of W's rows: of each class together, and the least and the largest of all 2m. */
export interface Norms {
  readonly positive: number;
  readonly negative: number;
  readonly least: number;
  readonly most: number;
}

/** Stable ranks of W₊, W₋ and W. */
export type Ranks = readonly [number, number, number];

/**
 * What is measured of W beside its margins, at the epoch of the last `evaluate`: of all its rows (`RowMeasures`) or of groups
 * of them (`GroupMeasures`). Asked for in this order.
 */
export interface Measures {
  /** Whether Z is finite. */
  isFinite(): boolean;
  /** max_r |⟨w_r, μ⟩| and max_{r,i} ⟨w_r, ξ_i⟩ (M §4.1); 0 for data without a signal patch. */
  learnt(): { readonly signal: number; readonly noise: number };
  norms(): Work<Norms>;
  ranks(norms: Norms): Work<Ranks>;
  /** Signs that differ from the last call, of whichever measures, and the share that is j·y_i. */
  pattern(): { readonly flips: number; readonly agreement: number };
  testError(): Work<number>;
  matrices(): Matrices;
  /** Leading singular values of W. */
  spectrum(): Work<Float64Array>;
  /** Null for data without a signal patch. */
  neurons(rows: SnapshotShape['rows']): Work<SignalNoise | null>;
}
