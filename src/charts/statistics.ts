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
  for (let t = from; t < used; t++) {
    let sum = 0;
    for (const column of columns) sum += column[t]!;
    const centre = sum / runs;
    let squares = 0;
    for (const column of columns) squares += (column[t]! - centre) * (column[t]! - centre);
    const spread = runs > 1 ? 3 * Math.sqrt(squares / (runs - 1)) : 0;
    mean[t] = centre - offset;
    low[t] = centre - offset - spread;
    high[t] = centre - offset + spread;
  }
  band.count = used;
  return band;
}

function grown(values: Float64Array, room: number): Float64Array {
  const larger = new Float64Array(room);
  larger.set(values);
  return larger;
}

/** The runs a mean is taken over, and the epochs all of them have. */
export interface Participants {
  readonly runs: readonly Recording[];
  readonly count: number;
  readonly epochs: Float64Array;
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
  const runs = ended.length > 0 ? ended : started.filter((r) => 2 * r.length >= farthest);
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
