import type { ScalarName } from '../core/observe/quantities.ts';
import type { Recording } from '../engine/recording.ts';
import type { LineSeries, TimeContent } from './content.ts';
import { formatValue } from './format.ts';
import { bandInto, createBand, participants } from './statistics.ts';
import type { Band, Participants } from './statistics.ts';

/** The storage of a panel's means, grown as recordings grow; other runs begin anew. */
export interface Bands {
  runs: readonly Recording[];
  /** By scalar and offset. */
  readonly bands: Map<string, Band>;
  /** By the same, of all the means of a content: what stands for its numbers as long as they only grow. */
  readonly sources: Map<string, object>;
}

export const createBands = (): Bands => ({ runs: [], bands: new Map(), sources: new Map() });

function continueWith(bands: Bands, runs: readonly Recording[]): void {
  if (runs.length === bands.runs.length && runs.every((run, k) => run === bands.runs[k])) return;
  bands.runs = runs;
  bands.sources.clear();
  for (const band of bands.bands.values()) band.count = 0;
}

/** The entry, made when it is missing. */
function entryOf<T>(entries: Map<string, T>, key: string, create: () => T): T {
  const known = entries.get(key) ?? create();
  entries.set(key, known);
  return known;
}

const keyOf = ({ scalar, offset = 0 }: Mean): string => `${scalar} ${offset}`;

interface MeanOptions extends Pick<LineSeries, 'label' | 'colour' | 'dash' | 'width'> {
  /** Subtracted from the mean: 1 for "stable rank − 1". */
  readonly offset?: number;
  readonly format?: (value: number) => string;
  /** Without the band of ± 3 sd. */
  readonly bare?: boolean;
}

/** A mean to draw: which scalar, and how. */
export type Mean = MeanOptions & { readonly scalar: ScalarName };

/** What a chart of means over the runs shows; all but the series is the panel's own. */
export function meansContent(
  recordings: readonly Recording[],
  bands: Bands,
  means: readonly Mean[],
  rest: Omit<TimeContent, 'epochs' | 'count' | 'series' | 'runs'>,
): TimeContent {
  const taking = participants(recordings);
  continueWith(bands, taking.runs);
  return {
    ...rest,
    source: entryOf(bands.sources, means.map(keyOf).join(), () => ({})),
    epochs: taking.epochs,
    count: taking.count,
    series: means.map((mean) => meanSeries(bands, taking, mean)),
    runs: runsNote(taking, recordings.length),
  };
}

/** A scalar's mean over the runs, with its band when there are several, as a series. */
function meanSeries(bands: Bands, taking: Participants, mean: Mean): LineSeries {
  const { scalar, label, colour, dash, width, offset = 0, format = formatValue, bare = false } = mean;
  const band = entryOf(bands.bands, keyOf(mean), createBand);
  const filled = bandInto(
    band,
    taking.runs.map((run) => run.column(scalar)),
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
function runsNote(taking: Participants, all: number): string {
  const taken = taking.runs.length;
  if (all < 2 || taken === 0) return '';
  return taken === all ? `mean ± 3 sd of ${all} runs` : `mean ± 3 sd of ${taken} of ${all} runs`;
}
