import { activeOf, rhoOf } from '../core/observe/grouped-matrices.ts';
import type { Snapshot } from '../core/observe/recorder.ts';
import type { SnapshotPack } from '../protocol/snapshot-pack.ts';
import { pairFlips } from './pair-flips.ts';

const NONE = new Float64Array(0);

/** The snapshots of a pack, as views of its arrays; what is told by groups is written out when it is read. */
export function unpacked({
  epochs,
  base,
  rho,
  active,
  sliding,
  flips,
  spectra,
  neurons,
}: SnapshotPack): Snapshot[] {
  const ofPairs = pairFlips(flips);
  return Array.from(epochs, (epoch, k) => {
    const part = <T extends Float64Array | Float32Array | Uint8Array>(values: T): T => {
      const size = values.length / epochs.length;
      return values.subarray(k * size, (k + 1) * size) as T;
    };
    const [shownRho, shownActive] = [part(rho), part(active)];
    const grouped = base && { base, moved: shownRho, fires: shownActive };
    return {
      epoch,
      get rho() {
        return grouped ? rhoOf(grouped) : shownRho;
      },
      get active() {
        return grouped ? activeOf(grouped) : shownActive;
      },
      sliding: sliding && part(sliding),
      flips: ofPairs[k]!,
      singularValues: spectra.get(k) ?? NONE,
      neurons:
        neurons === null
          ? null
          : { gamma: part(neurons.gamma), signal: part(neurons.signal), noise: part(neurons.noise) },
    };
  });
}
