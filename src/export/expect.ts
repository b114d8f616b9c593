import { SCALARS, type ScalarName } from '../core/observe/quantities.ts';
import type { Snapshot } from '../core/observe/recorder.ts';
import type { Reference, StepsReference } from '../settings/reference.ts';

/** What a fixture expects of an epoch, before its update (test/fixtures/README.md). */
export interface ExpectedEpoch {
  readonly epoch: number;
  readonly loss: number;
  readonly penalty: number;
  readonly margins: readonly number[];
  readonly frobenius: number;
  readonly stable_rank: { readonly positive: number; readonly negative: number; readonly all: number };
  readonly active: readonly (readonly number[])[];
  /** Absent where two samples are the same: then the decomposition is not unique. */
  readonly rho?: readonly (readonly number[])[];
  readonly gamma?: readonly number[];
}

/** What is taken of a recording whose every epoch of `record` has a whole snapshot. */
export interface Recorded {
  readonly epochs: Float64Array;
  readonly column: (name: ScalarName) => Float64Array;
  /** epochs×n, row-major. */
  readonly margins: Float64Array;
  readonly snapshots: readonly Snapshot[];
}

/** The fixture's own list, from a recording of it: an entry for each epoch of `record` that the run came to. */
export const expectedEpochs = (reference: StepsReference, recorded: Recorded): readonly ExpectedEpoch[] =>
  recorded.snapshots
    .filter(({ epoch }) => reference.record.includes(epoch))
    .map((snapshot) => expectedAt(reference, recorded, snapshot));

function expectedAt(reference: StepsReference, recorded: Recorded, snapshot: Snapshot): ExpectedEpoch {
  const { epochs, margins } = recorded;
  const { n } = reference;
  const row = epochs.indexOf(snapshot.epoch);
  const at = Object.fromEntries(SCALARS.map((name) => [name, recorded.column(name)[row]!])) as Record<
    ScalarName,
    number
  >;
  return {
    epoch: snapshot.epoch,
    loss: at.loss,
    penalty: at.penalty,
    margins: [...margins.subarray(row * n, (row + 1) * n)],
    frobenius: at.frobenius,
    stable_rank: {
      positive: at.stableRankPositive,
      negative: at.stableRankNegative,
      all: at.stableRankAll,
    },
    active: patterns(reference, snapshot),
    ...(snapshot.neurons !== null && { gamma: [...snapshot.neurons.gamma] }),
    ...(!hasRepeats(reference) && { rho: rowsOf(snapshot.rho, n) }),
  };
}

/** A row a neuron; of a two-patch network y_i μ and ξ_i in turn, of which a snapshot has the second. */
function patterns({ n, y }: Reference, { active, neurons }: Snapshot): number[][] {
  const rows = rowsOf(active, n);
  if (neurons === null) return rows;
  return rows.map((row, r) => row.flatMap((noise, i) => [y[i]! * neurons.signal[r]! >= 0 ? 1 : 0, noise]));
}

const rowsOf = (values: ArrayLike<number>, width: number): number[][] =>
  Array.from({ length: values.length / width }, (_, r) =>
    Array.from({ length: width }, (_, i) => values[r * width + i]!),
  );

export const hasRepeats = ({ x, xi }: Reference): boolean => {
  const rows = (x ?? xi ?? []).map((row) => row.join(' '));
  return new Set(rows).size < rows.length;
};
