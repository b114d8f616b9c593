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
