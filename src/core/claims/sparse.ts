/** Recorded epochs of which every one is watched; of later ones each eighth is, by claims that are thinned. */
const EVERY = 64;
const THEN = 8;

/** What {@link isDue} comes to, for a claim's words. */
export const THINNED = `every recorded epoch of the first ${EVERY}, then every eighth, and the last point of a flow`;

/** Whether a thinned claim is watched at the k-th recorded epoch. */
export const isDue = (k: number): boolean => k <= EVERY || k % THEN === 0;

/** Neurons of each class that a dear check looks at in an epoch. */
const NEURONS = 4;

/** What {@link isSparse} and {@link someRows} come to, for a claim's words. */
export const SPARSELY = 'at epochs 1, 2, 4, 8, …, of four neurons of each class, others each time';

/** Whether a dear check is due: at powers of two. */
export const isSparse = (t: number): boolean => t > 0 && (t & (t - 1)) === 0;

/** Whether a dear fit is due: at four epochs an octave, so that a decade has enough points. */
export function isSpread(t: number): boolean {
  const unit = 1 << Math.max(0, 29 - Math.clz32(t));
  return t > 0 && t % unit === 0;
}

/** What {@link isSpread} comes to, for a claim's words. */
export const SPREAD = 'at four epochs an octave: 1 to 8, 10, 12, 14, 16, 20, …; of a flow at every point';

/** Some of the m rows of each class; all come in turn. */
export function someRows(turn: number, m: number): readonly number[] {
  const count = Math.min(m, NEURONS);
  const rows: number[] = [];
  for (const from of [0, m]) for (let k = 0; k < count; k++) rows.push(from + ((turn * count + k) % m));
  return rows;
}

/** Turn of a sparse epoch: 0, 1, 2, … */
export const sparseTurn = (t: number): number => 31 - Math.clz32(t);
