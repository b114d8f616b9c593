import type { ScalarName } from '../core/observe/quantities.ts';
import type { Recording } from '../engine/recording.ts';
import type { LineSeries, TimeContent } from './content.ts';
import { formatValue } from './format.ts';
import { switchOffMarks } from './modes.ts';
import { bandInto, createBand, participants } from './statistics.ts';
import type { Band, Participants } from './statistics.ts';

/** Storage of a mean, and the runs it is of. */
interface Kept {
  readonly band: Band;
  readonly runs: readonly Recording[];
}

/** The storage of a panel's means, one band for each scalar and offset (of each compared mode), grown as recordings grow. */
export type Bands = Map<string, Kept>;

export const createBands = (): Bands => new Map();

interface MeanOptions extends Pick<LineSeries, 'label' | 'colour' | 'dash' | 'width'> {
  /** Subtracted from the mean: 1 for "stable rank − 1". */
  readonly offset?: number;
  readonly format?: (value: number) => string;
  /** Without the band of ± 3 sd. */
  readonly bare?: boolean;
}

/** A mean to draw: which scalar, and how. */
export type Mean = MeanOptions & {
  readonly scalar: ScalarName;
  /** What is averaged instead, where it is only made of the scalar; at least as many entries as the run has epochs. */
  readonly of?: (run: Recording) => Float64Array;
};

/** All of a chart of means but what its recordings say. */
export type RestOfContent = Omit<TimeContent, 'epochs' | 'count' | 'series' | 'runs' | 'marks'>;

/** What a chart of means over the runs shows; all but the series is the panel's own. */
export function meansContent(
  recordings: readonly Recording[],
  bands: Bands,
  means: readonly Mean[],
  rest: RestOfContent,
): TimeContent {
  const taking = participants(recordings);
  const series = means.map((mean) => meanSeries(bands, taking, mean));
  // All of them are means over the same runs, so they begin anew together.
  const source = means[0] && bands.get(keyOf(means[0]));
  return {
    ...rest,
    ...(source && { source }),
    epochs: taking.epochs,
    count: taking.count,
    series,
    runs: runsNote(taking, recordings.length),
    marks: switchOffMarks(recordings),
  };
}

const keyOf = ({ scalar, offset = 0 }: Mean, name: string = scalar): string => `${name} ${offset}`;

/** The band under a key, another object whenever it begins anew: unless it is of these runs. */
function keptBand(bands: Bands, key: string, runs: readonly Recording[]): Band {
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
 * A scalar's mean over the runs, with its band when there are several, as a series.
 * @param name of its storage among `bands`
 */
export function meanSeries(
  bands: Bands,
  taking: Participants,
  mean: Mean,
  name: string = mean.scalar,
): LineSeries {
  const { scalar, label, colour, dash, width, offset = 0, format = formatValue, bare = false } = mean;
  const { of = (run: Recording) => run.column(scalar) } = mean;
  const key = keyOf(mean, name);
  const fill = (into: string, { runs, count }: Pick<Participants, 'runs' | 'count'>): Band => {
    const band = keptBand(bands, into, runs);
    return bandInto(band, runs.map(of), count, offset, Math.min(band.count, count));
  };
  const filled = fill(key, taking);
  // Bit by bit, as the next run comes: all at once, the mean of long runs would hold up the page when it ends.
  if (taking.next !== null) fill(nextOf(key), taking.next);
  const several = taking.runs.length > 1;
  const read = (index: number): string => {
    const centre = filled.mean[index]!;
    const spread = filled.high[index]! - centre;
    const middle = format(centre);
    // Equal runs differ by rounding alone.
    const shown = several && !bare && spread > 1e-9 * Math.abs(centre);
    return shown ? `${middle} ± ${formatSpread(spread, format)}` : middle;
  };
  return {
    kind: 'line',
    label,
    colour,
    dash,
    width,
    values: filled.mean,
    band: several && !bare ? filled : null,
    read,
  };
}

const formatSpread = (spread: number, format: (value: number) => string): string =>
  format === formatValue ? formatValue(spread, 2) : format(spread);

/** "mean ± 3 sd of 5 runs", or '' for one run. */
export function runsNote(taking: Participants, all: number): string {
  const taken = taking.runs.length;
  if (all < 2 || taken === 0) return '';
  return taken === all ? `mean ± 3 sd of ${all} runs` : `mean ± 3 sd of ${taken} of ${all} runs`;
}
