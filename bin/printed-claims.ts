import type { Measured } from '../src/settings/presets/claims.ts';
import { measured } from '../src/settings/presets/claims.ts';
import { started } from '../src/settings/presets/figures-frei.ts';
import type { Settings } from '../src/settings/schema.ts';

type Where = Partial<Settings>;

/** SR(t)/SR(0) of W at these steps, each to within this share of it. */
const relative = (where: Where, share: number, at: Readonly<Record<number, number>>): readonly Measured[] =>
  Object.entries(at).map(([t, value]) =>
    measured('relativeStableRank', Number(t), value, { where, within: share * value }),
  );

const rank = (gamma: number, claimed: number, within: number): Measured =>
  measured('meanStableRank', 'end', claimed, { where: { gamma }, within });

const small = started(1 / 50);
const usual = started(1);

/**
 * What an independent NumPy program measured of the figures in the paper's own size, by preset; its seeds are others, and
 * fewer for F (one or two), so tolerances are those of data that are drawn anew.
 */
export const PRINTED_CLAIMS: Readonly<Record<string, readonly Measured[]>> = {
  // Not of that program: the ratio of these counts is the claim, and there are no others of these seeds.
  'patterns-freeze': [
    measured('lastFlip', 'end', 1, { where: { gamma: 0.5 }, over: 'each' }),
    measured('lastFlip', 'end', 100_000, { where: { gamma: 0 }, over: 'each', within: 10 }),
    measured('flipsSoFar', 1_000, 43_000, { where: { gamma: 0 }, within: 500 }),
    measured('flipsSoFar', 10_000, 430_000, { where: { gamma: 0 }, within: 5_000 }),
    measured('flipsSoFar', 'end', 4_300_000, { where: { gamma: 0 }, within: 50_000 }),
    measured('otherClassFlipShare', 'end', 0.9999, { where: { gamma: 0 } }),
  ],
  'figure-kou-4': [
    rank(0, 1.199, 0.05),
    // A few of the seeds are far above the others: means of the excess differ by more than half.
    rank(0.05, 1.048, 0.04),
    rank(0.1, 1.011, 0.006),
    rank(0.25, 1 + 2.8e-5, 2e-5),
    rank(0.5, 1 + 1.1e-5, 2e-6),
    rank(0.75, 1 + 3.7e-6, 1e-6),
    rank(1, 1 + 9.5e-7, 3e-7),
    measured('meanStableRank', 50, 1.175, { where: { gamma: 0 }, within: 0.05 }),
  ],
  'figure-kou-5': [
    rank(0, 1.92, 0.06),
    rank(0.05, 1.242, 0.05),
    rank(0.1, 1.075, 0.015),
    rank(0.25, 1.015, 0.003),
    rank(0.5, 1.006, 0.0015),
    rank(1, 1.003, 0.0005),
  ],
  'figure-frei-1-left': [
    ...relative({ d: 100 }, 0.4, { 10: 0.218, 100: 0.025, 1_000: 0.02 }),
    ...relative({ d: 1_000 }, 0.3, { 10: 0.086, 100: 0.0094, 1_000: 0.0063 }),
    ...relative({ d: 10_000 }, 0.1, { 1: 0.587, 10: 0.028, 100: 0.0064, 1_000: 0.0042 }),
  ],
  'figure-frei-1-right': [
    ...relative(started(0.01), 0.1, { 1: 0.0039, 10: 0.0035, 100: 0.0032, 1_000: 0.0031 }),
    ...relative(started(0.1), 0.2, { 1: 0.097, 10: 0.057, 100: 0.029, 1_000: 0.018 }),
    ...relative(started(1), 0.05, { 1: 0.999, 10: 0.995, 100: 0.93, 1_000: 0.785 }),
    ...relative(started(10), 0.001, { 1_000: 1 }),
    ...relative(started(100), 0.001, { 1_000: 1 }),
  ],
  'figure-frei-4': [
    ...relative({ ...started(0.1), eta: 0.01 }, 0.2, { 1: 0.9997, 10: 0.442, 100: 0.085, 1_000: 0.034 }),
    ...relative({ ...started(0.1), eta: 0.32 }, 0.2, { 1: 0.028, 10: 0.025, 100: 0.021, 1_000: 0.015 }),
    ...relative({ ...usual, eta: 0.01 }, 0.02, { 1: 1, 10: 1, 100: 0.999, 1_000: 0.958 }),
    ...relative({ ...usual, eta: 0.32 }, 0.1, { 1: 0.886, 10: 0.869, 100: 0.826, 1_000: 0.722 }),
  ],
  'figure-frei-5': [
    measured('stableRankAll', 0, 342.5, { where: usual, within: 5 }),
    measured('stableRankAll', 1_000, 328, { where: usual, within: 8 }),
    measured('trainError', 1_000, 0, { where: usual, over: 'each' }),
    measured('testAccuracy', 1_000, 0.841, { where: usual, within: 0.05 }),
    measured('stableRankAll', 1, 199, { where: small, within: 20 }),
    measured('stableRankAll', 10, 9.6, { where: small, within: 1 }),
    measured('stableRankAll', 1_000, 1.44, { where: small, within: 0.15 }),
    measured('trainError', 1_000, 0, { where: small, over: 'each' }),
    measured('testAccuracy', 1_000, 0.85, { where: small, within: 0.05 }),
  ],
};
