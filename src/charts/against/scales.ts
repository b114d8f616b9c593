import { SETTINGS, type SettingName } from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import { formatNumber, shortNumber, type Value } from '../../settings/words.ts';
import type { Mode } from '../../settings/modes.ts';
import type { AxisKind } from '../data/content.ts';
import { MODE_LOOKS } from '../data/modes.ts';
import { formatPercent, powerOfTen } from '../data/format.ts';
import { columnOf, isShare } from '../data/quantities.ts';
import { valueScale, type Scale, type Tick } from '../scales/scales.ts';
import { isEpoch } from './outcome.ts';
import type { AgainstContent } from './series.ts';

/** The horizontal axis: places of the varied values, and nothing between them where they are no numbers. */
export interface PlaceScale {
  readonly kind: 'linear' | 'log' | 'categories';
  /** Pixels from the plot's left edge; NaN for a value without a place. */
  position(value: Value): number;
  /** At the values themselves; a label that has no room is ''. */
  readonly ticks: readonly (Omit<Tick, 'value'> & { readonly value: Value })[];
  /** Right of this the axis is logarithmic, left of it is 0; 0 where there is no such break. */
  readonly broken: number;
}

/** The share of the axis that a 0 beside a logarithmic axis takes. */
const ZERO_SHARE = 0.14;

/**
 * The setting's own scale: linear, logarithmic with a place of its own for 0, or categories in the order of their
 * appearance.
 * @param length pixels; the outermost values are `margin` from its ends
 * @param em pixels of a letter's height: labels keep apart
 */
export function placeScale(
  setting: SettingName,
  values: readonly Value[],
  length: number,
  margin: number,
  em: number,
): PlaceScale {
  const spec: SettingSpec = SETTINGS[setting];
  const distinct = [...new Set(values)];
  const inner = Math.max(1, length - 2 * margin);
  const numbers = distinct.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  if ((spec.kind !== 'real' && spec.kind !== 'integer') || numbers.length === 0) {
    const position = (value: Value): number => {
      const k = distinct.indexOf(value);
      return k < 0 ? NaN : margin + ((k + 0.5) / distinct.length) * inner;
    };
    return { kind: 'categories', position, ticks: labelled(setting, distinct, position, em), broken: 0 };
  }
  const positive = numbers.filter((value) => value > 0);
  const isLog = spec.scale !== 'linear' && positive.length > 0 && numbers[0]! >= 0;
  if (!isLog) {
    const [low, high] = [numbers[0]!, numbers.at(-1)!];
    const position = (value: Value): number =>
      margin + (high > low ? (Number(value) - low) / (high - low) : 0.5) * inner;
    return { kind: 'linear', position, ticks: labelled(setting, numbers, position, em), broken: 0 };
  }
  const hasZero = positive.length < numbers.length;
  const [low, high] = [Math.log(positive[0]!), Math.log(positive.at(-1)!)];
  const from = hasZero ? margin + ZERO_SHARE * inner : margin;
  const room = margin + inner - from;
  const position = (value: Value): number => {
    if (value === 0) return hasZero ? margin : NaN;
    return from + (high > low ? (Math.log(Number(value)) - low) / (high - low) : 0.5) * room;
  };
  return {
    kind: 'log',
    position,
    ticks: labelled(setting, numbers, position, em),
    broken: hasZero ? from - 0.5 * ZERO_SHARE * inner : 0,
  };
}

function labelled(
  setting: SettingName,
  values: readonly Value[],
  position: (value: Value) => number,
  em: number,
): PlaceScale['ticks'] {
  let free = -Infinity;
  return values.map((value) => {
    const at = position(value);
    const text = tickLabel(setting, value);
    const half = 0.3 * em * (text.length + 1);
    const label = at - half >= free ? text : '';
    if (label !== '') free = at + half;
    return { value, position: at, label };
  });
}

/** 0.001, 10⁻⁵, 2·10⁻⁵; a choice by its short name. */
export function tickLabel(setting: SettingName, value: Value): string {
  if (setting === 'regularizer') return MODE_LOOKS[value as Mode].label;
  const spec: SettingSpec = SETTINGS[setting];
  if (spec.kind === 'choice')
    return spec.options.find((option) => option.value === value)?.label ?? String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const [mantissa, exponent] = shortNumber(value).split('e');
  if (exponent === undefined) return formatNumber(value, spec.kind === 'integer' ? 'integer' : 'real');
  return mantissa === '1' ? powerOfTen(Number(exponent)) : `${mantissa}·${powerOfTen(Number(exponent))}`;
}

/** From this ratio of the greatest to the least on, a logarithmic axis shows what a linear one does not. */
const LOG_RATIO = 50;

export interface ValueExtent {
  readonly extent: readonly [number, number];
  readonly axis: AxisKind;
}

/**
 * What the vertical axis has to show. At the playhead it is all that the runs have recorded: the axis stands still while
 * the playhead moves.
 */
export function valueExtent({ series, spec }: AgainstContent): ValueExtent {
  let [low, high, least] = [Infinity, -Infinity, Infinity];
  const include = (value: number): void => {
    if (!Number.isFinite(value)) return;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value > 0 && value < least) least = value;
  };
  const places = series.flatMap((one) => one.places);
  for (const { outcomes, low: below, high: above, variant } of places) {
    for (const outcome of outcomes) if (outcome.kind === 'value') include(outcome.value);
    if (spec.moment !== 'playhead') {
      include(above);
      include(below);
      continue;
    }
    for (const run of variant.recordings) {
      const column = columnOf(run, spec.quantity);
      for (let k = 0; k < run.length; k++) include(column[k]!);
    }
  }
  if (isEpoch(spec)) return { extent: [0, Math.max(1, high)], axis: 'linear' };
  if (isShare(spec.quantity)) return { extent: [0, 1], axis: 'linear' };
  const values = places.flatMap(({ outcomes }) =>
    outcomes.flatMap((outcome) => (outcome.kind === 'value' ? [outcome.value] : [])),
  );
  const smallest = spec.moment === 'playhead' ? low : Math.min(...values, Infinity);
  if (smallest > 0 && high / smallest > LOG_RATIO) {
    // The band may reach to 0, which has no place: it runs along the bottom.
    return { extent: [smallest, high], axis: 'log' };
  }
  return { extent: [low, high], axis: 'linear' };
}

/** The plot's rectangle in its box and its two scales; pixels. */
export interface AgainstGeometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly place: PlaceScale;
  readonly value: Scale;
  /** Of the strip above the plot, where runs stand that never pass or that diverged; null where there is none. */
  readonly rim: number | null;
}

/**
 * @param box of the plot in pixels, with the font size
 * @param extent of the vertical axis
 */
export function againstGeometry(
  content: AgainstContent,
  { extent, axis }: ValueExtent,
  box: { readonly width: number; readonly height: number; readonly em: number },
): AgainstGeometry {
  const { width, height, em } = box;
  const places = content.series.flatMap((series) => series.places);
  const lacks = places.some(({ outcomes }) =>
    outcomes.some(({ kind }) => kind === 'never' || kind === 'diverged'),
  );
  const top = (lacks ? 2.4 : 0.6) * em;
  const plotHeight = Math.max(1, height - top - 2.85 * em);
  const scaled = valueScale(axis, extent, [plotHeight, 0], 2.4 * em);
  const percent = !isEpoch(content.spec) && isShare(content.spec.quantity);
  const value = percent
    ? {
        ...scaled,
        ticks: scaled.ticks.map((t) => ({ ...t, label: formatPercent(t.value).replace('.0 ', ' ') })),
      }
    : scaled;
  const widest = value.ticks.reduce((most, t) => Math.max(most, t.label.length), lacks ? 7 : 4.5);
  const left = Math.min(0.35 * width, (0.62 * widest + 0.9) * em);
  const plotWidth = Math.max(1, width - left - 0.6 * em);
  const values = places.map((one) => one.value);
  return {
    width,
    height,
    left,
    top,
    plotWidth,
    plotHeight,
    place: placeScale(content.setting, values, plotWidth, 1.6 * em, em),
    value,
    rim: lacks ? -1.1 * em : null,
  };
}
