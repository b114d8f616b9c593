import type { Snapshot } from '../core/observe/recorder.ts';

/**
 * Snapshots of the same sizes, one after the other in the same arrays: on its way to the page a message costs what it has
 * of objects, not of bytes.
 */
export interface SnapshotPack {
  /** t of each, ascending: `count` entries. */
  readonly epochs: Float64Array;
  /** count×rows×columns, as in {@link Snapshot}. */
  readonly rho: Float64Array;
  readonly active: Uint8Array;
  /** Of the few that have any, by their place in the pack. */
  readonly spectra: ReadonlyMap<number, Float64Array>;
  /** count×rows; null for data without a signal patch. */
  readonly neurons: {
    readonly gamma: Float64Array;
    readonly signal: Float64Array;
    readonly noise: Float64Array;
  } | null;
}

const NONE = new Float64Array(0);

/** The snapshots of a pack, as views of its arrays. */
export function unpacked({ epochs, rho, active, spectra, neurons }: SnapshotPack): Snapshot[] {
  return Array.from(epochs, (epoch, k) => {
    const part = <T extends Float64Array | Uint8Array>(values: T): T => {
      const size = values.length / epochs.length;
      return values.subarray(k * size, (k + 1) * size) as T;
    };
    return {
      epoch,
      rho: part(rho),
      active: part(active),
      singularValues: spectra.get(k) ?? NONE,
      neurons:
        neurons === null
          ? null
          : { gamma: part(neurons.gamma), signal: part(neurons.signal), noise: part(neurons.noise) },
    };
  });
}
