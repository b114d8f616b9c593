import type { ProbeName } from '../../core/probe/quantities.ts';
import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { probedOf, type Probed } from '../../state/probes.ts';
import type { Mean } from './means.ts';

const NOTHING = new Float64Array(0);

/** Of the recordings below: what was measured beside them. */
const columns = new WeakMap<Recording, Probed>();
const made = new WeakMap<Probed, Map<string, Recording>>();
/** Of recordings beside which nothing was measured yet. */
const empty = new WeakMap<Recording, Recording>();

/**
 * A recording of what was measured beside another, at the epochs at which it was: charts over time take it as any other.
 * The same object while nothing more was measured.
 * @param names measured at the same epochs
 */
export function besideRecording(recording: Recording, names: readonly ProbeName[]): Recording {
  const probed = probedOf(recording);
  if (probed === null) {
    const none = empty.get(recording) ?? asRecording(recording, NOTHING, true);
    empty.set(recording, none);
    return none;
  }
  const known = made.get(probed) ?? new Map<string, Recording>();
  made.set(probed, known);
  const key = names.join();
  const found = known.get(key);
  if (found !== undefined) return found;
  const first = names.map((name) => probed.columns.get(name)).find((column) => column !== undefined);
  const isWhole = names.every((name) => probed.whole.has(name));
  const beside = asRecording(recording, first?.epochs ?? NOTHING, !isWhole);
  columns.set(beside, probed);
  known.set(key, beside);
  return beside;
}

export const besideVariants = (
  variants: readonly Variant[],
  names: readonly ProbeName[],
): readonly Variant[] =>
  variants.map((variant) => ({
    ...variant,
    recordings: variant.recordings.map((recording) => besideRecording(recording, names)),
  }));

function asRecording({ run, facts, end }: Recording, epochs: Float64Array, growing: boolean): Recording {
  return {
    ...{ run, facts, epochs },
    length: epochs.length,
    column: () => NOTHING,
    margins: NOTHING,
    snapshots: [],
    // Where the run was put aside nothing more comes of this either.
    end: growing && end?.kind === 'outcome' ? null : end,
    version: epochs.length,
  };
}

/** What {@link besideRecording} has of a probe. */
export const probeColumn =
  (name: ProbeName) =>
  (recording: Recording): Float64Array =>
    columns.get(recording)?.columns.get(name)?.values ?? NOTHING;

/**
 * The curve of a probe over runs.
 * @param scalar the recorded number whose place it takes
 */
export const probeMean = (
  name: ProbeName,
  scalar: Mean['scalar'],
  mark: Pick<Mean, 'label' | 'colour' | 'dash' | 'width'>,
): Mean => ({ ...mark, scalar, name, of: probeColumn(name) });

/** η of runs that were measured, each once, ascending. */
export const etasOf = (recordings: readonly Recording[]): readonly number[] =>
  [...new Set(recordings.flatMap((recording) => columns.get(recording)?.eta ?? []))]
    .filter((eta) => eta > 0)
    .sort((a, b) => a - b);

/** As {@link besideRecording}, of several. */
export const besideRecordings = (
  recordings: readonly Recording[],
  names: readonly ProbeName[],
): readonly Recording[] => recordings.map((recording) => besideRecording(recording, names));
