import type { PairFlips } from './pair-flips.ts';

/** Numbers of a change: a pair's place in the matrix, how often it has flipped by now, and when last. */
export const CHANGE = 3;

/**
 * The flips of a pack's snapshots. From one to the next few pairs flip or none, so that it has the first of them and what
 * changed then.
 */
export interface FlipChanges {
  /** Of the first snapshot: rows×columns so far, then rows×columns of the last. */
  readonly first: Uint32Array;
  /** One change after the other, {@link CHANGE} numbers each. */
  readonly changes: Uint32Array;
  /** How many changes there are up to each snapshot; those of the first are none. */
  readonly ends: Uint32Array;
}

/** The flips after the first `count` changes. */
export function flipsAfter({ first, changes }: Omit<FlipChanges, 'ends'>, count: number): PairFlips {
  const cells = first.length / 2;
  const soFar = first.slice(0, cells);
  const last = first.slice(cells);
  for (let at = 0; at < CHANGE * count; at += CHANGE) {
    const cell = changes[at]!;
    soFar[cell] = changes[at + 1]!;
    last[cell] = changes[at + 2]!;
  }
  return { soFar, last };
}
