/** Words of 32 signs that a row of `width` signs takes. */
export const wordsOf = (width: number): number => Math.ceil(width / 32);
