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
  if (tracks.count === snapshots.length) return tracks;
  const places = placesOf(facts);
  const stride = 2 * facts.shape.columns.length;
  if (tracks.epochs.length < snapshots.length) grow(tracks, 2 * snapshots.length, stride);
  for (; tracks.count < snapshots.length; tracks.count++) takeIn(tracks, snapshots[tracks.count]!, places);
  return tracks;
}

/** Where the entries of ρ go; the same for all snapshots of a run. */
interface Places {
  /** Of each column its mean, for rows of neurons with j = 1 and with j = −1. */
  readonly meanOf: readonly [Int32Array, Int32Array];
  /** So many shown neurons have j = 1: the first rows. */
  readonly positive: number;
  readonly rows: number;
  /** Shown neurons of each mean. */
  readonly members: Float64Array;
}

function placesOf({ neurons, labels, shape }: RunFacts): Places {
  const { columns } = shape;
  const k = columns.length;
  const rows = shape.rows.length;
  const positive = shape.rows.filter((row) => row < neurons / 2).length;
  const meanOf = (j: number): Int32Array => columns.map((column, c) => (j * labels[column]! > 0 ? c : k + c));
  const own = Array.from(columns, (column) => (labels[column]! > 0 ? positive : rows - positive));
  const members = Float64Array.from([...own, ...own.map((count) => rows - count)], (count) =>
    Math.max(1, count),
  );
  return { meanOf: [meanOf(1), meanOf(-1)], positive, rows, members };
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
  { meanOf, positive, rows, members }: Places,
): void {
  const at = tracks.count;
  const { length } = members;
  const k = length / 2;
  const means = tracks.means.subarray(at * length, (at + 1) * length);
  let largest = -Infinity;
  let smallest = Infinity;
  for (let r = 0, entry = 0; r < rows; r++) {
    const places = meanOf[r < positive ? 0 : 1];
    for (let c = 0; c < k; c++, entry++) {
      const value = rho[entry]!;
      const mean = places[c]!;
      means[mean] = means[mean]! + value;
      if (value > largest) largest = value;
      if (value < smallest) smallest = value;
    }
  }
  for (let c = 0; c < length; c++) means[c] = means[c]! / members[c]!;
  tracks.epochs[at] = epoch;
  tracks.largest[at] = largest;
  tracks.smallest[at] = smallest;
  tracks.peak = Math.max(tracks.peak, largest, -smallest);
  if (measured === null) return;
  for (const gamma of measured.gamma) tracks.peak = Math.max(tracks.peak, Math.abs(gamma));
}
