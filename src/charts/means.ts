import type { ScalarName } from '../core/observe/quantities.ts';
import type { Recording } from '../engine/recording.ts';
import type { LineSeries, TimeContent } from './content.ts';
import { formatValue } from './format.ts';
import { switchOffMarks } from './modes.ts';
import { bandInto, createBand, participants } from './statistics.ts';
import type { Band, Participants } from './statistics.ts';

/** Runs whose numbers were taken in: of others, nothing can be kept. */
interface Kept<T> {
  readonly runs: readonly Recording[];
  readonly value: T;
}

/** The storage of a panel's means, grown as recordings grow; other runs begin anew. */
export interface Bands {
  /** By scalar and offset, of each compared mode. */
  readonly bands: Map<string, Kept<Band>>;
  /** By the means of a content: what stands for its numbers as long as they only grow. */
  readonly sources: Map<string, Kept<object>>;
}

export const createBands = (): Bands => ({ bands: new Map(), sources: new Map() });

/** The entry, made when it is missing or was of other runs. */
function keptFor<T>(
  entries: Map<string, Kept<T>>,
  key: string,
  runs: readonly Recording[],
  create: () => T,
): T {
  const known = entries.get(key);
  const isKept = known?.runs.length === runs.length && known.runs.every((run, k) => run === runs[k]);
  if (known !== undefined && isKept) return known.value;
  const value = create();
  entries.set(key, { runs, value });
  return value;
}

const keyOf = ({ scalar, offset = 0, of }: Mean): string => `${scalar} ${offset}${of ? ' made' : ''}`;

/** What stands for the numbers of such means over these runs as long as they only grow ({@link TimeContent.source}). */
export const sourceOf = (
  bands: Bands,
  name: string,
  means: readonly Mean[],
  runs: readonly Recording[],
): object => keptFor(bands.sources, [name, ...means.map(keyOf)].join(), runs, () => ({}));

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
  return {
    ...rest,
    source: sourceOf(bands, '', means, taking.runs),
    epochs: taking.epochs,
    count: taking.count,
    series: means.map((mean) => meanSeries(bands, taking, mean)),
    runs: runsNote(taking, recordings.length),
    marks: switchOffMarks(recordings),
  };
}

/**
 * A scalar's mean over the runs, with its band when there are several, as a series.
 * @param name of the mode, where several are compared: its storage among `bands`
 */
export function meanSeries(bands: Bands, taking: Participants, mean: Mean, name = ''): LineSeries {
  const { scalar, label, colour, dash, width, offset = 0, format = formatValue, bare = false } = mean;
  const { of = (run: Recording) => run.column(scalar) } = mean;
  const { runs, count } = taking;
  const band = keptFor(bands.bands, `${name} ${keyOf(mean)}`, runs, createBand);
  const filled = bandInto(band, runs.map(of), count, offset, Math.min(band.count, count));
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
