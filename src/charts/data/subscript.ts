const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** A whole number in small digits below the line: "₁₂". */
export const subscript = (number: number): string =>
  String(number).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
