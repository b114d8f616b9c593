import type { Gauge } from '../core/claims/gauge.ts';
import { SETTINGS, type Settings } from './schema.ts';

/** Significant digits of a value that is suggested. */
const DIGITS = 2;

/**
 * The change of settings that meets an assumption, as one press: the suggested value to two digits, rounded away from what
 * is set. Null where nothing is suggested, or no value of the setting meets it.
 */
export function suggestedChange(gauge: Gauge, settings: Settings): Partial<Settings> | null {
  const { suggestion } = gauge;
  if (suggestion === undefined) return null;
  const { setting, value } = suggestion;
  const { kind, min, max } = SETTINGS[setting];
  const up = value > settings[setting];
  const unit = 10 ** (Math.floor(Math.log10(value)) - DIGITS + 1);
  const rounded = Number(((up ? Math.ceil : Math.floor)(value / unit) * unit).toPrecision(DIGITS));
  const whole = kind === 'integer' ? (up ? Math.ceil : Math.floor)(rounded) : rounded;
  return whole >= min && whole <= max ? { [setting]: whole } : null;
}
