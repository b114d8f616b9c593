import { epoch, measured, named, setting, type Claimed } from '../claims.ts';

/** What the presets of `../kou.ts` claim. */
export const KOU_CLAIMED = {
  first: {
    sentence: [measured('meanStableRank', 0, 55), measured('meanStableRank', 'end', 1.02)],
    also: [
      measured('agreement', 0, 0.5, { within: 0.01, over: 'each' }),
      measured('agreement', 'end', 1, { within: 0, over: 'each' }),
      measured('flips', 'end', 0, { within: 0, over: 'each' }),
    ],
  },
  'kou-1': { sentence: [epoch(50), measured('meanStableRank', 0, 56), measured('meanStableRank', 50, 1.15)] },
  'kou-1-small': {
    sentence: [
      measured('meanStableRank', 0, 56),
      measured('meanStableRank', 1, 1.58),
      epoch(50),
      measured('meanStableRank', 50, 1.01),
    ],
  },
  'kou-4-leaky': {
    sentence: [
      setting('gamma', 0.5),
      measured('meanStableRank', 100, 1.00005),
      epoch(100),
      measured('meanStableRank', 1_000, 1.000012),
      epoch(1_000),
      named('Theorem 4.1'),
    ],
  },
  'kou-4-relu': {
    sentence: [
      setting('gamma', 0),
      measured('meanStableRank', 20, 1.16),
      epoch(20),
      measured('meanStableRank', 'end', 1.2),
    ],
    also: [measured('meanStableRank', 'end', 1.197, { within: 0.001 })],
  },
  'kou-5-relu': {
    sentence: [measured('meanStableRank', 'end', 1.91), setting('gamma', 0)],
    also: [
      measured('loss', 0, Math.LN2, { within: 1e-5 }),
      measured('loss', 'end', Math.LN2, { within: 1e-4 }),
    ],
  },
  'kou-5-leaky': { sentence: [setting('gamma', 0.5), measured('meanStableRank', 'end', 1.006)] },
  'kou-relu-limit': { sentence: [measured('meanStableRank', 'end', 1.63), setting('logTime', 10_000)] },
} as const satisfies Claimed;
