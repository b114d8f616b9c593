import type { ScalarName } from '../core/observe/quantities.ts';
import type { LineSeries } from './content.ts';
import { formatValue } from './format.ts';
import { bandInto, createBand } from './statistics.ts';
import type { Band, Participants } from './statistics.ts';

/** The storage of a panel's means, one band for each scalar, reused as recordings grow. */
export type Bands = Map<ScalarName, Band>;

export const createBands = (): Bands => new Map();

export interface MeanOptions extends Pick<LineSeries, 'label' | 'colour' | 'dash' | 'width'> {
  /** Subtracted from the mean: 1 for "stable rank − 1". */
  readonly offset?: number;
  readonly format?: (value: number) => string;
  /** Without the band of ± 3 sd. */
  readonly bare?: boolean;
}

/** A scalar's mean over the runs, with its band when there are several, as a series. */
export function meanSeries(
  bands: Bands,
  taking: Participants,
  name: ScalarName,
  options: MeanOptions,
): LineSeries {
  const { label, colour, dash, width, offset = 0, format = formatValue, bare = false } = options;
  let band = bands.get(name);
  if (!band) bands.set(name, (band = createBand()));
  const filled = bandInto(
    band,
    taking.runs.map((run) => run.column(name)),
    taking.count,
    offset,
  );
  const several = taking.runs.length > 1;
  const read = (index: number): string => {
    const centre = filled.mean[index]!;
    const spread = filled.high[index]! - centre;
    const mean = format(centre);
    // Equal runs differ by rounding alone.
    const shown = several && !bare && spread > 1e-9 * Math.abs(centre);
    return shown ? `${mean} ± ${formatSpread(spread, format)}` : mean;
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
