import { isFront } from '../settings/study/study.ts';
import * as comlink from 'comlink';
import { SCALARS } from '../core/observe/quantities.ts';
import type { ArchiveApi } from '../export/study/api.ts';
import type { ArchiveProgress, Figure } from '../export/study/archive.ts';
import type { RunProbes } from '../export/measured.ts';
import type { RecordedRun } from '../export/study/run.ts';
import type { SealedDataset } from '../protocol/sealed-dataset.ts';
import { inPlanOrder } from '../settings/study/plan.ts';
import type { Batch } from './batch.ts';
import type { Recording } from './recording.ts';

export interface ArchiveRequest {
  readonly batch: Batch;
  readonly link: string;
  readonly datasets: readonly SealedDataset[];
  readonly figures: readonly Figure[];
  /** What was measured beside a recording. */
  readonly probesOf: (recording: Recording) => RunProbes;
  readonly progress: ArchiveProgress;
  /** Ends the worker. */
  readonly signal: AbortSignal;
}

/** Share of the progress that handing over the recordings is. */
const HANDED_OVER = 0.1;

/**
 * The zip of a study, written by a worker of its own.
 *
 * @throws DOMException `AbortError` when it was cancelled
 * @throws Error when the worker stops
 */
export async function archiveOf(request: ArchiveRequest): Promise<Blob> {
  const { batch, link, datasets, figures, probesOf, progress, signal } = request;
  signal.throwIfAborted();
  const worker = new Worker(new URL('../../workers/archive.worker.ts', import.meta.url), { type: 'module' });
  const remote = comlink.wrap<ArchiveApi>(worker);
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message === '' ? 'the worker could not be loaded' : message));
    });
  });
  const write = async (): Promise<Blob> => {
    await remote.begin(batch.study, link, datasets);
    const runs = inPlanOrder(
      batch.variants.map(({ point, recordings }) =>
        recordings.map((recording) => ({ recording, front: isFront(batch.study, point) })),
      ),
    );
    for (const [k, { recording, front }] of runs.entries()) {
      await remote.add({ ...recordedRun(recording, front), probes: probesOf(recording) });
      progress('recordings', (HANDED_OVER * (k + 1)) / runs.length);
    }
    const report: ArchiveProgress = (what, share) => progress(what, HANDED_OVER + (1 - HANDED_OVER) * share);
    return await remote.finish(figures, comlink.proxy(report));
  };
  try {
    return await Promise.race([write(), stopped]);
  } finally {
    worker.terminate();
  }
}

function recordedRun(recording: Recording, front: boolean): Omit<RecordedRun, 'planned' | 'probes'> {
  const { epochs, margins, end, facts, snapshots } = recording;
  return {
    epochs,
    scalars: SCALARS.map((name) => recording.column(name)),
    margins,
    isWhole: end?.kind === 'outcome',
    matrices: front && facts !== null ? { shape: facts.shape, snapshots } : null,
  };
}
