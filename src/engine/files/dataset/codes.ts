import { inOrder } from '../propose/classes.ts';
import { isNumber } from '../propose/kind.ts';

/** The largest label that is its own code, so that links can name it. */
const MAX_LABEL = 999_999;

export interface LabelCodes {
  readonly codeOf: ReadonlyMap<string, number>;
  /** Label k → its name; null where the labels are the file's own integers. */
  readonly names: readonly string[] | null;
}

/**
 * Integers in 0..999,999 stay what they are; all other labels (names, −1 and +1, …) are numbered 0..k−1 in ascending
 * order, of number where all are numbers, else of code units.
 */
export function codesOf(labels: Iterable<string>): LabelCodes {
  const texts = inOrder(labels);
  if (texts.every(isOwnCode))
    return { codeOf: new Map(texts.map((text) => [text, Number(text)])), names: null };
  return { codeOf: new Map(texts.map((text, code) => [text, code])), names: texts };
}

const isOwnCode = (text: string): boolean => {
  const value = Number(text);
  return isNumber(text) && Number.isInteger(value) && value >= 0 && value <= MAX_LABEL;
};
