import type { NumberSpec, SettingSpec } from './spec.ts';

export type Value = number | string | boolean;

/**
 * The shortest form that parses back to the same double; an exponent only where it saves two characters or more, so
 * that 0.001 and 1000 stay as people write them while 1e-5 and 1e9 are short.
 */
export function shortNumber(x: number): string {
  const plain = String(x).replace('e+', 'e');
  if (!Number.isFinite(x) || plain.includes('e')) return plain;
  const exponential = x.toExponential().replace('e+', 'e');
  return exponential.length + 1 < plain.length ? exponential : plain;
}

/** A number for people: whole numbers with commas (1,000,000), others in {@link shortNumber}'s form. */
export function formatNumber(x: number, kind: NumberSpec['kind'] = 'real'): string {
  // From 1e15 on a double written out is longer than it is exact.
  const text = kind === 'integer' && Math.abs(x) < 1e15 ? String(x) : shortNumber(x);
  if (text.includes('e')) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Bytes as gigabytes with two significant digits: 3.2 GB. */
export function formatGigabytes(bytes: number): string {
  return `${formatNumber(Number((bytes / 1e9).toPrecision(2)))} GB`;
}

/** Seconds in steps of five up to a minute and a half, then minutes, then hours: "40 s", "5 min", "2 h". */
export function durationInWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(5, 5 * Math.round(seconds / 5))} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}

// Controls, and the invisible characters that reorder or hide text around them.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Text from outside (names of files, columns, labels) made fit to be shown: what controls or reorders text, or is not
 * seen, becomes a sign for itself, as ␀ or \u202e.
 */
export const visible = (text: string): string => text.replace(UNPRINTABLE, signOf);

function signOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  const hex = code.toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** Text from outside, {@link visible} and at most 60 characters long. */
export function shorten(text: string, length = 60): string {
  const characters = Array.from(visible(text.slice(0, 2 * length + 2)));
  const kept = characters.length > length ? [...characters.slice(0, length - 1), '…'] : characters;
  return kept.join('');
}

/** Any value, for a message about it. */
export function describeValue(value: unknown, kind: NumberSpec['kind'] = 'real'): string {
  if (typeof value === 'number') return formatNumber(value, kind);
  if (typeof value === 'string') return `“${shorten(value)}”`;
  if (typeof value === 'boolean' || value === null || value === undefined) return String(value);
  return `a value of type ${typeof value}`;
}

/** What a message calls a setting: its name and its symbol, as in `learning rate η`. */
export function labelOf(spec: SettingSpec): string {
  const name = spec.name.replace(/ \(.*\)$/, '');
  const label = name.charAt(0).toLowerCase() + name.slice(1);
  // A text's symbol is an equation of its own (y = +1).
  return spec.symbol === '' || spec.kind === 'text' ? label : `${label} ${spec.symbol}`;
}

/** A setting where there is little room: "γ", or its name where it has no symbol. */
export const shortName = (spec: Pick<SettingSpec, 'symbol' | 'name'>): string => spec.symbol || spec.name;

/** A valid value as a person would read it; a choice by its label. */
export function displayValue(spec: SettingSpec, value: Value): string {
  switch (spec.kind) {
    case 'real':
    case 'integer':
      return typeof value === 'number' ? formatNumber(value, spec.kind) : describeValue(value);
    case 'choice':
      return spec.options.find((option) => option.value === value)?.label ?? describeValue(value);
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'text':
      return value === '' ? 'nothing' : (spec.inWords?.(String(value)) ?? String(value));
  }
}
