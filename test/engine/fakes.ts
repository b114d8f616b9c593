import { SCALARS } from '../../src/core/observe/quantities.ts';
import type { Frame, RunEnd, RunId } from '../../src/protocol/frames.ts';
import { factsWith, marginAt, SAMPLES, scalarAt } from '../workers/fake-runs.ts';

/** Frame of a run whose epochs from..to−1 a fake run of this seed recorded; the facts with epoch 0. */
export function frameWith(
  run: RunId,
  { from = 0, to = 0, seed = 1, end, total = 100 }: Partial<FrameParts> = {},
): Frame {
  const epochs = Float64Array.from({ length: to - from }, (_, k) => from + k);
  return {
    run,
    facts: from === 0 && to > 0 ? factsWith(total) : undefined,
    epochs,
    scalars: SCALARS.map((_, k) => epochs.map((t) => scalarAt(seed, t, k))),
    margins: Float64Array.from({ length: epochs.length * SAMPLES }, (_, k) =>
      marginAt(seed, epochs[Math.floor(k / SAMPLES)]!, k % SAMPLES),
    ),
    snapshots: [],
    end,
  };
}

interface FrameParts {
  from: number;
  to: number;
  seed: number;
  end: RunEnd;
  /** facts.recordedEpochs */
  total: number;
}

/** `every` that a test beats by hand. */
export function handTimer() {
  const callbacks = new Set<() => void>();
  return {
    every: (_milliseconds: number, callback: () => void) => {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    beat: () => {
      for (const callback of [...callbacks]) callback();
    },
    get beating() {
      return callbacks.size;
    },
  };
}
