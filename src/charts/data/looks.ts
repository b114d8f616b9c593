import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { MAX_CURVES } from '../../settings/study/axis.ts';
import { legendWords, valueInWords } from '../../settings/study/words.ts';
import type { ColourName, Dash, Marker, RampStep } from './content.ts';
import { MODE_LOOKS } from './modes.ts';

/** How a point of a study looks in every chart. */
export interface Look {
  /** Names the point wherever it stands alone: "γ = 0.1". */
  readonly label: string;
  /** Names it under the legend's title: "0.1". */
  readonly short: string;
  readonly colour: ColourName;
  /** Where dashes do not tell quantities apart. */
  readonly dash: Dash;
  readonly marker: Marker;
}

const DASHES: readonly Dash[] = ['solid', 'dashed', 'dotted', 'dash-dot'];
const MARKERS: readonly Marker[] = ['disc', 'triangle', 'square', 'diamond'];

/** Hue, dash and marker of a point; values of an axis are along a ramp, modes and pins have looks of their own. */
export function lookOf(variant: Variant): Look {
  const { curve, point, name } = variant;
  const named = { label: name, short: name };
  if (point.pin !== null) return { ...named, colour: 'ink-soft', ...shape(point.pin + 1) };
  if (curve === null) return { ...named, colour: 'accent', ...shape(0) };
  if (curve.setting === 'regularizer') {
    const beside = besideOf(variant);
    const look = MODE_LOOKS[point.settings.regularizer];
    const label = beside === '' ? look.label : `${look.label}, ${beside}`;
    return { ...look, label, short: look.label };
  }
  const short = legendWords(curve.setting, point.settings).value;
  return { label: name, short, colour: rampColour(curve.place, curve.of), ...shape(curve.place) };
}

/** Sixteen pairs before one comes again: pins have nothing else that tells them apart. */
const shape = (k: number): Pick<Look, 'dash' | 'marker'> => ({
  dash: DASHES[k % DASHES.length]!,
  marker: MARKERS[(k + Math.floor(k / DASHES.length)) % MARKERS.length]!,
});

/**
 * The k-th of so many colours: few are far apart on the ramp, more than it has share its steps. A second axis has a ramp
 * of its own, so that no colour means two values.
 */
export function rampColour(k: number, of: number, ramp: 'ramp' | 'across' = 'ramp'): ColourName {
  const step = of <= 1 ? MAX_CURVES - 1 : Math.round((k / (of - 1)) * (MAX_CURVES - 1));
  return `${ramp}-${(step + 1) as RampStep}`;
}

/** Where a point is on the second axis, in words: "σ₀ = 0.01"; '' where there is none. */
export const besideOf = ({ across, point }: Variant): string =>
  across === undefined ? '' : valueInWords(across.setting, point.settings);

/** What a legend of these points says once: "γ", and where all of them are on the other axis: "σ₀ = 0.01; γ". */
export function legendTitle(variants: readonly Variant[]): string {
  const first = variants.find(({ curve }) => curve !== null);
  if (!first?.curve) return '';
  const { title } = legendWords(first.curve.setting, first.point.settings);
  return [besideOf(first), title].filter((part) => part !== '').join('; ');
}

/** Whether several points of a study are drawn. */
export const isCompared = (variants: readonly Variant[]): boolean => variants.length > 1;

/** The variant whose recordings these are; null when it is none of them. */
export const frontVariant = (
  variants: readonly Variant[],
  recordings: readonly Recording[],
): Variant | null =>
  variants.find(({ point, recordings: own }) => point.pin === null && own[0] === recordings[0]) ?? null;
