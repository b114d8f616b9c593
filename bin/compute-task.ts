import type { Dataset } from '../src/core/experiment.ts';
import { SCALARS } from '../src/core/observe/quantities.ts';
import { sealed } from '../src/engine/files/dataset/seal.ts';
import type { RunPool } from '../src/engine/pool.ts';
import { RecordingStore } from '../src/engine/recording-store.ts';
import { measuredScalars } from '../src/export/columns.ts';
import { expectedEpochs } from '../src/export/expect.ts';
import { expectedPoints } from '../src/export/expect-flow.ts';
import { isFlow, type Reference } from '../src/settings/reference.ts';
import { leastOfRows } from '../src/export/margins.ts';
import { hashesOf, type RunNumbers } from '../src/export/fingerprints.ts';
import type { RunEnd } from '../src/protocol/frames.ts';
import type { RunFiles, RunHead } from './run-files.ts';
import type { PlannedTask, Task } from './task.ts';

/** Runs that the pool has at a time: those under way, and one that each thread finds waiting. */
const AHEAD = 2;

/** So many siblings that a run has the fewest snapshots there can be: nothing here looks at them. */
const MANY = 1e9;

export interface ComputeOptions {
  readonly pool: RunPool;
  readonly threads: number;
  readonly dataset: Dataset | null;
  /** Is told of each run as it ends: what was wrong with it, or null. */
  readonly ended: (run: PlannedTask, failure: string | null) => void;
  /** Is told which share of its epochs a run that is under way has come to. */
  readonly under: (run: PlannedTask, share: number) => void;
  /** Stops all: what was recorded of runs under way is kept, and no other begins. */
  readonly stop?: AbortSignal | undefined;
}

/** Computes runs of a task, each once, into files of theirs; a run that fails gets none. */
export async function computeTask(
  task: Task,
  runs: readonly PlannedTask[],
  files: RunFiles,
  options: ComputeOptions,
): Promise<void> {
  const { pool, threads, dataset, ended, stop } = options;
  if (dataset !== null) pool.provide(sealed(dataset));
  const rest = runs.entries();
  const computeSome = async (): Promise<void> => {
    // All take from the same entries.
    for (const [id, run] of rest) {
      if (stop?.aborted === true) return;
      ended(run, await computeRun(task, run, files, options, id));
    }
  };
  await Promise.all(Array.from({ length: AHEAD * threads }, computeSome));
}

/** @returns what was wrong, or null */
async function computeRun(
  task: Task,
  run: PlannedTask,
  files: RunFiles,
  { pool, under, stop }: ComputeOptions,
  id: number,
): Promise<string | null> {
  const { hash, experiment } = run;
  let store = new RecordingStore(id);
  const end = await new Promise<RunEnd>((resolve) => {
    stop?.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
    pool.start({
      run: id,
      experiment,
      siblings: task.reference === null ? MANY : 1,
      take: (frame) => {
        store.append(frame);
        if (frame.end !== undefined) resolve(frame.end);
        else under(run, (store.epochs.at(-1) ?? 0) / experiment.epochs);
      },
      restarted: () => (store = new RecordingStore(id)),
    });
  });
  if (end.kind === 'failed') return end.message;
  const isStopped = end.kind === 'cancelled';
  if (isStopped && (await hasMore(files, hash, store.length))) return null;
  const numbers: RunNumbers = { epochs: store.epochs, scalars: SCALARS.map((name) => store.column(name)) };
  const hashes = hashesOf(numbers, store.margins);
  if (!isStopped && hashes.fingerprint !== end.fingerprint)
    return `its numbers arrived with fingerprint ${hashes.fingerprint}, and its thread counted ${end.fingerprint}`;
  const head: RunHead = {
    ...hashes,
    ...(isStopped ? { outcome: null, stopped: store.epochs.at(-1)! } : { outcome: end.outcome }),
    rows: store.length,
    measured: measuredScalars({ ...numbers, data: experiment.data }),
    expect: task.reference === null ? null : expectOf(task.reference, store),
  };
  await files.write(hash, head, numbers, leastOfRows(store.margins, store.length));
  return null;
}

/** The fixture's own list. Of a flow it has more than is recorded, so the run is followed again. */
const expectOf = (reference: Reference, store: RecordingStore): RunHead['expect'] =>
  isFlow(reference)
    ? expectedPoints(reference)
    : expectedEpochs(reference, {
        epochs: store.epochs,
        column: (name) => store.column(name),
        margins: store.margins,
        snapshots: store.snapshots,
      });

/** Whether there is nothing to keep of a run that has so many rows: an earlier one was stopped no sooner. */
const hasMore = async (files: RunFiles, hash: string, rows: number): Promise<boolean> =>
  rows <= ((await files.head(hash))?.rows ?? 0);
