import type { Snapshot } from '../../core/observe/recorder.ts';
import type { NpyArray } from '../npy.ts';
import type { RecordedRun } from './run.ts';

/** Bytes of all matrices together; the runs that no longer fit are left out. */
const MOST_BYTES = 96e6;

/** What the names of a run's arrays begin with. */
export const runName = ({ planned }: Pick<RecordedRun, 'planned'>): string => `run${planned.run + 1}`;

export const marginsName = (run: Pick<RecordedRun, 'planned'>): string => `${runName(run)}_margins`;

/** The arrays of matrices.npz, and the runs whose matrices are in it: those of the point in front, while they fit. */
export function matrixArrays(runs: readonly RecordedRun[]): {
  readonly arrays: Readonly<Record<string, NpyArray>>;
  readonly shown: ReadonlySet<RecordedRun>;
} {
  const arrays: Record<string, NpyArray> = {};
  const shown = new Set<RecordedRun>();
  let bytes = 0;
  for (const run of runs) {
    if (run.matrices === null || run.epochs.length === 0) continue;
    const own = Object.entries(arraysOf(run, run.matrices));
    bytes += own.reduce((sum, [, { values }]) => sum + values.byteLength, 0);
    if (bytes > MOST_BYTES && shown.size > 0) break;
    shown.add(run);
    for (const [name, array] of own) arrays[name] = array;
  }
  return { arrays, shown };
}

function arraysOf(
  run: RecordedRun,
  { shape, snapshots }: NonNullable<RecordedRun['matrices']>,
): Readonly<Record<string, NpyArray>> {
  const { rows, columns } = shape;
  const count = run.epochs.length;
  const spectra = snapshots.filter(({ singularValues }) => singularValues.length > 0);
  const doubles = (
    of: (snapshot: Snapshot) => Float64Array,
    all: readonly Snapshot[],
    ...rest: number[]
  ) => ({
    values: joined(all.map(of)),
    shape: [all.length, ...rest],
  });
  const epochsOf = (all: readonly Snapshot[]): NpyArray => ({
    values: Float64Array.from(all, ({ epoch }) => epoch),
    shape: [all.length],
  });
  const signed = snapshots.flatMap(({ neurons }) => (neurons === null ? [] : [neurons]));
  const ofNeurons = (name: 'gamma' | 'signal' | 'noise'): NpyArray => ({
    values: joined(signed.map((neurons) => neurons[name])),
    shape: [signed.length, rows.length],
  });
  const active = new Uint8Array(snapshots.length * rows.length * columns.length);
  const flips = new Uint32Array(active.length);
  const lastFlips = new Uint32Array(active.length);
  snapshots.forEach((snapshot, k) => {
    const at = k * rows.length * columns.length;
    active.set(snapshot.active, at);
    flips.set(snapshot.flips.soFar, at);
    lastFlips.set(snapshot.flips.last, at);
  });
  const ofPairs = [snapshots.length, rows.length, columns.length];
  const arrays: Record<string, NpyArray> = {
    epochs: { values: run.epochs, shape: [count] },
    margins: { values: run.margins, shape: [count, run.margins.length / count] },
    neurons: { values: rows, shape: [rows.length] },
    samples: { values: columns, shape: [columns.length] },
    snapshot_epochs: epochsOf(snapshots),
    rho: doubles(({ rho }) => rho, snapshots, rows.length, columns.length),
    active: { values: active, shape: ofPairs },
    ...(snapshots[0]?.sliding && slidingArrays(snapshots, ofPairs)),
    flips_so_far: { values: flips, shape: ofPairs },
    last_flip: { values: lastFlips, shape: ofPairs },
    spectrum_epochs: epochsOf(spectra),
    singular_values: doubles(
      ({ singularValues }) => singularValues,
      spectra,
      spectra[0]?.singularValues.length ?? 0,
    ),
    ...(signed.length > 0 && {
      gamma: ofNeurons('gamma'),
      signal: ofNeurons('signal'),
      noise: ofNeurons('noise'),
    }),
  };
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => [`${runName(run)}_${name}`, array]),
  );
}

/** Which pairs stay on their kinks by gradient flow, and φ′ of those, −1 of others. */
function slidingArrays(snapshots: readonly Snapshot[], shape: readonly number[]): Record<string, NpyArray> {
  const slopes = new Float32Array(shape.reduce((product, length) => product * length, 1));
  snapshots.forEach(({ sliding }, k) => slopes.set(sliding!, k * sliding!.length));
  return {
    sliding: { values: Uint8Array.from(slopes, (slope) => (slope < 0 ? 0 : 1)), shape },
    kink_slopes: { values: slopes, shape },
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
