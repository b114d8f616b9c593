import type { Checked } from './check.ts';
import { formatNumber, shorten } from './words.ts';

/** More labels than this in one class is a mistake, or an attack on memory: 0-999999 is nine characters long. */
export const MAX_LABELS = 1_000;

const PART = /^(\d{1,6})(?:-(\d{1,6}))?$/;

/** Labels and ranges joined by points ('4', '0-4', '1.3.5-7') as sorted, distinct numbers; at most {@link MAX_LABELS}. */
export function parseLabels(text: string): Checked<readonly number[]> {
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

/** The inverse of {@link parseLabels} for sorted, distinct labels; three or more in a row become a range. */
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
