import { bisectRight } from 'd3-array';

/** Index of the last of `count` ascending epochs that is not after t; 0 if all are; −1 if there are none. */
export function indexAt(epochs: ArrayLike<number>, count: number, t: number): number {
  return count === 0 ? -1 : Math.max(0, bisectRight(epochs, t, 0, count) - 1);
}

/** Index of the one of `count` ascending epochs that is nearest to t; −1 if there are none. */
export function indexNear(epochs: ArrayLike<number>, count: number, t: number): number {
  const before = indexAt(epochs, count, t);
  if (before < 0 || before + 1 >= count) return before;
  return t - epochs[before]! > epochs[before + 1]! - t ? before + 1 : before;
}

/** At most `limit` indices of `count` epochs, first and last among them, spread as 0, 1, 2, 5, 10, 20, 50, … */
export function niceIndices(epochs: ArrayLike<number>, count: number, limit: number): number[] {
  if (count <= limit) return Array.from({ length: count }, (_, i) => i);
  const chosen = new Set<number>([0]);
  for (let decade = 1; decade <= epochs[count - 1]!; decade *= 10) {
    for (const k of [1, 2, 5])
      if (k * decade < epochs[count - 1]!) chosen.add(indexAt(epochs, count, k * decade));
  }
  // From 10⁸ epochs on the early ones give way.
  const indices = [...chosen].slice(0, limit - 1);
  return [...indices, count - 1];
}
