import { format } from 'd3-format';
import { shorten, visible } from '../../settings/words.ts';

export { FileProblem } from './problem.ts';

/** 10000 → "10,000". */
export const grouped = format(',');

/** "1 row", "2 rows", "10,000 rows". */
export const plural = (count: number, what: string): string =>
  `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;

/** "1 of 9 rows is", "2 of 9 rows are". */
export const partOf = (count: number, total: number, what: string): string =>
  `${grouped(count)} of ${plural(total, what)} ${count === 1 ? 'is' : 'are'}`;

/** A number of bytes: "812 bytes", "9.9 kB", "7.8 MB". */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${grouped(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 999_950) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${grouped(Number((bytes / 1e6).toFixed(1)))} MB`;
}

/** What a file is called, in messages and on the page. */
export const nameOf = ({ name }: { readonly name: string }): string => visible(name);

/** A cell or name from a file, quoted and cut short: it may be of any length. */
export function quoted(text: string): string {
  return `"${shorten(text, 40)}"`;
}
