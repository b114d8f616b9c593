import { epoch, measured, setting, type Claimed } from '../claims.ts';

const relu = { gamma: 0 };
const linear = { gamma: 1 };

/** What the presets of `../figures-kou.ts` claim. */
export const KOU_FIGURES_CLAIMED = {
  'figure-kou-1': {
    sentence: [
      epoch(50),
      measured('meanStableRank', 50, 1.16, { where: relu }),
      measured('meanStableRank', 50, 1.01, { where: { gamma: 0.1 } }),
      setting('gamma', 0.1),
      measured('loss', 50, 0.28, { where: relu }),
      measured('loss', 50, 0.13, { where: linear }),
    ],
    also: [
      measured('meanStableRank', 50, 1.045, { where: { gamma: 0.05 } }),
      measured('meanStableRank', 50, 1.0003, { where: { gamma: 0.25 } }),
      measured('meanStableRank', 50, 1.0001, { where: { gamma: 0.5 } }),
      measured('meanStableRank', 50, 1, { where: linear, within: 1e-4 }),
    ],
  },
  'figure-kou-1-slow': {
    sentence: [
      epoch(10),
      measured('meanStableRank', 10, 4.1, { where: relu }),
      measured('meanStableRank', 10, 2.8, { where: { gamma: 0.1 } }),
      setting('gamma', 0.1),
      measured('meanStableRank', 10, 1.55, { where: linear }),
    ],
  },
  'figure-kou-4': {
    sentence: [
      epoch(1_000),
      measured('meanStableRank', 'end', 1.2, { where: relu, as: '0.2' }),
      measured('meanStableRank', 'end', 1.016, { where: { gamma: 0.1 }, as: '0.016' }),
      setting('gamma', 0.1),
      measured('meanStableRank', 'end', 1.00001, { where: { gamma: 0.5 }, as: '0.00001' }),
      epoch(50),
    ],
    also: [
      measured('meanStableRank', 50, 1.162, { where: relu }),
      measured('meanStableRank', 'end', 1.197, { where: relu }),
      measured('meanStableRank', 'end', 1, { where: { gamma: 0.75 }, within: 1e-5 }),
      measured('meanStableRank', 'end', 1, { where: linear, within: 1e-5 }),
    ],
  },
  'figure-kou-5': {
    sentence: [
      epoch(1_000),
      measured('meanStableRank', 'end', 1.9, { where: relu, within: 0.06 }),
      measured('meanStableRank', 'end', 1.07, { where: { gamma: 0.1 }, within: 0.015 }),
      setting('gamma', 0.1),
      measured('meanStableRank', 'end', 1.003, { where: linear, within: 0.0015 }),
    ],
  },
} as const satisfies Claimed;
