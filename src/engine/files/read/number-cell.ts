import { MAX_MAGNITUDE } from '../limits.ts';

/** Characters of a number: more than any double has when written out. */
const MAX_LENGTH = 1100;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A number as the formats of text write it; null where it says nan, undefined where it is no number, is beyond
 * ±MAX_MAGNITUDE, or would silently become 0.
 */
export function numberCell(text: string): number | null | undefined {
  if (/^[+-]?nan$/i.test(text)) return null;
  if (text.length > MAX_LENGTH || !NUMBER.test(text)) return undefined;
  const value = Number(text);
  if (Math.abs(value) > MAX_MAGNITUDE) return undefined;
  return value === 0 && /[1-9]/.test(text.replace(/e.*/i, '')) ? undefined : value;
}
