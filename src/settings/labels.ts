import type { Checked } from './check.ts';
import { formatNames, NAMES, parseNames } from './names.ts';
import { formatNumber, shorten, visible } from './words.ts';

/** More labels than this in one class is a mistake, or an attack on memory: 0-999999 is nine characters long. */
export const MAX_LABELS = 1_000;

/** Characters of a class in the settings. */
export const MAX_CLASS_TEXT = 400;

const PART = /^(\d{1,6})(?:-(\d{1,6}))?$/;

/** A label by its number, or by its name in the file. */
export type Label = number | string;

const NUMBERS = String.raw`\d{1,6}(?:-\d{1,6})?`;
/** Numbers and ranges joined by points, or names. */
export const LABELS_PATTERN = new RegExp(`^(?:${NUMBERS}(?:\\.${NUMBERS})*|${NAMES})$`, 'u');

/** What a class is made of: labels by number (see {@link parseNumbers}) or by name (~M, ~Iris-setosa~Iris-virginica). */
export function parseLabels(text: string): Checked<readonly Label[]> {
  if (!text.startsWith('~')) return parseNumbers(text);
  const names = parseNames(text);
  if (names === null) return { ok: false, message: `“${shorten(text)}” names no labels` };
  const distinct = [...new Set(names)];
  if (distinct.length > MAX_LABELS) {
    const most = formatNumber(MAX_LABELS, 'integer');
    return { ok: false, message: `“${shorten(text)}” names more than ${most} labels` };
  }
  return { ok: true, value: distinct };
}

/** A class for people: its numbers as they are typed, its names with commas. */
export function labelsInWords(text: string): string {
  const names = text.startsWith('~') ? parseNames(text) : null;
  return names === null ? text : names.map(visible).join(', ');
}

/** What a person types for a class: numbers and ranges, or names with commas between them. */
export function typedLabels(typed: string): string {
  const text = typed.trim();
  if (text === '' || LABELS_PATTERN.test(text)) return text;
  if (/^[\d.-]+$/.test(text) && !/^-\d+$/.test(text)) return text;
  return formatNames(text.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])));
}

/**
 * A class as a setting holds it, in the shortest lasting form: the names that the file gives its labels; their numbers
 * where they are the file's own integers, or where the names are too long for a link.
 *
 * @param labels numbers of labels
 * @param names label k → its name; null where the labels are the file's own integers
 */
export function formatClass(labels: readonly number[], names: readonly string[] | null): string {
  const sorted = [...labels].sort((a, b) => a - b);
  const numbers = formatLabels(sorted);
  if (names === null) return numbers;
  const named = formatNames(sorted.map((label) => names[label]!));
  return named.length <= MAX_CLASS_TEXT ? named : numbers;
}

/** Labels and ranges joined by points ('4', '0-4', '1.3.5-7') as sorted, distinct numbers; at most {@link MAX_LABELS}. */
export function parseNumbers(text: string): Checked<readonly number[]> {
  const labels = new Set<number>();
  for (const part of text.split('.')) {
    const match = PART.exec(part);
    if (match === null) {
      return { ok: false, message: `“${shorten(part)}” is neither a label nor a range such as 0-4` };
    }
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) return { ok: false, message: `the range ${part} ends below its start` };
    if (last - first >= MAX_LABELS || labels.size + last - first >= MAX_LABELS) {
      return {
        ok: false,
        message: `“${shorten(text)}” names more than ${formatNumber(MAX_LABELS, 'integer')} labels`,
      };
    }
    for (let label = first; label <= last; label++) labels.add(label);
  }
  return { ok: true, value: [...labels].sort((a, b) => a - b) };
}

/** The inverse of {@link parseNumbers} for sorted, distinct labels; three or more in a row become a range. */
export function formatLabels(labels: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < labels.length;) {
    let end = start;
    while (end + 1 < labels.length && labels[end + 1] === labels[end]! + 1) end++;
    if (end - start >= 2) parts.push(`${labels[start]}-${labels[end]}`);
    else parts.push(...labels.slice(start, end + 1).map(String));
    start = end + 1;
  }
  return parts.join('.');
}
