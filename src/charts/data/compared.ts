import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import type { AxisKind, LineSeries, TimeContent } from './content.ts';
import { formatValue, NOT_THERE, orNotThere } from './format.ts';
import { meanSeries, meansContent, nameOf, runsNote } from './means.ts';
import type { Bands, Mean, RestOfContent } from './means.ts';
import { frontVariant, isCompared, legendTitle, lookOf } from './looks.ts';
import { switchOffMarks } from './modes.ts';
import { isGrowing, participants } from './statistics.ts';
import type { Participants } from './statistics.ts';

/** Line widths of the point in front, of the others, and of pins. */
const FRONT = 3;
const BEHIND = 2;
const PINNED = 1.5;
/** So many curves of several quantities each stand in columns of the legend; more of them as they fit. */
const MOST_COLUMNS = 3;

interface Taking extends Variant {
  readonly taking: Participants;
}

/**
 * Means over the runs: one curve a quantity, or, where points of a study are compared, one a quantity and point. A point
 * then has its colour and marker; the dash is the point's, or the quantity's where there are several.
 *
 * @param recordings of the point in front
 * @param means the quantities while nothing is compared
 * @param compared the quantities while points are compared
 */
export function comparedContent(
  recordings: readonly Recording[],
  variants: readonly Variant[],
  bands: Bands,
  means: readonly Mean[],
  rest: RestOfContent,
  compared: readonly Mean[] = means,
): TimeContent {
  if (!isCompared(variants)) return meansContent(recordings, bands, means, rest);
  const front = frontVariant(variants, recordings);
  const all = variants.map((variant): Taking => ({ ...variant, taking: participants(variant.recordings) }));
  const longest = all.reduce(
    (most, { taking }) => (taking.count > most.count ? taking : most),
    all[0]!.taking,
  );
  const fullest = all.reduce((most, next) =>
    next.taking.runs.length > most.taking.runs.length ? next : most,
  );
  const several = compared.length > 1;
  return {
    ...rest,
    epochs: longest.epochs,
    count: longest.count,
    series: compared.flatMap((mean) =>
      all.map(({ taking, ...variant }, k) => {
        const { label, short, colour, marker, dash } = lookOf(variant);
        const isFront = variant.point === front?.point;
        const isPin = variant.point.pin !== null;
        const drawn: Mean = {
          ...mean,
          label: several ? `${mean.label}, ${label}` : label,
          colour,
          dash: several ? mean.dash : dash,
          width: isFront ? FRONT : isPin ? PINNED : BEHIND,
        };
        const series = meanSeries(bands, taking, drawn, rest.axis, `${k} ${nameOf(mean)}`);
        return {
          ...padded(isPin ? quiet(series) : series, taking.count, longest.count),
          marker,
          short: several ? `${mean.label}, ${short}` : short,
          point: { place: variant.curve?.place ?? null, front: isFront },
          brief: briefly(series, mean, taking),
        };
      }),
    ),
    runs: runsNote(fullest.taking, fullest.recordings.length, bands.kind, rest.axis),
    growing: variants.some((variant) => isGrowing(variant.recordings)),
    marks: switchOffMarks(variants.flatMap((variant) => variant.recordings)),
    legendTitle: legendTitle(variants),
    ...(several && variants.length <= MOST_COLUMNS && { legendColumns: variants.length }),
  };
}

/** Without what there is around the mean: a pin is a curve to compare with. */
const quiet = ({ members: _, ...series }: LineSeries): LineSeries => ({ ...series, band: null });

/** The mean alone: the band is seen, and the table has its width. */
const briefly =
  ({ values }: LineSeries, { format = brief }: Mean, { count }: Participants) =>
  (index: number): string =>
    index < count ? orNotThere(format)(values[index]!) : NOT_THERE;

const brief = (value: number): string => formatValue(value, 3);

/** A series of `own` epochs among longer ones: from where it ends on it has no place. */
function padded(series: LineSeries, own: number, count: number): LineSeries {
  if (own >= count) return series;
  const longer = (values: Float64Array): Float64Array => {
    const all = new Float64Array(count).fill(NaN);
    all.set(values.subarray(0, own));
    return all;
  };
  const { values, band, members, read } = series;
  return {
    ...series,
    values: longer(values),
    band: band && { mean: longer(band.mean), low: longer(band.low), high: longer(band.high), count },
    ...(members && { members: members.map(longer) }),
    read: (index) => (index < own ? read(index) : NOT_THERE),
  };
}

/** The quantity of the point in front alone, beside compared curves. */
export function frontSeries(
  recordings: readonly Recording[],
  variants: readonly Variant[],
  bands: Bands,
  mean: Mean,
  count: number,
  axis: AxisKind,
): LineSeries | null {
  const front = frontVariant(variants, recordings);
  if (front === null) return null;
  const { label, short, colour } = lookOf(front);
  const taking = participants(recordings);
  const drawn = { ...mean, label: `${mean.label}, ${label}`, colour };
  const series = meanSeries(bands, taking, drawn, axis, `front ${nameOf(mean)}`);
  const named = { ...series, short: `${mean.label}, ${short}` };
  return { ...padded(named, taking.count, count), brief: briefly(series, mean, taking) };
}
