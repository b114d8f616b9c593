/** A decimal number, and what was lost in reading it: all of it (too near 0, too large), or digits. */
export interface Decimal {
  readonly value: number;
  readonly lost: 'too small' | 'too large' | 'digits' | null;
}

/** A double has at most so many digits that say something. */
const DIGITS = 17;

/** @param text an optional sign, digits with at most one point, and an optional exponent */
export function readDecimal(text: string): Decimal {
  const value = Number(text);
  const digits = digitsOf(text);
  if (!Number.isFinite(value)) return { value, lost: 'too large' };
  if (value === 0) return { value, lost: digits === '' ? null : 'too small' };
  return { value, lost: digits.length > DIGITS && digits !== digitsOf(String(value)) ? 'digits' : null };
}

/** The digits from the first to the last that is not 0. */
const digitsOf = (text: string): string =>
  text
    .replace(/e.*$/i, '')
    .replace(/[^\d]/g, '')
    .replace(/^0+|0+$/g, '');

/** What to say of a number that cannot be held; null where it can. */
export function describeLoss({ lost }: Decimal): string | null {
  if (lost === 'too small') return 'is too near 0 to be told from it';
  return lost === 'too large' ? 'is too large to be a number here' : null;
}
