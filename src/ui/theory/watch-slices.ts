import type { Batch } from '../../engine/batch.ts';
import type { TheoryClient } from '../../engine/theory-client.ts';
import type { SliceReport, WatchOrder } from '../../protocol/theory.ts';
import { plannedRuns } from '../../settings/study/plan.ts';
import type { LabStore } from '../../state/lab.ts';
import { keepSlice, sliceOf, useSlices, type SlicePlace, type WantedSlice } from '../../state/slices.ts';
import { datasetsOf, type DatasetOf } from './datasets.ts';
import { isFrontWhole, REST_MS } from './watch-theory.ts';

/** What it lives on: the page's own, or a test's. */
export interface SliceParts {
  readonly client: Pick<TheoryClient, 'slice' | 'stopSlicing'>;
  readonly datasetOf: DatasetOf;
}

/** The run that a recording is of; null where it is not on screen. */
function orderOf({ study, variants }: Batch, { recording }: WantedSlice): WatchOrder | null {
  const planned = plannedRuns(study).find(({ index, run }) => variants[index]?.recordings[run] === recording);
  return planned === undefined ? null : { key: String(recording.run), experiment: planned.experiment };
}

const isMissing = (wanted: WantedSlice): boolean => {
  const slice = sliceOf(wanted);
  return slice === null || (slice.kind === 'slice' && !slice.isWhole);
};

const isSame = (a: WantedSlice, b: WantedSlice | null): boolean =>
  a.recording === b?.recording && a.pair === b.pair;

/** The first that is lacking of a run on screen; null where none is. */
function nextOf(batch: Batch): { readonly order: WatchOrder; readonly wanted: WantedSlice } | null {
  for (const wanted of useSlices.getState().wanted.filter(isMissing)) {
    const order = orderOf(batch, wanted);
    if (order !== null) return { order, wanted };
  }
  return null;
}

/** What a report adds to a slice. */
function taking(wanted: WantedSlice): (report: SliceReport) => void {
  const places: SlicePlace[] = [];
  return ({ frame, epochs, arrows, share, end }) => {
    if (end?.kind === 'failed') {
      keepSlice(wanted, { kind: 'none', message: end.message });
      return;
    }
    epochs.forEach((epoch, k) => {
      const size = arrows.length / epochs.length;
      places.push({ epoch, arrows: arrows.subarray(k * size, (k + 1) * size) });
    });
    useSlices.setState({ share });
    if (frame !== null && places.length > 0)
      keepSlice(wanted, { kind: 'slice', frame, places: [...places], isWhole: end !== null });
  };
}

/**
 * Projects the neurons of what is on screen onto the slices that are looked at, once the runs in front are whole and the
 * hand rests.
 * @returns how to stop
 */
export function watchSlices(store: LabStore, { client, datasetOf }: SliceParts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is under way, or about to be. */
  let asked: WantedSlice | null = null;

  const leave = (): void => {
    clearTimeout(timer);
    if (asked === null) return;
    asked = null;
    client.stopSlicing();
    useSlices.setState({ share: null });
  };

  const begin = async (order: WatchOrder, wanted: WantedSlice): Promise<void> => {
    const take = taking(wanted);
    useSlices.setState({ share: 0 });
    try {
      const datasets = datasetsOf([order], datasetOf);
      await client.slice(order, wanted.pair, datasets, (report) => {
        if (asked === wanted) take(report);
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (asked === wanted) keepSlice(wanted, { kind: 'none', message });
    }
    if (asked !== wanted) return;
    asked = null;
    useSlices.setState({ share: null });
    // One that was ended from elsewhere is being made there.
    if (!isMissing(wanted)) look();
  };

  const look = (): void => {
    const { current, pending } = store.getSnapshot();
    if (pending !== null || current === null || !isFrontWhole(current)) {
      leave();
      return;
    }
    const next = nextOf(current);
    if (next === null) {
      leave();
      return;
    }
    const { order, wanted } = next;
    if (isSame(wanted, asked)) return;
    leave();
    asked = wanted;
    timer = setTimeout(() => void begin(order, wanted), REST_MS);
  };

  look();
  const stops = [
    store.subscribe(look),
    useSlices.subscribe((state, before) => {
      if (state.wanted !== before.wanted) look();
    }),
  ];
  return () => {
    leave();
    stops.forEach((stop) => stop());
  };
}

/**
 * Makes a slice of a batch, for what is taken away.
 * @throws DOMException `AbortError` when it was cancelled
 */
export async function projectSlice(
  batch: Batch,
  wanted: WantedSlice,
  { client, datasetOf }: SliceParts,
  signal: AbortSignal,
): Promise<void> {
  const order = orderOf(batch, wanted);
  if (order === null || wanted.recording.end?.kind !== 'outcome' || !isMissing(wanted)) return;
  const stop = (): void => client.stopSlicing();
  signal.addEventListener('abort', stop);
  try {
    await client.slice(order, wanted.pair, datasetsOf([order], datasetOf), taking(wanted));
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', stop);
    useSlices.setState({ share: null });
  }
}
