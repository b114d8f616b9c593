/** Words of 32 signs that a row of `width` signs takes. */
export const wordsOf = (width: number): number => Math.ceil(width / 32);

/** How many of the 32 bits are 1. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
