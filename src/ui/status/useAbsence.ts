import { useLab } from '../../state/lab.ts';
import { newestBatch } from './facts.ts';
import { useObstacle } from './useObstacle.ts';

/** Why there are no charts in the charts' place; null while there are, or will be in a moment. */
export type Absence = 'file' | 'blocked' | 'failed' | null;

/** Waiting for a file shows no other experiment's charts; otherwise the last that could be computed stay. */
export function useAbsence(): Absence {
  const lab = useLab();
  const obstacle = useObstacle();
  if (obstacle === 'no file') return 'file';
  if (lab.current !== null) return null;
  if (obstacle === 'error') return 'blocked';
  const status = newestBatch(lab)?.status;
  return status === 'failed' || status === 'paused' || status === 'diverged' ? 'failed' : null;
}
