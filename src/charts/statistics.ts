import type { Recording } from '../engine/recording.ts';

/** Mean over runs and mean ± 3 sample standard deviations, at each epoch. Storage is kept and grown. */
export interface Band {
  mean: Float64Array;
  low: Float64Array;
  high: Float64Array;
  /** Epochs filled. */
  count: number;
}

export const createBand = (): Band => ({
  mean: new Float64Array(0),
  low: new Float64Array(0),
  high: new Float64Array(0),
  count: 0,
});

/**
 * mean_t = (1/R) Σ_r v_rt − offset, low and high = mean ∓ 3 s_t with s_t² = Σ_r (v_rt − mean_t)² / (R − 1)
 * (ddof = 1; one run has s = 0). The papers' figures show ± 3 standard deviations (K §6).
 *
 * @param band overwritten; its arrays are reused while they are long enough
 * @param columns one for each run, each with at least `count` entries
 * @param from epochs before this one are in the band already
 */
export function bandInto(
  band: Band,
  columns: readonly Float64Array[],
  count: number,
  offset = 0,
  from = 0,
): Band {
  const runs = columns.length;
  const used = runs === 0 ? 0 : count;
  if (band.mean.length < used) {
    const room = Math.max(64, 2 * used);
    band.mean = grown(band.mean, room);
    band.low = grown(band.low, room);
    band.high = grown(band.high, room);
  }
  const { mean, low, high } = band;
  // Run by run, as memory lies: with `mean` the sums and `high` the sums of squares.
  mean.fill(0, from, used);
  for (const column of columns) for (let t = from; t < used; t++) mean[t] = mean[t]! + column[t]!;
  for (let t = from; t < used; t++) mean[t] = mean[t]! / runs;
  high.fill(0, from, used);
  for (const column of columns) {
    for (let t = from; t < used; t++) {
      const deviation = column[t]! - mean[t]!;
      high[t] = high[t]! + deviation * deviation;
    }
  }
  for (let t = from; t < used; t++) {
    const spread = runs > 1 ? 3 * Math.sqrt(high[t]! / (runs - 1)) : 0;
    const centre = mean[t]! - offset;
    mean[t] = centre;
    low[t] = centre - spread;
    high[t] = centre + spread;
  }
  band.count = used;
  return band;
}

function grown(values: Float64Array, room: number): Float64Array {
  const larger = new Float64Array(room);
  larger.set(values);
  return larger;
}

/** Runs a mean is taken over, and the epochs all of them have. */
interface Together {
  readonly runs: readonly Recording[];
  readonly count: number;
  readonly epochs: Float64Array;
}

export interface Participants extends Together {
  /** Those that will take part when the next run has ended, as far as it has come; null where none is on its way. */
  readonly next: Together | null;
}

/**
 * While runs stream one after another, a mean over the epochs that all have would shrink to one point whenever the
 * next run starts. So the runs that have ended take part, once there are any; before that, those that are at least
 * half as far as the farthest. Of these, the epochs that all have: a run that diverged ends the mean.
 */
export function participants(recordings: readonly Recording[]): Participants {
  const started = recordings.filter((r) => r.length > 0);
  const ended = started.filter((r) => r.end?.kind === 'outcome');
  const farthest = started.reduce((most, r) => Math.max(most, r.length), 0);
  if (ended.length === 0) return { ...together(started.filter((r) => 2 * r.length >= farthest)), next: null };
  const coming = started
    .filter((r) => r.end === null)
    .reduce<Recording | null>((most, r) => (most && most.length >= r.length ? most : r), null);
  const next = started.filter((r) => r === coming || ended.includes(r));
  return { ...together(ended), next: coming && together(next) };
}

function together(runs: readonly Recording[]): Together {
  const shortest = runs.reduce<Recording | null>(
    (least, r) => (least && least.length <= r.length ? least : r),
    null,
  );
  return { runs, count: shortest?.length ?? 0, epochs: shortest?.epochs ?? new Float64Array(0) };
}

/** The run that single-run pictures show: the one asked for, or the first that has begun. */
export function chosenRun(recordings: readonly Recording[], run: number): Recording | null {
  const asked = recordings[run];
  if (asked && asked.length > 0) return asked;
  return recordings.find((r) => r.length > 0) ?? null;
}
