import type { ScalarName } from '../../core/observe/quantities.ts';
import { SCALAR_RANGES, type Range } from '../../core/observe/ranges.ts';
import type { Recording } from '../../engine/recording.ts';
import type { AxisKind, LineSeries, TimeContent } from './content.ts';
import { derivedColumn } from './derived.ts';
import { formatValue, NOT_THERE, orNotThere } from './format.ts';
import { switchOffMarks } from './modes.ts';
import { bandInto, createBand, isGrowing, participants, spreadAt } from './statistics.ts';
import type { Band, BandKind, BandRule, Participants } from './statistics.ts';

/** Storage of a mean, and the runs it is of. */
interface Kept {
  readonly band: Band;
  readonly runs: readonly Recording[];
}

/**
 * How a panel's means show their runs, and the storage of its means: one band for each scalar, offset and axis (of each
 * compared mode), grown as recordings grow.
 */
export interface Bands {
  readonly kind: BandKind;
  readonly kept: Map<string, Kept>;
}

export const createBands = (kind: BandKind = 'sd'): Bands => ({ kind, kept: new Map<string, Kept>() });

interface MeanOptions extends Pick<LineSeries, 'label' | 'colour' | 'dash' | 'width'> {
  /** Subtracted from the mean: 1 for "stable rank − 1". */
  readonly offset?: number;
  readonly format?: (value: number) => string;
}

/** A mean to draw: which scalar, and how. What is made of a scalar has its range. */
export type Mean = MeanOptions & {
  readonly scalar: ScalarName;
  /** What is averaged instead, where it is only made of the scalar; at least as many entries as the run has epochs. */
  readonly of?: (run: Recording) => Float64Array;
  /** Names what is averaged; the scalar when absent. */
  readonly name?: string;
  /** What it can be; the scalar's range when absent. */
  readonly possible?: Range;
};

/** Tells the storage of a mean from others. */
export const nameOf = ({ scalar, name = scalar }: Mean): string => name;

/** All of a chart of means but what its recordings say. */
export type RestOfContent = Omit<TimeContent, 'epochs' | 'count' | 'series' | 'runs' | 'growing' | 'marks'>;

/** What a chart of means over the runs shows; all but the series is the panel's own. */
export function meansContent(
  recordings: readonly Recording[],
  bands: Bands,
  means: readonly Mean[],
  rest: RestOfContent,
): TimeContent {
  const taking = participants(recordings);
  const series = means.map((mean) => meanSeries(bands, taking, mean, rest.axis));
  // All of them are means over the same runs, so they begin anew together.
  const source = means[0] && bands.kept.get(keyOf(means[0], rest.axis));
  return {
    ...rest,
    ...(source && { source }),
    epochs: taking.epochs,
    count: taking.count,
    series,
    runs: runsNote(taking, recordings.length, bands.kind, rest.axis),
    growing: isGrowing(recordings),
    marks: switchOffMarks(recordings),
  };
}

const keyOf = (mean: Mean, axis: AxisKind, name = nameOf(mean)): string =>
  `${name} ${mean.offset ?? 0} ${axis}`;

/** The band under a key, another object whenever it begins anew: unless it is of these runs. */
function keptBand({ kept: bands }: Bands, key: string, runs: readonly Recording[]): Band {
  const isOf = (kept: Kept | undefined): boolean =>
    kept?.runs.length === runs.length && runs.every((run, k) => run === kept.runs[k]);
  const kept = bands.get(key);
  if (kept !== undefined && isOf(kept)) return kept.band;
  const ahead = bands.get(nextOf(key));
  // The one filled ahead takes the place of this one, whose storage the one after it will use.
  const found = ahead !== undefined && isOf(ahead) ? ahead : emptied(kept, runs);
  bands.set(key, found);
  if (found === ahead) bands.set(nextOf(key), emptied(kept, []));
  return found.band;
}

const nextOf = (key: string): string => `next ${key}`;

function emptied(kept: Kept | undefined, runs: readonly Recording[]): Kept {
  const band = kept?.band ?? createBand();
  band.count = 0;
  return { band, runs };
}

/**
 * A scalar's mean over the runs, with what there is of the runs when they are several, as a series.
 * @param axis of its values
 * @param name of its storage among `bands`
 */
export function meanSeries(
  bands: Bands,
  taking: Participants,
  mean: Mean,
  axis: AxisKind,
  name: string = nameOf(mean),
): LineSeries {
  const { scalar, label, colour, dash, width, offset = 0, format = formatValue } = mean;
  const { of = (run: Recording) => run.column(scalar) } = mean;
  const key = keyOf(mean, axis, name);
  const rule: BandRule = {
    edges: bands.kind === 'range' ? 'range' : 'sd',
    possible: mean.possible ?? SCALAR_RANGES[scalar],
    aboveLeast: axis === 'log',
  };
  const fill = (into: string, { runs, count }: Pick<Participants, 'runs' | 'count'>): Band => {
    const band = keptBand(bands, into, runs);
    return bandInto(band, runs.map(of), count, offset, Math.min(band.count, count), rule);
  };
  const filled = fill(key, taking);
  // Bit by bit, as the next run comes: all at once, the mean of long runs would hold up the page when it ends.
  if (taking.next !== null) fill(nextOf(key), taking.next);
  const several = taking.runs.length > 1;
  const line = { kind: 'line', label, colour, dash, width, values: filled.mean } as const;
  const read = several
    ? reader(bands.kind, filled, () => taking.runs.map(of), format)
    : (index: number) => orNotThere(format)(filled.mean[index]!);
  if (!several || bands.kind !== 'runs') return { ...line, band: several ? filled : null, read };
  const less = (run: Recording): Float64Array =>
    offset === 0
      ? of(run)
      : derivedColumn(run, `${name} − ${offset}`, () => {
          const column = of(run);
          return (t) => column[t]! - offset;
        });
  return { ...line, band: null, members: taking.runs.map(less), read };
}

/** The mean and how far the runs are from it: "1.02 ± 0.05", or "1.02 (0.99 … 1.06)". */
function reader(
  kind: BandKind,
  { mean, low, high }: Band,
  columns: () => readonly Float64Array[],
  format: (value: number) => string,
): (index: number) => string {
  return (index) => {
    if (Number.isNaN(mean[index])) return NOT_THERE;
    const middle = format(mean[index]!);
    if (kind === 'range') {
      const [least, most] = [format(low[index]!), format(high[index]!)];
      return least === most ? middle : `${middle} (${least} … ${most})`;
    }
    const spread = spreadAt(columns(), index);
    // Equal runs differ by rounding alone.
    return spread > 1e-9 * Math.abs(mean[index]!) ? `${middle} ± ${formatSpread(spread, format)}` : middle;
  };
}

const formatSpread = (spread: number, format: (value: number) => string): string =>
  format === formatValue ? formatValue(spread, 2) : format(spread);

/** "mean ± 3 sd of 5 runs", or '' for one run. */
export function runsNote(taking: Participants, all: number, kind: BandKind, axis: AxisKind): string {
  const taken = taking.runs.length;
  if (all < 2 || taken === 0) return '';
  const note = spreadNote(taken === all ? `${all} runs` : `${taken} of ${all} runs`, kind);
  return kind === 'sd' && axis === 'log' ? `${note}, not below the least` : note;
}

/** "mean ± 3 sd of 5 runs". @param runs "5 runs" */
export function spreadNote(runs: string, kind: BandKind): string {
  if (kind === 'runs') return `mean, and each of ${runs}`;
  if (kind === 'range') return `mean, and least to most of ${runs}`;
  return `mean ± 3 sd of ${runs}`;
}
