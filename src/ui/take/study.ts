import type { Batch } from '../../engine/batch.ts';
import { archiveOf } from '../../engine/archive-client.ts';
import type { Figure } from '../../export/study/archive.ts';
import type { LabSnapshot } from '../../state/lab.ts';
import { addressOf, currentLink } from '../../state/link-sync.ts';
import { probedOf, useProbes } from '../../state/probes.ts';
import { useDatasets } from '../data/dataset-store.ts';
import { isPlane, panelsFor } from '../panels/index.ts';
import { theoryChunk } from '../theory/chunk.ts';
import { datasetOf } from '../theory/datasets.ts';
import { figureOf } from './figure.ts';
import { breathe, save } from './save.ts';
import { svgOf } from './svg.ts';
import { csvOf } from './table.ts';

/** Shares of the progress that measuring and drawing the figures are. */
const MEASURED = 0.3;
const DRAWN = 0.2;

export interface StudyTaking {
  /** Is told what is being made and which share is done. */
  progress(what: string, share: number): void;
  readonly signal: AbortSignal;
}

/**
 * Gives the person the study on screen as one zip.
 *
 * @throws DOMException `AbortError` when it was cancelled
 * @throws Error with what went wrong
 */
export async function takeStudy(shown: LabSnapshot, { progress, signal }: StudyTaking): Promise<void> {
  const batch = shown.current;
  if (batch === null) throw new Error('no run has recorded anything yet');
  const panels = panelsFor(batch.settings.data, batch.study.axes, isPlane(batch.settings));
  await measured(batch, { progress, signal });
  const figures: Figure[] = [];
  for (const [k, panel] of panels.entries()) {
    progress('figures', MEASURED + (DRAWN * k) / panels.length);
    await breathe();
    signal.throwIfAborted();
    const figure = figureOf(panel, shown, panel.size === 'wide' ? 'page' : 'column', 'svg');
    if (figure === null) continue;
    const svg = await svgOf(figure);
    // What is made of the recording is not in it.
    const isMade = figure.picture.panes.some(({ kind }) => kind === 'against');
    const csv = isMade ? [...csvOf(figure.picture, figure.epoch)].join('') : undefined;
    figures.push({ name: panel.id, svg, ...(csv === undefined ? {} : { csv }) });
  }
  const open = [...useDatasets.getState().datasets.values()].map(({ dataset }) => dataset);
  const wanted = new Set(batch.variants.map(({ point }) => point.settings.file));
  const zip = await archiveOf({
    batch,
    link: addressOf(window.location, currentLink(batch.fingerprint)),
    datasets: batch.settings.data === 'dataset' ? open.filter(({ id }) => wanted.has(id)) : [],
    figures,
    probesOf: (recording) => [...(probedOf(recording)?.columns ?? [])],
    progress: (what, share) => progress(what, MEASURED + DRAWN + (1 - MEASURED - DRAWN) * share),
    signal,
  });
  save([zip], 'application/zip', `study-${batch.fingerprint ?? 'unfinished'}.zip`);
}

/** Measures what is measured beside the recordings of the charts; where that fails the file is made without it. */
async function measured(batch: Batch, { progress, signal }: StudyTaking): Promise<void> {
  const loaded = await theoryChunk.load();
  if (loaded === null) return;
  const told = useProbes.subscribe(({ share }) => {
    if (share !== null) progress('sharpness, effective ranks and the limit', MEASURED * share);
  });
  try {
    await loaded.measureShown(batch, { client: loaded.theoryClient, datasetOf }, signal);
  } catch {
    signal.throwIfAborted();
  } finally {
    told();
  }
}
