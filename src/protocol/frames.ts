import type { Outcome, RunFacts } from '../core/outcome.ts';
import type { SnapshotPack } from './snapshot-pack.ts';

/** Names one run of the page; never reused. Frames of a run that is no longer wanted are dropped by it. */
export type RunId = number;

/** What the worker sends of a run: columns for the epochs since the last frame. Its buffers are transferred. */
export interface Frame {
  readonly run: RunId;
  /** Given in the first frame of a run only. */
  readonly facts: RunFacts | undefined;
  /** The recorded epochs t of this frame, ascending; `count` entries. May be empty. */
  readonly epochs: Float64Array;
  /** One column for each of core's SCALARS, in that order; each `count` entries. */
  readonly scalars: readonly Float64Array[];
  /** count×n, row-major: q_i at each of the epochs. */
  readonly margins: Float64Array;
  /** In the order of their epochs. */
  readonly snapshots: readonly SnapshotPack[];
  /** Given in the last frame only. */
  readonly end: RunEnd | undefined;
}

export type RunEnd =
  | { readonly kind: 'outcome'; readonly outcome: Outcome; /** 16 hex digits */ readonly fingerprint: string }
  | { readonly kind: 'cancelled' }
  /** The experiment could not be run, or the core threw: a message a user can act on. */
  | { readonly kind: 'failed'; readonly message: string };
