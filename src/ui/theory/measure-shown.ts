import { chosenRun } from '../../charts/data/statistics.ts';
import { PROBES } from '../../core/probe/quantities.ts';
import type { Batch } from '../../engine/batch.ts';
import { useView } from '../../state/view.ts';
import { isPlane, panelsFor } from '../panels/index.ts';
import { measureProbes, type ProbeParts } from './watch-probes.ts';
import { projectSlice, type SliceParts } from './watch-slices.ts';

/**
 * Measures all that the cards of a batch show beside its recordings, whether they were in view or not: for what is taken away
 * or printed. What is there already is not measured again.
 *
 * @throws DOMException `AbortError` when it was cancelled
 */
export async function measureShown(
  batch: Batch,
  parts: ProbeParts & SliceParts,
  signal: AbortSignal,
): Promise<void> {
  const { settings, study, recordings } = batch;
  await measureProbes(batch, PROBES, parts, signal);
  const { run, slice: pair } = useView.getState();
  const recording = chosenRun(recordings, run);
  const panels = panelsFor(settings.data, study.axes, isPlane(settings));
  if (recording !== null && panels.some(({ id }) => id === 'decision'))
    await projectSlice(batch, { recording, pair }, parts, signal);
}
