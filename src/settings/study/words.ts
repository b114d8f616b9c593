import { MODE_NAMES } from '../modes.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from '../schema.ts';
import { omegaTf } from '../omega-tf.ts';
import type { SettingSpec } from '../spec.ts';
import { displayValue, formatNumber } from '../words.ts';
import type { Point, Study } from './study.ts';

/** So near to a round multiple, σ₀ is that multiple written with four digits. */
const ROUNDED = 5e-4;

/** "0.02 ω_TF" where F's clusters begin from a round multiple of it, as F's figures name them; null elsewhere. */
function multipleInWords(settings: Settings): string | null {
  const unit = settings.data === 'binary-clusters' ? omegaTf(settings) : null;
  if (unit === null) return null;
  const multiple = settings.sigma0 / unit;
  const round = Number(multiple.toPrecision(1));
  if (!(Math.abs(multiple - round) <= ROUNDED * round)) return null;
  return `${formatNumber(round)} ω_TF`;
}

const shownValue = (name: SettingName, settings: Settings): string =>
  (name === 'sigma0' ? multipleInWords(settings) : null) ?? displayValue(SETTINGS[name], settings[name]);

/** A setting's value as a legend has it: "γ = 0.1"; a mode by its own name. */
export function valueInWords(name: SettingName, settings: Settings): string {
  const spec: SettingSpec = SETTINGS[name];
  if (name === 'regularizer') return MODE_NAMES[settings.regularizer];
  const value = shownValue(name, settings);
  if (spec.kind === 'choice') return value;
  return spec.symbol === '' || spec.kind === 'text'
    ? `${spec.name.toLowerCase()}: ${value}`
    : `${spec.symbol} = ${value}`;
}

/**
 * What a legend of a setting's values is called, "γ", and each value below that, "0.1"; a choice's options speak for
 * themselves.
 */
export function legendWords(
  name: SettingName,
  settings: Settings,
): { readonly title: string; readonly value: string } {
  const spec: SettingSpec = SETTINGS[name];
  if (name === 'regularizer' || spec.kind === 'choice') {
    return { title: '', value: valueInWords(name, settings) };
  }
  const value = shownValue(name, settings);
  return { title: spec.symbol || spec.name.toLowerCase(), value };
}

/** "0, 0.1, 0.5", or the one value of what is not varied. */
export function valuesInWords(study: Study, name: SettingName): string {
  const spec: SettingSpec = SETTINGS[name];
  const values = study.axes.find(({ setting }) => setting === name)?.values ?? [study.base[name]];
  return values.map((value) => displayValue(spec, value)).join(', ');
}

/** The settings in which these differ and that have an effect in one of them, in the table's order. */
export const differingNames = (a: Settings, b: Settings): readonly SettingName[] =>
  SETTING_NAMES.filter((name) => {
    const { appliesTo = () => true }: SettingSpec = SETTINGS[name];
    return a[name] !== b[name] && (appliesTo(a) || appliesTo(b));
  });

/** So many settings name a pin; with more it says how many are left. */
const MOST_NAMED = 3;

/**
 * What tells a point from what is in front: its values on the axes; of a pin its name, or the settings in which it
 * differs from what is in front, or "pinned" where there is none. A study without axes has one point, "in front".
 */
export function pointInWords(study: Study, { at, pin, settings }: Point): string {
  if (at !== null) {
    if (study.axes.length === 0) return 'in front';
    return study.axes.map(({ setting }) => valueInWords(setting, settings)).join(', ');
  }
  const name = pin === null ? '' : (study.pins[pin]?.name ?? '');
  if (name !== '') return name;
  const differing = differingNames(settings, study.base);
  if (differing.length === 0) return 'pinned';
  const named = differing.slice(0, MOST_NAMED).map((other) => valueInWords(other, settings));
  const rest = differing.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}
