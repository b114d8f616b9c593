import type { Recording } from '../../engine/recording.ts';
import type { RunFacts } from '../../core/outcome.ts';
import type { Snapshot } from '../../core/observe/recorder.ts';

/** What the coefficients of a run's snapshots come down to; grows with them. */
export interface RhoTracks {
  /** t of each snapshot. */
  epochs: Float64Array;
  /**
   * count × 2k for k shown samples, row-major: first, for each sample, the mean of ρ over the shown neurons of its
   * own class (ρ̄), then over those of the other class (ρ̲).
   */
  means: Float64Array;
  /** Largest and smallest ρ of all shown neurons and samples. */
  largest: Float64Array;
  smallest: Float64Array;
  /** max |ρ| and, for data with a signal, max |c_μ| over all snapshots so far: the scale of the picture, the same for the whole run. */
  peak: number;
  /** Snapshots taken in. */
  count: number;
}

const known = new WeakMap<Recording, RhoTracks>();

/** The tracks of a recording: each snapshot is taken in once. */
export function rhoTracks(recording: Recording, facts: RunFacts): RhoTracks {
  let tracks = known.get(recording);
  if (!tracks) {
    tracks = emptyTracks();
    known.set(recording, tracks);
  }
  const { snapshots } = recording;
  const stride = 2 * facts.shape.columns.length;
  if (tracks.epochs.length < snapshots.length) grow(tracks, 2 * snapshots.length, stride);
  for (; tracks.count < snapshots.length; tracks.count++) takeIn(tracks, snapshots[tracks.count]!, facts);
  return tracks;
}

export const emptyTracks = (): RhoTracks => ({
  epochs: new Float64Array(0),
  means: new Float64Array(0),
  largest: new Float64Array(0),
  smallest: new Float64Array(0),
  peak: 0,
  count: 0,
});

function grow(tracks: RhoTracks, room: number, stride: number): void {
  const copied = (from: Float64Array, length: number): Float64Array => {
    const to = new Float64Array(length);
    to.set(from);
    return to;
  };
  tracks.epochs = copied(tracks.epochs, room);
  tracks.means = copied(tracks.means, room * stride);
  tracks.largest = copied(tracks.largest, room);
  tracks.smallest = copied(tracks.smallest, room);
}

function takeIn(
  tracks: RhoTracks,
  { epoch, rho, neurons: measured }: Snapshot,
  { neurons, labels, shape }: RunFacts,
): void {
  const { rows, columns } = shape;
  const k = columns.length;
  const at = tracks.count;
  const means = tracks.means.subarray(at * 2 * k, (at + 1) * 2 * k);
  const m = neurons / 2;
  const positive = rows.reduce((count, row) => count + (row < m ? 1 : 0), 0);
  const slots = [1, -1].map((j) =>
    Int32Array.from(columns, (column, c) => (j * labels[column]! > 0 ? c : k + c)),
  );
  let largest = -Infinity;
  let smallest = Infinity;
  for (let r = 0; r < rows.length; r++) {
    const slot = slots[rows[r]! < m ? 0 : 1]!;
    const row = r * k;
    for (let c = 0; c < k; c++) {
      const value = rho[row + c]!;
      const mean = slot[c]!;
      means[mean] = means[mean]! + value;
      if (value > largest) largest = value;
      if (value < smallest) smallest = value;
    }
  }
  for (let c = 0; c < k; c++) {
    const own = labels[columns[c]!]! > 0 ? positive : rows.length - positive;
    means[c] = means[c]! / Math.max(1, own);
    means[k + c] = means[k + c]! / Math.max(1, rows.length - own);
  }
  tracks.epochs[at] = epoch;
  tracks.largest[at] = largest;
  tracks.smallest[at] = smallest;
  tracks.peak = Math.max(tracks.peak, largest, -smallest);
  for (const gamma of measured?.gamma ?? []) tracks.peak = Math.max(tracks.peak, Math.abs(gamma));
}
