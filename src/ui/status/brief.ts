import type { Batch } from '../../engine/batch.ts';
import type { Obstacle } from '../../state/compute.ts';
import type { ClaimState } from './facts.ts';

/** How the computation is, in two or three words. `good` and `bad` are answers; `busy` is none yet. */
export interface Brief {
  readonly words: string;
  readonly tone: 'plain' | 'busy' | 'good' | 'bad';
}

const percent = new Intl.NumberFormat('en', { style: 'percent' });

const OBSTACLES: Readonly<Record<NonNullable<Obstacle>, Brief>> = {
  'no file': { words: 'Waiting for a file', tone: 'plain' },
  error: { words: 'Cannot be run', tone: 'bad' },
};

/**
 * @param batch the batch to speak of, or null before the first
 * @param claim what can be said of the link's fingerprint: it goes before "Computed"
 */
export function briefOf(
  obstacle: Obstacle,
  batch: Pick<Batch, 'status' | 'progress'> | null,
  claim: ClaimState,
): Brief {
  if (obstacle !== null) return OBSTACLES[obstacle];
  if (batch === null) return { words: 'Starting', tone: 'busy' };
  switch (batch.status) {
    case 'computing':
      return { words: `Computing ${percent.format(batch.progress)}`, tone: 'busy' };
    case 'paused':
      return { words: `Held at ${percent.format(batch.progress)}`, tone: 'plain' };
    case 'cancelled':
      return { words: `Stopped at ${percent.format(batch.progress)}`, tone: 'plain' };
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
