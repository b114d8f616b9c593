import type { Checked } from '../check.ts';
import type { NumberSpec } from '../spec.ts';
import { parseTyped } from '../typed.ts';
import { formatNumber, labelOf, shorten } from '../words.ts';
import { MAX_VALUES } from './axis.ts';

/** How the values of a range are spaced. */
export type Spacing = 'linear' | 'log';

/** A comma, semicolon or line between numbers; a space too, where it does not stand between the parts of one (2 · 10^-3). */
const BETWEEN = /[,;\n\t]+|(?<![·×*/+-]) +(?![·×*/])/u;

const wrong = (message: string): { readonly ok: false; readonly message: string } => ({ ok: false, message });

/**
 * A list of numbers as people type it: "0, 0.05, 0.1", "1e-5; 1e-4", "0 0.5 1", each number as {@link parseTyped} reads
 * it but for groups of digits, since a comma parts two numbers. By size; the message names the number that is wrong.
 */
export function parseList(spec: NumberSpec, text: string): Checked<readonly number[]> {
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return wrong(`${labelOf(spec)} has no values; give one or more, as 0.1, 0.25, 1`);
  if (parts.length > MAX_VALUES) {
    return wrong(`${labelOf(spec)} has ${parts.length} values; give 1 to ${MAX_VALUES}`);
  }
  const values: number[] = [];
  for (const part of parts) {
    const read = parseTyped(spec, part);
    if (!read.ok) return read;
    if (values.includes(read.value)) {
      return wrong(`${labelOf(spec)} = ${shorten(part)} is given twice; give each value once`);
    }
    values.push(read.value);
  }
  return { ok: true, value: values.sort((a, b) => a - b) };
}

/** A list as {@link parseList} reads it. */
export const listText = (spec: NumberSpec, values: readonly number[]): string =>
  values.map((value) => formatNumber(value, spec.kind).replaceAll(',', '')).join(', ');

/** What is typed of a range. */
export interface TypedRange {
  readonly from: string;
  readonly to: string;
  readonly count: string;
  readonly spacing: Spacing;
}

/** Significant digits of the values between the ends. */
const DIGITS = 4;

/**
 * So many values from one to the other, evenly spaced on their scale: x_k = a + (b − a)k/(c − 1), or a(b/a)^(k/(c − 1)),
 * to four digits, the ends as they were typed; whole for integers. The message names what was typed and the range.
 */
export function rangeValues(spec: NumberSpec, range: TypedRange): Checked<readonly number[]> {
  const from = parseTyped(spec, range.from);
  if (!from.ok) return from;
  const to = parseTyped(spec, range.to);
  if (!to.ok) return to;
  const [a, b] = [from.value, to.value];
  const count = Number(range.count.trim() === '' ? NaN : range.count);
  if (!Number.isInteger(count) || count < 2 || count > MAX_VALUES) {
    return wrong(
      `the number of values = “${shorten(range.count.trim())}” is not a whole number from 2 to ${MAX_VALUES}`,
    );
  }
  const isLog = range.spacing === 'log';
  if (isLog && (a <= 0 || b <= 0)) {
    const zero = formatNumber(Math.min(a, b), spec.kind);
    return wrong(
      `${labelOf(spec)} = ${zero} has no place on a logarithmic scale; begin above 0, or space evenly`,
    );
  }
  const values = Array.from({ length: count }, (_, k) => {
    if (k === 0) return a;
    if (k === count - 1) return b;
    const share = k / (count - 1);
    const x = isLog ? a * Math.pow(b / a, share) : a + (b - a) * share;
    return spec.kind === 'integer' ? Math.round(x) : Number(x.toPrecision(DIGITS));
  });
  const distinct = [...new Set(values)];
  if (distinct.length < count) {
    const ends = `${formatNumber(a, spec.kind)} to ${formatNumber(b, spec.kind)}`;
    return wrong(
      `${labelOf(spec)} from ${ends} has no ${count} different values; take fewer, or ends further apart`,
    );
  }
  return { ok: true, value: distinct.sort((x, y) => x - y) };
}
