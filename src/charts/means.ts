import type { ScalarName } from '../core/observe/quantities.ts';
import type { Recording } from '../engine/recording.ts';
import type { LineSeries, TimeContent } from './content.ts';
import { formatValue } from './format.ts';
import { switchOffMarks } from './modes.ts';
import { bandInto, createBand, participants } from './statistics.ts';
import type { Band, Participants } from './statistics.ts';

interface Kept {
  readonly band: Band;
  /** What it is the mean of; of other runs it begins anew. */
  runs: readonly Recording[];
  /** Another object whenever it began anew. */
  source: object;
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
  const source = means[0] && bands.get(keyOf(means[0]))?.source;
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

/** The band under a key, emptied unless it is of these runs. */
function keptBand(bands: Bands, key: string, runs: readonly Recording[]): Band {
  const kept = bands.get(key) ?? { band: createBand(), runs, source: {} };
  bands.set(key, kept);
  if (runs.length !== kept.runs.length || runs.some((run, k) => run !== kept.runs[k])) {
    kept.runs = runs;
    kept.source = {};
    kept.band.count = 0;
  }
  return kept.band;
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
  const band = keptBand(bands, keyOf(mean, name), taking.runs);
  const filled = bandInto(
    band,
    taking.runs.map(of),
    taking.count,
    offset,
    Math.min(band.count, taking.count),
  );
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
