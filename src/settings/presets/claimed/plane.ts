import { measured, type Claimed } from '../claims.ts';

/** What the presets of `../plane.ts` claim. */
export const PLANE_CLAIMED = {
  'two-dimensions': {
    sentence: [
      measured('lastFlip', 'end', 34, { over: 'each', within: 0 }),
      measured('meanStableRank', 0, 1.52),
      measured('meanStableRank', 'end', 1.001),
    ],
  },
} as const satisfies Claimed;
