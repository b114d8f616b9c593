import type { Variant } from '../../engine/batch.ts';
import { specIn } from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import type { AxisName } from '../../settings/study/axis.ts';
import { valueInWords } from '../../settings/study/words.ts';
import type { Value } from '../../settings/words.ts';
import type { ColourName, Dash, Marker } from '../data/content.ts';
import type { LegendEntry } from '../legend/legend.ts';
import { lookOf, rampColour } from '../data/looks.ts';
import { rangeOf } from '../data/quantities.ts';
import type { BandKind } from '../data/statistics.ts';
import { isEpoch, outcomeOf, type Outcome, type OutcomeSpec } from './outcome.ts';

/** The runs at one value of the varied setting. */
export interface Place {
  readonly variant: Variant;
  readonly value: Value;
  /** The value in words: "γ = 0.1". */
  readonly name: string;
  /** One a run, in seed order. */
  readonly outcomes: readonly Outcome[];
  /** Over the runs that have a value; null where none has, or where one will never have one. */
  readonly mean: number | null;
  /** Around the mean, by the view's band. */
  readonly low: number;
  readonly high: number;
}

/** A line over the values, or the single mark of a pin. */
export interface AgainstSeries {
  /** '' for the only one. */
  readonly label: string;
  readonly colour: ColourName;
  readonly dash: Dash;
  readonly marker: Marker;
  readonly pin: boolean;
  readonly places: readonly Place[];
}

export interface AgainstContent {
  readonly setting: AxisName;
  readonly spec: OutcomeSpec;
  readonly band: BandKind;
  readonly series: readonly AgainstSeries[];
}

/** The setting along the axis, by the name that it has in these runs. */
export const varied = ({ setting, series }: Pick<AgainstContent, 'setting' | 'series'>): SettingSpec =>
  specIn(setting, series[0]!.places[0]!.variant.point.settings);

const DASHES: readonly Dash[] = ['solid', 'dashed', 'dotted', 'dash-dot'];
const MARKERS: readonly Marker[] = ['disc', 'triangle', 'square', 'diamond'];

/**
 * An outcome against the first axis: a line for each value of the second, and a mark for each pin.
 * @param points of a study, in its order
 * @param t the playhead
 * @returns null where nothing varies
 */
export function againstContent(
  points: readonly Variant[],
  spec: OutcomeSpec,
  band: BandKind,
  t: number,
): AgainstContent | null {
  const setting = points.find(({ curve }) => curve !== null)?.curve?.setting;
  if (setting === undefined) return null;
  const placeOf = (variant: Variant): Place => {
    const { settings } = variant.point;
    return {
      variant,
      value: settings[setting],
      name: valueInWords(setting, settings),
      ...spreadOf(
        variant.recordings.map((run) => outcomeOf(run, spec, t)),
        spec,
        band,
      ),
    };
  };
  const onAxes = points.filter(({ point }) => point.pin === null);
  const lines = new Map<number, Variant[]>();
  for (const variant of onAxes) {
    const k = variant.across?.place ?? 0;
    lines.set(k, [...(lines.get(k) ?? []), variant]);
  }
  return {
    setting,
    spec,
    band,
    series: [
      ...[...lines].map(([k, variants]) => ({
        ...lineLook(variants[0]!, k),
        pin: false,
        places: variants.map(placeOf),
      })),
      ...points
        .filter(({ point }) => point.pin !== null)
        .map((variant) => ({ ...lookOf(variant), pin: true, places: [placeOf(variant)] })),
    ],
  };
}

function lineLook(
  { across, point }: Variant,
  k: number,
): Pick<AgainstSeries, 'label' | 'colour' | 'dash' | 'marker'> {
  const shape = { dash: DASHES[k % DASHES.length]!, marker: MARKERS[k % MARKERS.length]! };
  if (across === undefined) return { label: '', colour: 'accent', ...shape };
  return {
    label: valueInWords(across.setting, point.settings),
    colour: rampColour(across.place, across.of, 'across'),
    ...shape,
  };
}

/**
 * Mean, and mean ∓ 3 s with s² = Σ (v − mean)² / (R − 1) as far as it is possible (K §6), or the least and the greatest
 * of the runs.
 */
export function spreadOf(
  outcomes: readonly Outcome[],
  spec: OutcomeSpec,
  band: BandKind,
): Pick<Place, 'outcomes' | 'mean' | 'low' | 'high'> {
  const values = outcomes.flatMap((outcome) => (outcome.kind === 'value' ? [outcome.value] : []));
  const hasMean = values.length > 0 && outcomes.every(({ kind }) => kind === 'value' || kind === 'waiting');
  if (!hasMean) return { outcomes, mean: null, low: NaN, high: NaN };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (band !== 'sd') {
    return { outcomes, mean, low: Math.min(mean, ...values), high: Math.max(mean, ...values) };
  }
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = values.length > 1 ? 3 * Math.sqrt(squares / (values.length - 1)) : 0;
  const [least, most] = isEpoch(spec) ? [0, Infinity] : rangeOf(spec.quantity);
  return {
    outcomes,
    mean,
    low: Math.min(mean, Math.max(least, mean - spread)),
    high: Math.max(mean, Math.min(most, mean + spread)),
  };
}

/** The legend of its lines and pins; empty where there is one line alone. */
export const againstEntries = ({ series }: AgainstContent): readonly LegendEntry[] =>
  series.length < 2
    ? []
    : series.map(({ label, colour, dash, marker, pin }) => ({
        label,
        colour,
        dash,
        width: pin ? 0 : 2,
        marker,
      }));
