import type { Snapshot } from '../core/observe/recorder.ts';
import type { ScalarName } from '../core/observe/quantities.ts';
import type { RunFacts } from '../core/outcome.ts';
import type { RunEnd, RunId } from '../protocol/frames.ts';

/** One run as far as it has been computed: append-only, read by the charts, never held in a store. */
export interface Recording {
  readonly run: RunId;
  /** Null until the first frame. */
  readonly facts: RunFacts | null;
  /** Recorded epochs so far. */
  readonly length: number;
  /** t of each recorded epoch, ascending; a view of `length` entries. */
  readonly epochs: Float64Array;
  /** A scalar at each recorded epoch; a view of `length` entries. */
  column(name: ScalarName): Float64Array;
  /** length×n, row-major. */
  readonly margins: Float64Array;
  /** Ascending by epoch. */
  readonly snapshots: readonly Snapshot[];
  readonly end: RunEnd | null;
  /** Grows with every frame taken: a chart redraws when it changed. */
  readonly version: number;
}
