import { CirclePause, CirclePlay, CircleX, RotateCw, SkipForward } from 'lucide-react';
import { obstacleOf } from '../../state/compute.ts';
import { useLab, useLabStore } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { toldBatch } from './facts.ts';

/** How to hold the computation while there is one, and to begin it again after it ended before its time. */
export function Holds() {
  const store = useLabStore();
  const { lab } = store;
  const batch = toldBatch(useLab());
  const blocked = useSettings((state) => obstacleOf(state.settings) !== null);
  if (batch === null || blocked || batch.status === 'done') return null;
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
  const again = (): void => store.compute(useSettings.getState().settings);
  return (
    <div className="status-holds">
      <Hold icon={RotateCw} label="Compute again" onClick={again} />
    </div>
  );
}

interface HoldProps {
  readonly icon: typeof RotateCw;
  readonly label: string;
  readonly onClick: () => void;
}

function Hold({ icon: Icon, label, onClick }: HoldProps) {
  return (
    <button type="button" className="button" onClick={onClick}>
      <Icon aria-hidden size="1rem" />
      {label}
    </button>
  );
}
