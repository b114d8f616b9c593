import { epoch, measured, type Claimed } from '../claims.ts';

/** What the presets of `../files.ts` claim. */
export const FILES_CLAIMED = {
  'digits-4-9': {
    sentence: [
      epoch(100),
      measured('meanStableRank', 0, 20.9),
      measured('meanStableRank', 100, 1.005),
      measured('testError', 100, 0.025, { percent: true }),
    ],
  },
  'breast-cancer': {
    sentence: [
      epoch(100),
      measured('meanStableRank', 0, 14.3),
      measured('meanStableRank', 100, 1.0004),
      measured('testError', 100, 0.071, { percent: true }),
    ],
  },
  'mnist-4-9': {
    sentence: [
      epoch(50),
      measured('testError', 50, 0.058, { percent: true }),
      measured('meanStableRank', 50, 1.0006),
    ],
  },
} as const satisfies Claimed;
