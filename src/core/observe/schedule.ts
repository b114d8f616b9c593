import type { SnapshotShape } from './snapshot-shape.ts';
import { exp } from '../special/exp.ts';
import { log } from '../special/log.ts';

/** Numbers a recording may hold in its columns: 4 million doubles, 32 MB. */
const COLUMN_BUDGET = 4e6;
/**
 * Bytes a recording may hold in ρ and the patterns of its snapshots: they are most of what is copied from worker to page,
 * and a phone holds several runs. What changes of the pairs' flips from one to the next comes on top, and what slides in a flow.
 */
const SNAPSHOT_BUDGET = 12e6;
/**
 * Bytes that the snapshots of all runs of a study may hold: as much as five alone. Of more each has fewer, for only those
 * of the run in front are looked at, and all have to be made and sent.
 */
const STUDY_SNAPSHOT_BUDGET = 60e6;
/** Snapshots that a run has at least. */
const LEAST_SNAPSHOTS = 16;
/** Neurons of each class and samples that a snapshot shows at most. */
const MAX_ROWS_PER_CLASS = 256;
const MAX_COLUMNS = 128;
/** Epochs whose singular values are taken: each costs tens of matrix–vector products. */
const MAX_SPECTRA = 12;
/** The same for all runs of a study together, and what each has at least: both ends and two between. */
const STUDY_SPECTRA = 120;
const LEAST_SPECTRA = 4;

/** Which epochs of a run are recorded, and how; a function of the experiment alone (DESIGN §3). */
export interface Schedule {
  /** t of the recorded epochs, ascending, from 0 to T. */
  readonly recorded: Int32Array;
  /** Subset of `recorded`: epochs with a snapshot. */
  readonly snapshots: ReadonlySet<number>;
  /** Subset of `snapshots`: those with singular values. */
  readonly spectra: ReadonlySet<number>;
  readonly shape: SnapshotShape;
}

/**
 * Every epoch when the columns fit the budget, else as many as fit, half of them equally spaced in t and half in
 * log t; snapshots and spectra likewise among the recorded ones.
 *
 * @param epochs T
 * @param n number of samples
 * @param neurons 2m
 * @param siblings runs of the study that it is one of: they share the room for snapshots. What is recorded beside
 *   snapshots does not depend on it
 * @param record epochs that have whole snapshots, and the only ones that have any; absent: as fits
 */
export function createSchedule(
  epochs: number,
  n: number,
  neurons: number,
  siblings = 1,
  record?: readonly number[],
): Schedule {
  if (record !== undefined) return recordedSchedule(epochs, n, neurons, record);
  const shape = snapshotShape(n, neurons);
  const recorded = spread(epochs, mostRecorded(n));
  const shots = mostSnapshots(n, neurons, siblings);
  const snapshots = spread(recorded.length - 1, shots).map((k) => recorded[k]!);
  const spectra = spread(snapshots.length - 1, mostSpectra(siblings)).map((k) => snapshots[k]!);
  return { recorded, snapshots: new Set(snapshots), spectra: new Set(spectra), shape };
}

function recordedSchedule(epochs: number, n: number, neurons: number, record: readonly number[]): Schedule {
  const recorded = new Set([...spread(epochs, mostRecorded(n)), ...record]);
  return {
    recorded: Int32Array.from(recorded).sort(),
    snapshots: new Set(record),
    spectra: new Set(),
    shape: { rows: spreadEvenly(neurons, neurons), columns: spreadEvenly(n, n) },
  };
}

/** Epochs that a run of n samples records at most. */
export const mostRecorded = (n: number): number => Math.max(1_000, Math.floor(COLUMN_BUDGET / (n + 20)));

/** Of {@link snapshotShape}, from its sizes: studies ask it of every point at every move of a slider. */
const bytesOfSnapshot = (n: number, neurons: number): number =>
  9 * 2 * Math.min(neurons / 2, MAX_ROWS_PER_CLASS) * Math.min(n, MAX_COLUMNS);

function mostSnapshots(n: number, neurons: number, siblings: number): number {
  const budget = Math.min(SNAPSHOT_BUDGET, STUDY_SNAPSHOT_BUDGET / siblings);
  return Math.min(2_001, Math.max(LEAST_SNAPSHOTS, Math.floor(budget / bytesOfSnapshot(n, neurons))));
}

const mostSpectra = (siblings: number): number =>
  Math.min(MAX_SPECTRA, Math.max(LEAST_SPECTRA, Math.floor(STUDY_SPECTRA / siblings)));

/** Bytes that the recording of a run will take, about; parameters as of {@link createSchedule}. */
export function recordingBytes(epochs: number, n: number, neurons: number, siblings = 1): number {
  const recorded = Math.min(epochs + 1, mostRecorded(n));
  const snapshots = Math.min(recorded, mostSnapshots(n, neurons, siblings));
  return 8 * recorded * (n + 20) + bytesOfSnapshot(n, neurons) * snapshots;
}

/**
 * At most `count` (≥ 2) of the whole numbers 0..last, ascending, with both ends: all when they fit, else half spaced
 * equally and half geometrically.
 */
export function spread(last: number, count: number): Int32Array {
  if (last + 1 <= count) return Int32Array.from({ length: last + 1 }, (_, k) => k);
  const half = Math.floor(count / 2);
  const chosen = new Set<number>([0, last]);
  for (let k = 1; k < half; k++) chosen.add(Math.round((last * k) / half));
  for (let k = 0; k < half - 1; k++) chosen.add(Math.round(exp((log(last) * k) / half)));
  return Int32Array.from([...chosen].sort((a, b) => a - b));
}

function snapshotShape(n: number, neurons: number): SnapshotShape {
  const m = neurons / 2;
  const perClass = spreadEvenly(m, MAX_ROWS_PER_CLASS);
  return {
    rows: Int32Array.from([...perClass, ...perClass.map((r) => r + m)]),
    columns: spreadEvenly(n, MAX_COLUMNS),
  };
}

/** At most `most` of 0..count−1, equally spaced. */
function spreadEvenly(count: number, most: number): Int32Array {
  const kept = Math.min(count, most);
  return Int32Array.from({ length: kept }, (_, k) => Math.floor((k * count) / kept));
}
