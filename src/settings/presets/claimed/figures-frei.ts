import { epoch, measured, named, setting, type Claimed } from '../claims.ts';
import { started } from '../figures-frei.ts';

/** What the presets of `../figures-frei.ts` claim. */
export const FREI_FIGURES_CLAIMED = {
  'figure-frei-1-left': {
    sentence: [
      measured('stableRankAll', 0, 49, { where: { d: 100 } }),
      measured('stableRankAll', 10, 14.9, { where: { d: 100 }, within: 0.3 }),
      setting('d', 100),
      measured('stableRankAll', 0, 340, { where: { d: 10_000 } }),
      measured('stableRankAll', 10, 9.7, { where: { d: 10_000 }, within: 0.2 }),
    ],
    also: [
      measured('stableRankAll', 0, 174, { where: { d: 1_000 } }),
      measured('stableRankAll', 10, 19, { where: { d: 1_000 } }),
    ],
  },
  'figure-frei-1-right': {
    sentence: [
      setting('eta', 0.16),
      measured('stableRankAll', 0, 340, { where: started(1) }),
      measured('stableRankAll', 1, 1.3, { where: started(0.01), within: 0.1 }),
      measured('stableRankAll', 'end', 300, { where: started(1), within: 20 }),
      epoch(300),
    ],
    also: [measured('stableRankAll', 'end', 340, { where: started(100) })],
  },
  'figure-frei-3': {
    sentence: [
      setting('gamma', 0.1),
      named('Figure 1'),
      measured('stableRankAll', 0, 49, { where: { activation: 'smooth-leaky-relu' } }),
      measured('stableRankAll', 100, 1.34, { where: { activation: 'smooth-leaky-relu' } }),
      measured('stableRankAll', 100, 1.51, { where: { activation: 'leaky-relu' } }),
      epoch(100),
    ],
  },
  'figure-frei-4': {
    sentence: [
      setting('eta', 0.01),
      measured('stableRankAll', 1, 340, { where: { ...started(0.1), eta: 0.01 } }),
      measured('stableRankAll', 1, 9.6, { where: { ...started(0.1), eta: 0.32 }, within: 1 }),
    ],
  },
  'figure-frei-5': {
    sentence: [
      epoch(10),
      measured('stableRankAll', 'end', 340, { where: started(1) }),
      measured('testError', 'end', 0.215, { percent: true, where: started(1) }),
      measured('stableRankAll', 'end', 1.7, { where: started(1 / 50) }),
      measured('testError', 'end', 0.175, { percent: true, where: started(1 / 50) }),
    ],
    also: [
      measured('trainError', 10, 0, { where: started(1) }),
      measured('trainError', 10, 0, { where: started(1 / 50) }),
    ],
  },
} as const satisfies Claimed;
