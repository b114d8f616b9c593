import { measured, setting, type Claimed } from '../claims.ts';

const right = (noiseSd: number) =>
  measured('testAccuracy', 'end', 1, {
    where: { noiseSd, regularizer: 'pegr' },
    over: 'each',
    within: 0.005,
  });
const guessed = (noiseSd: number, regularizer: 'none' | 'fgr') =>
  measured('testAccuracy', 'end', 0.5, { where: { noiseSd, regularizer }, over: 'each', within: 0.1 });

/** What the presets of `../figures-meng.ts` claim. */
export const MENG_FIGURES_CLAIMED = {
  'figure-meng': {
    sentence: [
      measured('testAccuracy', 'end', 1, {
        where: { noiseSd: 0.5, regularizer: 'pegr' },
        over: 'each',
        within: 0.005,
      }),
      setting('noiseSd', 0.5),
    ],
    also: [
      right(0.1),
      right(1),
      right(1.5),
      measured('testAccuracy', 'end', 1, {
        where: { noiseSd: 0.1, regularizer: 'none' },
        over: 'each',
        within: 0.005,
      }),
      measured('testAccuracy', 'end', 1, {
        where: { noiseSd: 0.1, regularizer: 'fgr' },
        over: 'each',
        within: 0.005,
      }),
      guessed(0.5, 'none'),
      guessed(1, 'none'),
      guessed(1.5, 'none'),
      guessed(0.5, 'fgr'),
      guessed(1, 'fgr'),
      guessed(1.5, 'fgr'),
      measured('signal', 'end', 1.7, { where: { noiseSd: 1.5, regularizer: 'pegr' } }),
      measured('signal', 'end', 0.02, { where: { noiseSd: 1, regularizer: 'none' } }),
      measured('noise', 'end', 2.8, { where: { noiseSd: 0.5, regularizer: 'none' } }),
      measured('noise', 'end', 3.1, { where: { noiseSd: 1, regularizer: 'none' } }),
    ],
  },
} as const satisfies Claimed;
