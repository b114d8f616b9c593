import type { Variant } from '../../engine/batch.ts';
import { SETTINGS, type SettingName, type Settings } from '../../settings/schema.ts';
import type { SettingSpec } from '../../settings/spec.ts';
import { valueInWords } from '../../settings/study/words.ts';
import { lookOf } from '../data/looks.ts';
import type { LegendEntry } from '../legend/legend.ts';
import { phiOf, type Phi } from './phi.ts';

/** The settings that φ depends on. */
export const PHI_SETTINGS = ['activation', 'gamma', 'q'] as const satisfies readonly SettingName[];

/** z from −LARGEST to LARGEST. */
const LARGEST = 4;
const STEP = 1 / 16;

/** An activation of the study, with the line it is drawn with. */
export interface PhiCurve {
  readonly entry: LegendEntry;
  readonly phi: Phi;
}

const applies = (name: SettingName, settings: Settings): boolean => {
  const { appliesTo = () => true }: SettingSpec = SETTINGS[name];
  return appliesTo(settings);
};

/** Every activation among the points, once, in their order; with no point, that of the settings. */
export function phiCurves(points: readonly Variant[], settings: Settings): readonly PhiCurve[] {
  const found = new Map<string, { readonly settings: Settings; readonly look: Partial<LegendEntry> }>();
  const add = (own: Settings, look: Partial<LegendEntry>): void => {
    const key = PHI_SETTINGS.map((name) => (applies(name, own) ? own[name] : '')).join(' ');
    if (!found.has(key)) found.set(key, { settings: own, look });
  };
  for (const point of points) {
    const { colour, dash } = lookOf(point);
    add(point.point.settings, { colour, dash });
  }
  if (points.length === 0) add(settings, {});
  const all = [...found.values()];
  const named = PHI_SETTINGS.filter(
    (name) => all.length === 1 || new Set(all.map(({ settings: own }) => own[name])).size > 1,
  );
  return all.map(({ settings: own, look }) => ({
    phi: phiOf(own),
    entry: {
      label: named
        .filter((name) => applies(name, own))
        .map((name) => valueInWords(name, own))
        .join(', '),
      colour: all.length === 1 ? 'accent' : (look.colour ?? 'accent'),
      dash: all.length === 1 ? 'solid' : (look.dash ?? 'solid'),
      width: 2,
      marker: null,
    },
  }));
}

/** The z at which φ is written down, ascending. */
export const places = (every = STEP): Float64Array =>
  Float64Array.from({ length: 2 * Math.round(LARGEST / every) + 1 }, (_, k) => k * every - LARGEST);

/** z and φ or φ′ of it in turn; where φ′ jumps there is a gap. */
export function traced({ value, slope, jumps }: Phi, of: 'value' | 'slope'): Float64Array {
  const f = of === 'value' ? value : slope;
  const gap = of === 'slope' && jumps;
  return Float64Array.from(
    [...places()].flatMap((z) => (gap && z === 0 ? [0, f(-Number.MIN_VALUE), 0, NaN, 0, f(0)] : [z, f(z)])),
  );
}
