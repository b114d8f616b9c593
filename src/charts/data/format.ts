import { format } from 'd3-format';

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** 10 to the power of an integer, in superscripts: 10⁻³. */
export function powerOfTen(exponent: number): string {
  return `10${String(exponent).replace(/[-\d]/g, (c) => SUPERSCRIPTS[c] ?? c)}`;
}

/** "1.20e-5" → "1.20·10⁻⁵"; a mantissa of 1 without decimals is left out. */
function scientific(text: string): string {
  const [mantissa = '', exponent = '0'] = text.replace('−', '-').split('e');
  const power = powerOfTen(Number(exponent));
  const sign = mantissa.startsWith('-') ? '−' : '';
  const size = mantissa.replace('-', '');
  return size === '1' ? `${sign}${power}` : `${sign}${size}·${power}`;
}

/** The reading of what was not measured or computed. */
export const NOT_THERE = '–';

/**
 * A format of means over recordings: a run ends before it records what is not a number, so NaN is what is not there.
 */
export const orNotThere =
  (format: (value: number) => string) =>
  (value: number): string =>
    Number.isNaN(value) ? NOT_THERE : format(value);

/** A number for a reading: `digits` significant ones, powers of ten below 10⁻³ and from 10⁵ on. */
export function formatValue(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return 'not finite';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 99_999.5) return scientific(value.toExponential(digits - 1));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return format(`,.${decimals}f`)(value);
}

/** An epoch or a count: 1,000. */
export const formatCount: (count: number) => string = format(',.0f');

/** A share as percent: 4.2 %. */
export function formatPercent(share: number): string {
  return `${format('.1f')(share * 100)} %`;
}

/** Labels of linear ticks: as many decimals as their step needs, powers of ten where those would be many. */
export function formatTicks(values: readonly number[]): string[] {
  const largest = values.reduce((top, v) => Math.max(top, Math.abs(v)), 0);
  const step = values.length > 1 ? Math.abs(values[1]! - values[0]!) : largest;
  if (largest === 0) return values.map(() => '0');
  const stepExponent = Math.floor(Math.log10(step) + 1e-9);
  const digits = Math.max(0, Math.floor(Math.log10(largest) + 1e-9) - stepExponent);
  if (largest >= 1e5 || largest < 1e-3) {
    return values.map((v) => (v === 0 ? '0' : trimmed(scientific(v.toExponential(Math.min(digits, 15))))));
  }
  const fixed = format(`,.${Math.max(0, -stepExponent)}f`);
  return values.map((v) => fixed(v));
}

const trimmed = (text: string): string =>
  text
    .replace(/(\.\d*?)0+·/, '$1·')
    .replace('.·', '·')
    .replace(/^(−?)1·/, '$1');
