import { epoch, measured, named, setting, type Claimed } from '../claims.ts';

/** What the presets of `../frei.ts` claim. */
export const FREI_CLAIMED = {
  'frei-1': {
    sentence: [measured('stableRankAll', 0, 175), measured('stableRankAll', 100, 1.69), epoch(100)],
    also: [measured('trainError', 'end', 0, { over: 'each' })],
  },
  'frei-5-default': {
    sentence: [
      epoch(10),
      measured('stableRankAll', 0, 340),
      measured('testError', 'end', 0.215, { percent: true }),
      epoch(300),
      setting('labelNoise', 0.15, '15 %'),
    ],
    also: [measured('trainError', 10, 0), measured('stableRankAll', 'end', 340)],
  },
  'frei-5-small': {
    sentence: [
      measured('stableRankAll', 0, 340),
      measured('stableRankAll', 100, 2.1),
      epoch(100),
      measured('testError', 1, 0.175, { percent: true }),
    ],
    also: [measured('testError', 'end', 0.175)],
  },
  'frei-xor': {
    sentence: [
      setting('d', 10_000),
      measured('stableRankAll', 0, 155),
      measured('stableRankAll', 'end', 1.66),
      measured('testError', 'end', 0.48, { percent: true }),
    ],
    also: [measured('trainError', 1, 0, { over: 'each' })],
  },
  'frei-xor-low': {
    sentence: [
      setting('n', 200),
      setting('d', 20),
      measured('testError', 0, 0.585, { percent: true }),
      measured('testError', 'end', 0),
      measured('stableRankAll', 'end', 1.9),
    ],
  },
  'frei-limit': {
    sentence: [named('Theorem 3.2'), setting('logTime', 10_000), measured('marginGap', 'end', 3.2e-7)],
    also: [
      measured('agreement', 'end', 1, { within: 0 }),
      measured('meanStableRank', 'end', 1, { within: 1e-9 }),
    ],
  },
  'frei-three-points': { sentence: [setting('logTime', 10_000), measured('marginGap', 'end', 3.6e-7)] },
} as const satisfies Claimed;
