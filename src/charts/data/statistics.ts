import type { Range } from '../../core/observe/ranges.ts';
import type { Recording } from '../../engine/recording.ts';

/** How a mean over runs shows its runs: mean ± 3 sd, every run as a line, or from the least run to the greatest. */
export type BandKind = 'sd' | 'runs' | 'range';

/** Mean over runs, and how far they spread around it, at each epoch. Storage is kept and grown. */
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

/** What the edges of a band are. */
export interface BandRule {
  /** mean ± 3 s, or the least and the greatest run. */
  readonly edges: 'sd' | 'range';
  /** What the quantity can be: the band ends there. */
  readonly possible: Range;
  /**
   * Never below the least run. On a logarithmic axis mean − 3 s has no place where it is not positive, and would be
   * teeth around there; the least run has a place wherever a run has one.
   */
  readonly aboveLeast: boolean;
}

const PLAIN_RULE: BandRule = { edges: 'sd', possible: [-Infinity, Infinity], aboveLeast: false };

/**
 * mean_t = (1/R) Σ_r v_rt − offset, low and high = mean ∓ 3 s_t with s_t² = Σ_r (v_rt − mean_t)² / (R − 1)
 * (ddof = 1; one run has s = 0), or min_r v_rt and max_r v_rt, as the rule says. The papers' figures show ± 3 standard
 * deviations (K §6). The mean is never outside of its band.
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
  rule = PLAIN_RULE,
): Band {
  const runs = columns.length;
  const used = runs === 0 ? 0 : count;
  if (band.mean.length < used) {
    const room = Math.max(64, 2 * used);
    band.mean = grown(band.mean, room);
    band.low = grown(band.low, room);
    band.high = grown(band.high, room);
  }
  const { mean, low } = band;
  // Run by run, as memory lies.
  mean.fill(0, from, used);
  for (const column of columns) for (let t = from; t < used; t++) mean[t] = mean[t]! + column[t]!;
  for (let t = from; t < used; t++) mean[t] = mean[t]! / runs;
  low.fill(rule.edges === 'range' || rule.aboveLeast ? Infinity : -Infinity, from, used);
  if (low[from] === Infinity) {
    for (const column of columns) for (let t = from; t < used; t++) low[t] = Math.min(low[t]!, column[t]!);
  }
  if (rule.edges === 'range') extremesInto(band, columns, from, used, offset);
  else spreadInto(band, columns, from, used, offset, rule.possible);
  band.count = used;
  return band;
}

/** The greatest run above `low`, the least, both and the mean less the offset. */
function extremesInto(
  { mean, low, high }: Band,
  columns: readonly Float64Array[],
  from: number,
  used: number,
  offset: number,
): void {
  high.fill(-Infinity, from, used);
  for (const column of columns) for (let t = from; t < used; t++) high[t] = Math.max(high[t]!, column[t]!);
  for (let t = from; t < used; t++) {
    mean[t] = mean[t]! - offset;
    // Rounding may put the mean of equal runs beside them.
    low[t] = Math.min(mean[t]!, low[t]! - offset);
    high[t] = Math.max(mean[t]!, high[t]! - offset);
  }
}

/** mean ± 3 s, not below what `low` holds and within what is possible; all less the offset. */
function spreadInto(
  { mean, low, high }: Band,
  columns: readonly Float64Array[],
  from: number,
  used: number,
  offset: number,
  [least, greatest]: Range,
): void {
  const runs = columns.length;
  // First the sums of squares.
  high.fill(0, from, used);
  for (const column of columns) {
    for (let t = from; t < used; t++) {
      const deviation = column[t]! - mean[t]!;
      high[t] = high[t]! + deviation * deviation;
    }
  }
  for (let t = from; t < used; t++) {
    const spread = runs > 1 ? 3 * Math.sqrt(high[t]! / (runs - 1)) : 0;
    const whole = mean[t]!;
    const centre = whole - offset;
    mean[t] = centre;
    low[t] = Math.min(centre, Math.max(low[t]!, least, whole - spread) - offset);
    high[t] = Math.max(centre, Math.min(greatest, whole + spread) - offset);
  }
}

/** 3 s of the runs at an index (ddof = 1); 0 for one run. */
export function spreadAt(columns: readonly Float64Array[], index: number): number {
  if (columns.length < 2) return 0;
  const mean = columns.reduce((sum, column) => sum + column[index]!, 0) / columns.length;
  const squares = columns.reduce((sum, column) => sum + (column[index]! - mean) ** 2, 0);
  return 3 * Math.sqrt(squares / (columns.length - 1));
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

/** Whether more is to come of these recordings, or would have come: a batch that was put aside is never whole. */
export const isGrowing = (recordings: readonly Recording[]): boolean =>
  recordings.some(({ end }) => end === null || end.kind === 'cancelled');

/** The run that single-run pictures show: the one asked for, or the first that has begun. */
export function chosenRun(recordings: readonly Recording[], run: number): Recording | null {
  const asked = recordings[run];
  if (asked && asked.length > 0) return asked;
  return recordings.find((r) => r.length > 0) ?? null;
}
