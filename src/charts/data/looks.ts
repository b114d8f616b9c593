import type { Variant } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import { MAX_CURVES } from '../../settings/study/axis.ts';
import type { ColourName, Dash, Marker } from './content.ts';
import { MODE_LOOKS } from './modes.ts';

/** How a point of a study looks in every chart. */
export interface Look {
  /** Short: for legends and buttons. */
  readonly label: string;
  readonly colour: ColourName;
  /** Where dashes do not tell quantities apart. */
  readonly dash: Dash;
  readonly marker: Marker;
}

const DASHES: readonly Dash[] = ['solid', 'dashed', 'dotted', 'dash-dot'];
const MARKERS: readonly Marker[] = ['disc', 'triangle', 'square', 'diamond'];

/** Hue, dash and marker of a point; values of an axis are along a ramp, modes and pins have looks of their own. */
export function lookOf({ curve, point, name }: Variant): Look {
  if (point.pin !== null) return { label: name, colour: 'ink-soft', ...shape(point.pin + 1) };
  if (curve === null) return { label: name, colour: 'accent', ...shape(0) };
  if (curve.setting === 'regularizer') return MODE_LOOKS[point.settings.regularizer];
  return { label: name, colour: rampColour(curve.place, curve.of), ...shape(curve.place) };
}

/** Sixteen pairs before one comes again: pins have nothing else that tells them apart. */
const shape = (k: number): Pick<Look, 'dash' | 'marker'> => ({
  dash: DASHES[k % DASHES.length]!,
  marker: MARKERS[(k + Math.floor(k / DASHES.length)) % MARKERS.length]!,
});

/** The k-th of so many colours: few are far apart on the ramp, more than it has share its steps. */
export function rampColour(k: number, of: number): ColourName {
  const step = of <= 1 ? MAX_CURVES - 1 : Math.round((k / (of - 1)) * (MAX_CURVES - 1));
  return `ramp-${(step + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;
}

/** Whether several points of a study are drawn. */
export const isCompared = (variants: readonly Variant[]): boolean => variants.length > 1;

/** The variant whose recordings these are; null when it is none of them. */
export const frontVariant = (
  variants: readonly Variant[],
  recordings: readonly Recording[],
): Variant | null =>
  variants.find(({ point, recordings: own }) => point.pin === null && own[0] === recordings[0]) ?? null;
