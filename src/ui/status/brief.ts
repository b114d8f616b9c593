import { momentInWords } from '../../charts/data/moment.ts';
import type { Batch } from '../../engine/batch.ts';
import { computedEpoch } from '../../engine/computed-epoch.ts';
import { durationInWords } from '../../settings/words.ts';
import type { Obstacle } from '../../state/compute.ts';
import type { ClaimState } from './facts.ts';

/** How the computation is, in two or three words. `good` and `bad` are answers; `busy` is none yet. */
export interface Brief {
  readonly words: string;
  readonly tone: 'plain' | 'busy' | 'good' | 'bad';
}

const percent = new Intl.NumberFormat('en', { style: 'percent' });
const fine = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** What a tenth of a percent takes this long of is told in tenths: otherwise nothing seems to move. */
const SLOW = 600;

/** What is written as 0.0%. */
const UNSEEN = 5e-4;

/** "42%"; in tenths where all of it takes long. */
function shareInWords(share: number, secondsLeft: number | null): string {
  if (secondsLeft === null || secondsLeft < SLOW) return percent.format(share);
  return share < UNSEEN ? 'under 0.1%' : fine.format(share);
}

/** "42%", or "epoch 12,345" of the run in front, of several the farthest, before the first percent. */
const placeInWords = ({ progress, recordings }: Pick<Batch, 'progress' | 'recordings'>): string =>
  progress < 0.01 ? momentInWords(computedEpoch(recordings)) : percent.format(progress);

/** What takes less is over before it is read. */
const WORTH_SAYING = 3;

/** ", about 40 s left", ", about 5 min left", or nothing. */
function leftInWords(seconds: number | null): string {
  if (seconds === null || seconds < WORTH_SAYING) return '';
  return `, about ${durationInWords(seconds)} left`;
}

const OBSTACLES: Readonly<Record<NonNullable<Obstacle>, Brief>> = {
  'no file': { words: 'Waiting for a file', tone: 'plain' },
  error: { words: 'Cannot be run', tone: 'bad' },
};

/**
 * @param batch the batch to speak of, or null before the first
 * @param secondsLeft until it is done; null where that is not known
 * @param claim what can be said of the link's fingerprint: it goes before "Computed"
 */
export function briefOf(
  obstacle: Obstacle,
  batch: Pick<Batch, 'status' | 'progress' | 'recordings'> | null,
  claim: ClaimState,
  secondsLeft: number | null = null,
): Brief {
  if (obstacle !== null) return OBSTACLES[obstacle];
  if (batch === null) return { words: 'Starting', tone: 'busy' };
  switch (batch.status) {
    case 'computing':
      return {
        words: `Computing ${shareInWords(batch.progress, secondsLeft)}${leftInWords(secondsLeft)}`,
        tone: 'busy',
      };
    case 'paused':
    case 'cancelled':
      return { words: `Stopped at ${placeInWords(batch)}`, tone: 'plain' };
    case 'failed':
      return { words: 'Failed', tone: 'bad' };
    case 'diverged':
      return { words: 'Diverged', tone: 'bad' };
    case 'done':
      if (claim.kind === 'reproduced') return { words: 'Reproduced ✓', tone: 'good' };
      if (claim.kind === 'differs') return { words: 'Differs from the link', tone: 'bad' };
      return { words: 'Computed ✓', tone: 'plain' };
  }
}
