import type { Cell, Column } from '../../table.ts';
import { cellOf, isMissing } from './cell.ts';

export type Notation = NonNullable<Column['notation']>;

/** A number with a decimal comma, its thousands perhaps grouped by points. */
export const COMMA_DECIMAL = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/;
const MAYBE_THOUSANDS = /^[+-]?\d{1,3},\d{3}$/;
const POINT_DECIMAL = /^[+-]?\d+\.\d+$/;
const MAYBE_POINT_THOUSANDS = /^[+-]?\d{1,3}\.\d{3}$/;

/** Thousands apart by one and the same sign. */
const GROUPED = /^[+-]?\d{1,3}([,'’ \u00a0\u202f])\d{3}(?:\1\d{3})*(?:[.,]\d+)?$/;
/** Commas that group for certain: two of them, or one before a point. */
const SURELY_GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:,\d{3}|\.\d+)$/;
const PERCENT = /^(.*\d)\s*%$/;
const SIGN = String.raw`(?:[$€£¥₹]|USD|EUR|GBP|CHF|JPY)`;
const BEFORE = new RegExp(String.raw`^([+-]?)(${SIGN})\s*(\d.*)$`);
const AFTER = new RegExp(String.raw`^([+-]?\d.*\d|[+-]?\d)\s*(${SIGN})$`);

/** What is known of the numbers of a whole table. */
export interface DecimalMark {
  /** Whether numbers have decimal commas. */
  readonly comma: boolean;
  /** Whether some have decimal points, so that a comma can only group thousands. */
  readonly point: boolean;
}

/** By all cells (trimmed) of a table's first rows. @param betweenCells whether commas set cells apart */
export function decimalMarkOf(cells: Iterable<string>, betweenCells: boolean): DecimalMark {
  let commas = 0;
  let clear = 0;
  let points = 0;
  for (const cell of cells) {
    const text = bare(cell);
    if (COMMA_DECIMAL.test(text)) {
      commas++;
      if (!MAYBE_THOUSANDS.test(text)) clear++;
    } else if (POINT_DECIMAL.test(text) && !MAYBE_POINT_THOUSANDS.test(text)) points++;
  }
  return { comma: commas > 0 && points === 0 && (!betweenCells || clear > 0), point: points > 0 };
}

/** How a column is written, by the cells (trimmed) of its first rows; null: plainly, or in no one way. */
export function notationOf(cells: readonly string[], mark: DecimalMark): Notation | null {
  const written = cells.filter((text) => text !== '');
  if (written.includes('+') && written.includes('-'))
    return written.every((text) => text === '+' || text === '-' || text === '?') ? 'signs' : null;
  const filled = written.filter((text) => !isMissing(text));
  if (filled.length < 2 || filled.every((text) => isPlain(text, mark))) return null;
  const reads = (notation: Notation): boolean =>
    filled.every((text) => typeof writtenCell(text, notation, mark.comma) === 'number');
  if (filled.every((text) => PERCENT.test(text))) return reads('percent') ? 'percent' : null;
  if (filled.every((text) => currencyOf(text) !== undefined))
    return reads('currency') && new Set(filled.map(currencyOf)).size === 1 ? 'currency' : null;
  const commas = filled.some((text) => GROUPED.exec(text)?.[1] === ',');
  const ambiguous = commas && !mark.point && !filled.some((text) => SURELY_GROUPED.test(text));
  return !ambiguous && reads('grouped') ? 'grouped' : null;
}

const isPlain = (text: string, mark: DecimalMark): boolean => typeof cellOf(text, mark.comma) === 'number';

/** What a trimmed cell of a column of that notation is; as {@link cellOf} where it is not written so. */
export function writtenCell(text: string, notation: Notation, decimalComma: boolean): Cell {
  if (notation === 'signs') return text === '-' ? text : cellOf(text, decimalComma);
  const number = notation === 'grouped' ? text : bare(text);
  const cell = cellOf(GROUPED.test(number) ? ungrouped(number, decimalComma) : number, decimalComma);
  return typeof cell === 'number' ? cell : cellOf(text, decimalComma);
}

/** A number without its percent sign or currency. */
function bare(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  const first = text.charCodeAt(0);
  // Most cells are plain.
  if (first < 58 && first !== 36 && last > 47 && last < 58) return currencyFree(text);
  return PERCENT.exec(text)?.[1] ?? currencyFree(text);
}

function currencyFree(text: string): string {
  const before = BEFORE.exec(text);
  return before !== null ? `${before[1]}${before[3]}` : (AFTER.exec(text)?.[1] ?? text);
}

const currencyOf = (text: string): string | undefined => BEFORE.exec(text)?.[2] ?? AFTER.exec(text)?.[2];

const ungrouped = (text: string, decimalComma: boolean): string =>
  text.replace(decimalComma ? /['’ \u00a0\u202f]/g : /[,'’ \u00a0\u202f]/g, '');
