import { epoch, measured, named, setting, type Claimed } from '../claims.ts';

/** What the presets of `../meng.ts` claim. */
export const MENG_CLAIMED = {
  'meng-0.5': {
    sentence: [
      measured('noise', 'end', 2.8, { mode: 'none' }),
      measured('signal', 'end', 0.02, { mode: 'none' }),
      measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'none', over: 'each', within: 0.08 }),
      measured('signal', 'end', 1.7, { mode: 'pegr' }),
      measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 }),
    ],
    also: [
      measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'fgr', over: 'each', within: 0.08 }),
      measured('noise', 'end', 2.8, { mode: 'fgr' }),
      measured('signal', 'end', 0.02, { mode: 'fgr' }),
    ],
  },
  'meng-0.1': {
    sentence: [
      setting('noiseSd', 0.1),
      measured('testAccuracy', 'end', 1, { mode: 'none', over: 'each', within: 0.005 }),
    ],
    also: [
      measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 }),
      measured('testAccuracy', 'end', 1, { mode: 'fgr', over: 'each', within: 0.005 }),
    ],
  },
  'meng-1': {
    sentence: [
      measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 }),
      measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'none', over: 'each', within: 0.08 }),
    ],
    also: [
      measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'fgr', over: 'each', within: 0.08 }),
      measured('testAccuracy', 0, 0.5, { mode: 'none', over: 'each', within: 0.08 }),
    ],
  },
  'meng-1.5': {
    sentence: [
      epoch(5),
      measured('noise', 5, 0, { mode: 'pegr', over: 'each', within: 0.005 }),
      measured('testAccuracy', 'end', 1, { mode: 'pegr', over: 'each', within: 0.005 }),
    ],
    also: [
      measured('signal', 5, 0, { mode: 'pegr', over: 'each', within: 0.005 }),
      measured('signal', 'end', 1.7, { mode: 'pegr' }),
    ],
  },
  'meng-printed': {
    sentence: [
      named('§2'),
      epoch(1_500),
      measured('signal', 'end', 0.026, { mode: 'pegr' }),
      measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'pegr', over: 'each', within: 0.08 }),
    ],
    also: [
      measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'none', over: 'each', within: 0.08 }),
      measured('testAccuracy', 'end', 0.5, { as: 'one half', mode: 'fgr', over: 'each', within: 0.08 }),
    ],
  },
  'meng-t1': {
    sentence: [
      epoch(8_055),
      measured('signal', 8_055, 0.44, { mode: 'pegr' }),
      measured('signal', 4_028, 0.008, { mode: 'pegr' }),
    ],
  },
} as const satisfies Claimed;
