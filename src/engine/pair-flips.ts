import type { PairFlips } from '../core/observe/pair-flips.ts';
import { flipsAfter, type FlipChanges } from '../core/observe/flip-changes.ts';

/**
 * The flips of each snapshot of a pack, made when they are read; of those only the last are kept. Snapshots between which
 * nothing flipped have the same object.
 */
export function pairFlips(pack: FlipChanges): readonly PairFlips[] {
  let made: { readonly end: number; readonly flips: PairFlips } | null = null;
  const after = (end: number): PairFlips => {
    if (made?.end !== end) made = { end, flips: flipsAfter(pack, end) };
    return made.flips;
  };
  const all: PairFlips[] = [];
  pack.ends.forEach((end, k) => {
    const isSame = k > 0 && end === pack.ends[k - 1];
    all.push(
      isSame
        ? all[k - 1]!
        : {
            get soFar() {
              return after(end).soFar;
            },
            get last() {
              return after(end).last;
            },
          },
    );
  });
  return all;
}
