import type { Checked } from './check.ts';
import { formatNumber, shorten } from './words.ts';

/** How files are to be read, as a person (or a link) says it; everything is optional: what is absent is as proposed. */
export interface Choice {
  /** Column index of the label, 0-based in the file. */
  readonly label?: number;
  /** Columns put back or taken out against the proposal. */
  readonly include?: readonly number[];
  readonly exclude?: readonly number[];
  /** Columns of words that become indicator columns, one a word. */
  readonly indicators?: readonly number[];
  /** Incomplete rows: left out (proposed), or the missing cell becomes its column's mean over the kept rows. */
  readonly incomplete?: 'leave-out' | 'mean';
  /** Whether the first row is a header, against what was recognised. */
  readonly header?: boolean;
  readonly delimiter?: string;
}

/** Columns of a file, the label among them. */
const MAX_COLUMN = 20_001;
const DELIMITERS: readonly (readonly [sign: string, delimiter: string])[] = [
  ['c', ','],
  ['s', ';'],
  ['t', '\t'],
  ['p', '|'],
  ['w', ' '],
];
const LISTS = [
  ['i', 'include'],
  ['x', 'exclude'],
  ['w', 'indicators'],
] as const;
const COLUMNS = String.raw`\d{1,5}(?:-\d{1,5})?`;
const PART = String.raw`(?:d[cstpw]|h[01]|l\d{1,5}|[ixw]${COLUMNS}|m[01])`;

/** Parts joined by points: dc, h1, l1, i2, x3-5, w4, m1. */
export const READING_PATTERN = new RegExp(`^(?:${PART}(?:\\.${PART})*)?$`);

/**
 * Reads a reading: parts joined by points, columns counted from 1. `l3`: the label is column 3; `i2`, `x4-6`, `w7`: column 2
 * is put in, 4 to 6 are taken out, 7 becomes indicators; `m1`: gaps become means; `h1`, `h0`: the first row is a header, or
 * none; `dc`, `ds`, `dt`, `dp`, `dw`: comma, semicolon, tab, bar or white space between the columns.
 */
export function parseReading(text: string): Checked<Choice> {
  if (!READING_PATTERN.test(text))
    return { ok: false, message: `“${shorten(text)}” is no way to read a file` };
  const choice: { -readonly [K in keyof Choice]: Choice[K] } = {};
  const lists = new Map<string, Set<number>>();
  for (const part of text === '' ? [] : text.split('.')) {
    const [sign = ''] = part;
    const rest = part.slice(1);
    if (sign === 'd') choice.delimiter = DELIMITERS.find(([each]) => each === rest)![1];
    else if (sign === 'h') choice.header = rest === '1';
    else if (sign === 'm') choice.incomplete = rest === '1' ? 'mean' : 'leave-out';
    else {
      const [first = 0, last = first] = rest.split('-').map(Number);
      if (first < 1 || last < first || last > MAX_COLUMN) {
        const most = formatNumber(MAX_COLUMN, 'integer');
        return { ok: false, message: `“${part}” names no columns: they are counted from 1 to ${most}` };
      }
      if (sign === 'l') choice.label = first - 1;
      else {
        const list = lists.get(sign) ?? new Set();
        for (let column = first; column <= last; column++) list.add(column - 1);
        lists.set(sign, list);
      }
    }
  }
  for (const [sign, key] of LISTS) {
    const list = lists.get(sign);
    if (list !== undefined) choice[key] = [...list].sort((a, b) => a - b);
  }
  return { ok: true, value: choice };
}

/** The inverse of {@link parseReading}, in one canonical form; '' as proposed. */
export function formatReading(choice: Choice): string {
  const parts: string[] = [];
  const delimiter = DELIMITERS.find(([, each]) => each === choice.delimiter);
  if (delimiter !== undefined) parts.push(`d${delimiter[0]}`);
  if (choice.header !== undefined) parts.push(`h${Number(choice.header)}`);
  if (choice.label !== undefined) parts.push(`l${choice.label + 1}`);
  for (const [sign, key] of LISTS) parts.push(...ranges(choice[key] ?? []).map((range) => `${sign}${range}`));
  if (choice.incomplete !== undefined) parts.push(`m${Number(choice.incomplete === 'mean')}`);
  return parts.join('.');
}

/** Columns counted from 1, two or more in a row as a range. */
function ranges(columns: readonly number[]): readonly string[] {
  const sorted = [...new Set(columns)].sort((a, b) => a - b);
  const found: string[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (sorted[end + 1] === sorted[end]! + 1) end++;
    const [first, last] = [sorted[start]! + 1, sorted[end]! + 1];
    found.push(first === last ? `${first}` : `${first}-${last}`);
    start = end + 1;
  }
  return found;
}
