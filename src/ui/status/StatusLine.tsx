import { CirclePause, CirclePlay, CircleX, RotateCw, SkipForward } from 'lucide-react';
import type { Batch } from '../../engine/batch.ts';
import { obstacleOf, type Obstacle } from '../../state/compute.ts';
import { useLab, useLabFact, useLabStore } from '../../state/lab.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { Choice } from '../parts/Choice.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { newestBatch, signalFacts, toldBatch } from './facts.ts';
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
function RunChoice() {
  const run = useView((view) => view.run);
  const setView = useView((view) => view.set);
  const runs = useLabFact(({ recordings }) => recordings?.length ?? 0);
  const seed = useLabFact(({ current }) => current?.settings.seed ?? 0);
  if (runs < 2) return null;
  const options = Array.from({ length: runs }, (_, index) => ({
    value: String(index),
    label: `seed ${(seed + index) >>> 0}`,
  }));
  return (
    <span className="status-run">
      <span aria-hidden>in detail:</span>
      <Choice
        label="Run shown in detail"
        value={String(Math.min(run, runs - 1))}
        options={options}
        onChange={(value) => setView({ run: Number(value) })}
      />
    </span>
  );
}

/** What the computation is doing, in words. */
function State() {
  const snapshot = useLab();
  const batch = toldBatch(snapshot);
  const obstacle = useSettings((state) => obstacleOf(state.settings));
  return (
    <>
      <span className="status-state">
        {obstacle !== null ? OBSTACLES[obstacle] : batch === null ? 'Starting' : stateOf(batch)}
      </span>
      {batch !== null && <span className="status-fact">{seedsOf(batch)}</span>}
      {batch !== null &&
        signalFacts(batch).map((fact) => (
          <span key={fact} className="status-fact">
            {fact}
          </span>
        ))}
      {snapshot.epochsPerSecond !== null && (
        <span className="status-fact">{rounded.format(snapshot.epochsPerSecond)} epochs/s</span>
      )}
    </>
  );
}

/** How to hold the computation, while there is one, and to begin it again after it was stopped. */
function Holds() {
  const store = useLabStore();
  const { lab } = store;
  const batch = toldBatch(useLab());
  if (batch?.status === 'cancelled') {
    const again = (): void => store.compute(useSettings.getState().settings);
    return <IconButton icon={RotateCw} label="Compute again" onClick={again} />;
  }
  if (batch?.status !== 'computing' && batch?.status !== 'paused') return null;
  return (
    <span className="status-holds">
      <progress max={1} value={batch.progress} aria-label="Share of epochs computed" />
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
  );
}

/** What the computation does. The player below plays what is computed; this computes it. */
export function StatusLine() {
  const busy = useLabFact((snapshot) => newestBatch(snapshot)?.status === 'computing');
  return (
    <div className="status" data-testid="status" aria-busy={busy}>
      <State />
      <RunChoice />
      {/* One place: the fingerprint is there when the computation is not. */}
      <div className="status-end">
        <Holds />
        <FingerprintState />
      </div>
    </div>
  );
}
