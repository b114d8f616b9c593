import type { ScalarName } from '../core/observe/quantities.ts';
import type { Recording } from '../engine/recording.ts';
import type { LineSeries, TimeContent } from './content.ts';
import { formatValue } from './format.ts';
import { bandInto, createBand, participants } from './statistics.ts';
import type { Band, Participants } from './statistics.ts';

/** The storage of a panel's means, one band for each scalar, reused as recordings grow. */
export type Bands = Map<ScalarName, Band>;

export const createBands = (): Bands => new Map();

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
  return {
    ...rest,
    epochs: taking.epochs,
    count: taking.count,
    series: means.map((mean) => meanSeries(bands, taking, mean)),
    runs: runsNote(taking, recordings.length),
  };
}

/** A scalar's mean over the runs, with its band when there are several, as a series. */
function meanSeries(bands: Bands, taking: Participants, mean: Mean): LineSeries {
  const { scalar, label, colour, dash, width, offset = 0, format = formatValue, bare = false } = mean;
  let band = bands.get(scalar);
  if (!band) bands.set(scalar, (band = createBand()));
  const filled = bandInto(
    band,
    taking.runs.map((run) => run.column(scalar)),
    taking.count,
    offset,
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
