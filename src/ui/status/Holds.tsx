import { CirclePause, CirclePlay, CircleX, SkipForward, type LucideIcon } from 'lucide-react';
import { useLab, useLabStore } from '../../state/lab.ts';
import { ComputeAgain } from './ComputeAgain.tsx';
import { Icon } from '../parts/Icon.tsx';
import { toldBatch } from './facts.ts';
import { useObstacle } from './useObstacle.ts';

/** How to hold the computation while there is one, and to begin it again after it ended before its time. */
export function Holds() {
  const { lab } = useLabStore();
  const batch = toldBatch(useLab());
  const obstacle = useObstacle();
  if (batch === null || obstacle !== null || batch.status === 'done') return null;
  if (batch.status === 'computing' || batch.status === 'paused') {
    return (
      <div className="status-holds">
        <progress max={1} value={batch.progress} aria-label="Share of epochs computed" />
        {batch.status === 'paused' ? (
          <>
            <Hold icon={CirclePlay} label="Go on computing" onClick={() => lab.resume()} />
            <Hold icon={SkipForward} label="Compute one more epoch" onClick={() => lab.step()} />
          </>
        ) : (
          <Hold icon={CirclePause} label="Hold the computation" onClick={() => lab.pause()} />
        )}
        <Hold icon={CircleX} label="Stop computing" onClick={() => lab.cancel()} />
      </div>
    );
  }
  return (
    <div className="status-holds">
      <ComputeAgain />
    </div>
  );
}

interface HoldProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onClick: () => void;
}

function Hold({ icon, label, onClick }: HoldProps) {
  return (
    <button type="button" className="button" onClick={onClick}>
      <Icon of={icon} size="1rem" />
      {label}
    </button>
  );
}
