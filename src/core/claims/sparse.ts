/** Neurons of each class that a dear check looks at in an epoch. */
const NEURONS = 8;

/** What {@link isSparse} and {@link someRows} come to, for a claim's words. */
export const SPARSELY = 'at epochs 1, 2, 4, 8, …, on at most eight neurons of each class, others each time';

/** Whether a dear check is due: at powers of two. */
export const isSparse = (t: number): boolean => t > 0 && Number.isInteger(t) && (t & (t - 1)) === 0;

/** Some rows of a class of m neurons, beginning at `from`: all in turn, over the epochs of {@link isSparse}. */
export function someRows(t: number, from: number, m: number): readonly number[] {
  const turn = 31 - Math.clz32(Math.max(1, t));
  const count = Math.min(m, NEURONS);
  return Array.from({ length: count }, (_, k) => from + ((turn * count + k) % m));
}
