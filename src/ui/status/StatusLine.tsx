import { CirclePause, CirclePlay, CircleX, SkipForward } from 'lucide-react';
import type { Batch } from '../../engine/batch.ts';
import { obstacleOf, type Obstacle } from '../../state/compute.ts';
import { useLab, useLabStore } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { Choice } from '../parts/Choice.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { newestBatch } from './facts.ts';
import { FingerprintState } from './FingerprintState.tsx';
import './status.css';

const rounded = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat('en', { style: 'percent' });

function seedsOf({ settings }: Batch): string {
  const { seed, runs } = settings;
  return runs === 1 ? `1 run, seed ${seed}` : `${runs} runs, seeds ${seed}–${seed + runs - 1}`;
}

const OBSTACLES: Readonly<Record<NonNullable<Obstacle>, string>> = {
  'no file': 'Waiting for a file',
  error: 'Waiting for settings that can be run',
};

function stateOf({ status, progress }: Batch): string {
  switch (status) {
    case 'computing':
      return `Computing ${percent.format(progress)}`;
    case 'paused':
      return `Computing held at ${percent.format(progress)}`;
    case 'done':
      return 'Computed';
    case 'cancelled':
      return `Stopped at ${percent.format(progress)}`;
    case 'failed':
      return 'Failed';
    case 'diverged':
      return 'Diverged';
  }
}

/** Which of the runs the pictures of a single run show. */
function RunChoice({ batch }: { readonly batch: Batch }) {
  const run = useView((view) => view.run);
  const setView = useView((view) => view.set);
  const options = batch.recordings.map((_, index) => ({
    value: String(index),
    label: `seed ${(batch.settings.seed + index) >>> 0}`,
  }));
  return (
    <span className="status-run">
      <span aria-hidden>in detail:</span>
      <Choice
        label="Run shown in detail"
        value={String(Math.min(run, options.length - 1))}
        options={options}
        onChange={(value) => setView({ run: Number(value) })}
      />
    </span>
  );
}

/** What the computation does, and how to hold it. The player below plays what is computed; this computes it. */
export function StatusLine() {
  const { lab } = useLabStore();
  const snapshot = useLab();
  const batch = newestBatch(snapshot);
  const obstacle = useSettings((state) => obstacleOf(state.settings));
  const underWay = batch?.status === 'computing' || batch?.status === 'paused';

  return (
    <div className="status" data-testid="status">
      <span className="status-state">
        {obstacle !== null ? OBSTACLES[obstacle] : batch === null ? 'Starting' : stateOf(batch)}
      </span>
      {underWay ? (
        <>
          <progress
            className="status-progress"
            max={1}
            value={batch.progress}
            aria-label="Share of epochs computed"
          />
          <span className="status-controls">
            {batch.status === 'paused' ? (
              <>
                <IconButton icon={CirclePlay} label="Go on computing" onClick={() => lab.resume()} />
                <IconButton icon={SkipForward} label="Compute one more epoch" onClick={() => lab.step()} />
              </>
            ) : (
              <IconButton icon={CirclePause} label="Hold the computation" onClick={() => lab.pause()} />
            )}
            <IconButton icon={CircleX} label="Stop computing" onClick={() => lab.cancel()} />
          </span>
        </>
      ) : (
        snapshot.epochsPerSecond !== null && (
          <span className="status-fact">{rounded.format(snapshot.epochsPerSecond)} epochs/s</span>
        )
      )}
      {batch !== null && <span className="status-fact">{seedsOf(batch)}</span>}
      {snapshot.current !== null && snapshot.current.recordings.length > 1 && (
        <RunChoice batch={snapshot.current} />
      )}
      <FingerprintState />
    </div>
  );
}
