import { MAX_MAGNITUDE } from '../../limits.ts';
import type { Cell } from '../../table.ts';

/** Words that mean that nothing is there. */
const MISSING = new Set(
  [
    '?',
    'NA',
    'N/A',
    'n/a',
    '<NA>',
    '#N/A',
    'NaN',
    'nan',
    'NAN',
    '-nan',
    'null',
    'NULL',
    'Null',
    'None',
    '-',
    '--',
    '.',
  ].concat(['missing', 'Missing', 'MISSING', '#VALUE!', '#DIV/0!', '#NULL!', '#REF!', '#NUM!', 'NaT']),
);

/** Characters of the longest cell that may be a number. */
const MAX_DIGITS = 400;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const COMMA_NUMBER = /^[+-]?(?:(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?$/;
/** What people mean as a number and what is none here. */
const LIKE_A_NUMBER: readonly RegExp[] = [
  /^[+-]?0[xob][0-9a-f]+$/i,
  /^[+-]?\d+(?:_\d+)+(?:\.\d+)?$/,
  /^[+-]?\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+(?:\.\d+)?$/,
  /^[+-]?\d+,\d+(?:[eE][+-]?\d+)?$/,
  /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
  /^[+-]?\d+\.\d+(?:[eE][+-]?\d+)?$/,
  /^[+-]?\d*\.\d*[dD][+-]?\d+$/,
  /^[+\-−]?(?:inf|infinity|∞)$/i,
  /^[+\-−－]?[\p{Nd}\p{No}]+(?:[.,][\p{Nd}\p{No}]+)?$/u,
];

export const isMissing = (text: string): boolean => text === '' || MISSING.has(text);

/** A cell's text without the white space around it. */
export function trimmed(text: string): string {
  const { length } = text;
  if (length === 0) return text;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  return first > 32 && first < 128 && last > 32 && last < 128 ? text : text.trim();
}

/** What a trimmed cell is: a number, a word, or null where it is missing. */
export function cellOf(text: string, decimalComma: boolean): Cell {
  const { length } = text;
  if (length === 0) return null;
  if (length < 10) {
    // Most cells of large files are short whole numbers.
    let value = 0;
    let k = 0;
    for (; k < length; k++) {
      const digit = text.charCodeAt(k) - 48;
      if (digit < 0 || digit > 9) break;
      value = 10 * value + digit;
    }
    if (k === length) return value;
  }
  // The patterns take quadratic time on endless digits.
  if (length > MAX_DIGITS) return text;
  if (decimalComma ? COMMA_NUMBER.test(text) : NUMBER.test(text)) {
    const point = decimalComma ? text.replaceAll('.', '').replace(',', '.') : text;
    const value = Number(point);
    if (Math.abs(value) <= MAX_MAGNITUDE && (value !== 0 || !/^[^eE]*[1-9]/.test(point))) return value;
    return text;
  }
  return MISSING.has(text) ? null : text;
}

/** Whether a word (see {@link cellOf}) is written like a number, or is one that a double cannot hold. */
export function likeNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  // Letters but for those of "inf", and most signs, begin no number.
  if (first >= 65 && first < 123 && (first | 32) !== 105) return false;
  return (
    word.length <= MAX_DIGITS && (NUMBER.test(word) || LIKE_A_NUMBER.some((pattern) => pattern.test(word)))
  );
}
