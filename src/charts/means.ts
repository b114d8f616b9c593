import type { ScalarName } from '../core/observe/quantities.ts';
import type { Recording } from '../engine/recording.ts';
import type { LineSeries, TimeContent } from './content.ts';
import { formatValue } from './format.ts';
import { bandInto, createBand, participants } from './statistics.ts';
import type { Band, Participants } from './statistics.ts';

/** The storage of a panel's means, one band for each scalar, grown as recordings grow. */
export interface Bands {
  readonly byScalar: Map<ScalarName, Band>;
  /** What the means were taken of; other runs or offsets begin anew. */
  of: readonly unknown[];
  /** Another object whenever the means began anew. */
  source: object;
}

export const createBands = (): Bands => ({ byScalar: new Map(), of: [], source: {} });

/** Empties the bands unless what is in them stays as it is. */
function continueWith(bands: Bands, of: readonly unknown[]): void {
  if (of.length === bands.of.length && of.every((part, k) => part === bands.of[k])) return;
  bands.of = of;
  bands.source = {};
  for (const band of bands.byScalar.values()) band.count = 0;
}

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
  continueWith(bands, [
    ...taking.runs,
    ...means.flatMap(({ scalar, offset, bare }) => [scalar, offset, bare]),
  ]);
  return {
    ...rest,
    source: bands.source,
    epochs: taking.epochs,
    count: taking.count,
    series: means.map((mean) => meanSeries(bands, taking, mean)),
    runs: runsNote(taking, recordings.length),
  };
}

/** A scalar's mean over the runs, with its band when there are several, as a series. */
function meanSeries(bands: Bands, taking: Participants, mean: Mean): LineSeries {
  const { scalar, label, colour, dash, width, offset = 0, format = formatValue, bare = false } = mean;
  let band = bands.byScalar.get(scalar);
  if (!band) bands.byScalar.set(scalar, (band = createBand()));
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
