import type { Gauge } from '../core/claims/gauge.ts';
import { SETTINGS, type Settings } from './schema.ts';

/** Digits of a value that is turned to: what gauges say is the size. */
const DIGITS = 2;

/**
 * The setting that meets a gauge which is not met, rounded away from where it is: "d to about 40,000" is 40,000 or more.
 * Null where nothing is to turn, or there is no room for it on the setting's slider.
 */
export function turned({ turn }: Gauge, settings: Settings): Partial<Settings> | null {
  if (turn === undefined) return null;
  const spec = SETTINGS[turn.setting];
  const now = settings[turn.setting];
  const to = roundedAway(turn.to, turn.to > now);
  const value = spec.kind === 'integer' ? (turn.to > now ? Math.ceil(to) : Math.floor(to)) : to;
  return value < spec.min || value > spec.max || value === now ? null : { [turn.setting]: value };
}

function roundedAway(x: number, up: boolean): number {
  const step = 10 ** (Math.floor(Math.log10(Math.abs(x))) + 1 - DIGITS);
  const steps = x / step;
  return Number(((up ? Math.ceil(steps) : Math.floor(steps)) * step).toPrecision(DIGITS));
}
