import type { Snapshot } from '../core/observe/recorder.ts';
import type { SnapshotPack } from '../protocol/snapshot-pack.ts';

const NONE = new Float64Array(0);

/** The snapshots of a pack, as views of its arrays. */
export function unpacked({ epochs, rho, active, flips, spectra, neurons }: SnapshotPack): Snapshot[] {
  const cells = active.length / epochs.length;
  // Snapshots between which nothing flipped have the same object.
  const states = Array.from({ length: flips.states.length / (2 * cells) }, (_, state) => ({
    soFar: flips.states.subarray(2 * state * cells, (2 * state + 1) * cells),
    last: flips.states.subarray((2 * state + 1) * cells, (2 * state + 2) * cells),
  }));
  return Array.from(epochs, (epoch, k) => {
    const part = <T extends Float64Array | Uint8Array>(values: T): T => {
      const size = values.length / epochs.length;
      return values.subarray(k * size, (k + 1) * size) as T;
    };
    return {
      epoch,
      rho: part(rho),
      active: part(active),
      flips: states[flips.state[k]! - flips.state[0]!]!,
      singularValues: spectra.get(k) ?? NONE,
      neurons:
        neurons === null
          ? null
          : { gamma: part(neurons.gamma), signal: part(neurons.signal), noise: part(neurons.noise) },
    };
  });
}
