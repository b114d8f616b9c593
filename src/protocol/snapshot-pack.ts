import type { GroupBase } from '../core/observe/grouped-matrices.ts';
import type { FlipChanges } from '../core/observe/flip-changes.ts';

/**
 * Snapshots of the same sizes, one after the other in the same arrays: on its way to the page a message costs what it has
 * of objects, not of bytes.
 */
export interface SnapshotPack {
  /** t of each, ascending: `count` entries. */
  readonly epochs: Float64Array;
  /** What neurons that move by groups are made of, the same for all of the pack; null where each is by itself. */
  readonly base: GroupBase | null;
  /** count×rows×columns, as a `Snapshot` of the core has them; with a base count×groups×columns: `moved` and `fires`. */
  readonly rho: Float64Array;
  readonly active: Uint8Array;
  readonly sliding: Float32Array | null;
  readonly flips: FlipChanges;
  /** Of the few that have any, by their place in the pack. */
  readonly spectra: ReadonlyMap<number, Float64Array>;
  /** count×rows; null for data without a signal patch. */
  readonly neurons: {
    readonly gamma: Float64Array;
    readonly signal: Float64Array;
    readonly noise: Float64Array;
  } | null;
}
