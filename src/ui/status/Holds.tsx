import { CircleStop, SkipForward } from 'lucide-react';
import { inTime } from '../../charts/data/moment.ts';
import { useLab, useLabStore } from '../../state/lab.ts';
import { ComputeAgain } from './ComputeAgain.tsx';
import { GoOn, Hold } from './GoOn.tsx';
import { toldBatch } from './facts.ts';
import { useObstacle } from './useObstacle.ts';

/** How to stop the computation while there is one, to go on from there, and to begin it again where it ended badly. */
export function Holds() {
  const { lab } = useLabStore();
  const batch = toldBatch(useLab());
  const obstacle = useObstacle();
  if (batch === null || obstacle !== null || batch.status === 'done') return null;
  if (batch.status === 'computing' || batch.status === 'paused') {
    return (
      <div className="status-holds">
        <progress max={1} value={batch.progress} aria-label={inTime('Share of epochs computed')} />
        {batch.status === 'paused' ? (
          <>
            <GoOn />
            <Hold icon={SkipForward} label={inTime('Compute one more epoch')} onClick={() => lab.step()} />
          </>
        ) : (
          <Hold icon={CircleStop} label="Stop computing" onClick={() => lab.pause()} />
        )}
      </div>
    );
  }
  return (
    <div className="status-holds">
      <ComputeAgain />
    </div>
  );
}
