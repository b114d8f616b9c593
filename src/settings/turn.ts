import type { Gauge } from '../core/claims/gauge.ts';
import { SETTINGS, type Settings } from './schema.ts';

/** Digits of a value that is turned to: what gauges say is the size. */
const DIGITS = 2;

/**
 * The setting that meets a gauge which is not met, rounded away from where it is: "d to about 40,000" is 40,000 or more.
 * Null where nothing is to turn, or there is no room for it on the setting's slider.
 */
export function turned({ suggestion }: Gauge, settings: Settings): Partial<Settings> | null {
  if (suggestion === undefined) return null;
  const { setting, value } = suggestion;
  const spec = SETTINGS[setting];
  const now = settings[setting];
  const rounded = roundedAway(value, value > now);
  const to = spec.kind !== 'integer' ? rounded : value > now ? Math.ceil(rounded) : Math.floor(rounded);
  return to < spec.min || to > spec.max || to === now ? null : { [setting]: to };
}

function roundedAway(x: number, up: boolean): number {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(x))) + 1 - DIGITS);
  const steps = x / step;
  return Number(((up ? Math.ceil(steps) : Math.floor(steps)) * step).toPrecision(DIGITS));
}
