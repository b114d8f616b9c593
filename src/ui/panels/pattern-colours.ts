import { mixed, mixedRamp } from '../../charts/scales/colours.ts';
import type { Rgb } from '../../charts/scales/rgb.ts';
import type { Palette } from '../../charts/hooks/usePalette.ts';
import type { PatternRamps } from '../../charts/matrix/cells.ts';
import type { ColourScale } from '../../charts/matrix/scale.ts';

/** Share of the class's hue in a silent cell. */
export const SILENT = 0.14;

/** How a cell is coloured: by its sign, or by how often that has flipped. */
export type PatternColours =
  | { readonly of: 'signs'; readonly ramps: PatternRamps }
  | { readonly of: 'flips'; readonly scale: ColourScale; readonly ramp: (unit: number) => string };

/** From silent to firing, of each class. */
export const rampsOf = (palette: Palette): PatternRamps => {
  const ramp = (name: 'positive' | 'negative') => mixedRamp(tinted(palette, name, 0), palette.rgb(name));
  return { positive: ramp('positive'), negative: ramp('negative') };
};

/** The colour of a share of firing neurons. */
export const tinted = (palette: Palette, name: 'positive' | 'negative', share: number): Rgb =>
  mixed(palette.rgb('card'), palette.rgb(name), SILENT + (1 - SILENT) * share);
