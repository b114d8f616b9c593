import { epoch, measured, setting, type Claimed } from '../claims.ts';

const relu = { gamma: 0 };
const leaky = { gamma: 0.5 };

/** What the presets of `../beyond.ts` claim. */
export const BEYOND_CLAIMED = {
  'patterns-freeze': {
    sentence: [
      measured('lastFlip', 'end', 1, { where: leaky, over: 'each', within: 0 }),
      measured('flipsSoFar', 1_000, 44_000, { where: relu, within: 500 }),
      epoch(1_000),
      measured('flipsSoFar', 'end', 440_000, { where: relu, within: 5_000 }),
      epoch(10_000),
      measured('otherClassFlipShare', 'end', 0.999, { where: relu, percent: true }),
    ],
    also: [measured('lastFlip', 'end', 10_000, { where: relu, over: 'each', within: 10 })],
  },
  'relu-direction': {
    sentence: [
      setting('logTime', 10_000),
      measured('marginGap', 'end', 8.6e-5),
      measured('stableRankPositive', 'end', 1.59),
    ],
  },
  chatter: {
    sentence: [
      measured('slidingPairs', 'end', 69, { within: 0 }),
      setting('logTime', 5.298),
      measured('lateFlipPairs', 'end', 65, { where: { method: 'gradient-descent' }, within: 0 }),
    ],
  },
  'flow-leaky': {
    sentence: [
      setting('logTime', 34_575),
      measured('meanStableRank', 'end', 1, { within: 1e-9 }),
      measured('marginGap', 'end', 1.21e-5),
    ],
    // Exponent 2 of 1/log t: from log t = 2,498 to 34,575 the distance of W₊ to one falls from 1.75e-8 by (34,575/2,498)² = 192.
    also: [
      measured('stableRankPositive', 198, 1.0000000174897776, { within: 1e-11 }),
      measured('stableRankPositive', 'end', 1.0000000000911, { within: 2e-12 }),
    ],
  },
} as const satisfies Claimed;
