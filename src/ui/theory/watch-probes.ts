import { learningRate } from '../../core/experiment.ts';
import type { ProbeColumn, ProbeName } from '../../core/probe/quantities.ts';
import type { Batch } from '../../engine/batch.ts';
import type { Recording } from '../../engine/recording.ts';
import type { TheoryClient } from '../../engine/theory-client.ts';
import type { ProbeReport, WatchOrder } from '../../protocol/theory.ts';
import { plannedRuns } from '../../settings/study/plan.ts';
import type { LabStore } from '../../state/lab.ts';
import { keepProbed, probedOf, useProbes, wantedProbes, type Probed } from '../../state/probes.ts';
import { datasetsOf, type DatasetOf } from './datasets.ts';
import { isFrontWhole, REST_MS } from './watch-theory.ts';

/** What it lives on: the page's own, or a test's. */
export interface ProbeParts {
  readonly client: Pick<TheoryClient, 'measure' | 'stopMeasuring'>;
  readonly datasetOf: DatasetOf;
}

interface Ordered {
  readonly order: WatchOrder;
  readonly recording: Recording;
}

/** Runs that lack the same probes. */
interface Round {
  readonly names: readonly ProbeName[];
  readonly runs: ReadonlyMap<string, Ordered>;
}

/** The runs that charts over time draw, those in front first. */
function drawnRuns({ study, variants, curves, recordings }: Batch): readonly Ordered[] {
  const drawn = new Set(curves.flatMap((curve) => curve.recordings));
  const front = new Set(recordings);
  const runs = plannedRuns(study).flatMap(({ index, run, experiment }): readonly Ordered[] => {
    const recording = variants[index]?.recordings[run];
    const isDrawn = recording !== undefined && (front.has(recording) || drawn.has(recording));
    // Of a run that diverged or was stopped there is nothing to be measured to the end.
    return isDrawn && recording.end?.kind === 'outcome'
      ? [{ order: { key: String(recording.run), experiment }, recording }]
      : [];
  });
  return [...runs].sort((a, b) => Number(front.has(b.recording)) - Number(front.has(a.recording)));
}

/** The first runs that lack something of what is wanted; null where none do. */
function nextRound(batch: Batch, wanted: readonly ProbeName[]): Round | null {
  let names: readonly ProbeName[] = [];
  const runs = new Map<string, Ordered>();
  for (const run of drawnRuns(batch)) {
    const lacking = wanted.filter((name) => probedOf(run.recording)?.whole.has(name) !== true);
    if (lacking.length === 0) continue;
    if (names.length === 0) names = lacking;
    if (lacking.join() === names.join()) runs.set(run.order.key, run);
  }
  return runs.size === 0 ? null : { names, runs };
}

/** What a recording has with the report's columns; what was to be measured and is not there was too large. */
function withReport({ order, recording }: Ordered, names: readonly ProbeName[], report: ProbeReport): Probed {
  const before = probedOf(recording);
  const columns = new Map<ProbeName, ProbeColumn>([...(before?.columns ?? []), ...report.columns]);
  const whole = new Set([...(before?.whole ?? []), ...(report.end?.kind === 'whole' ? names : [])]);
  const eta = learningRate(order.experiment.method);
  return { columns, whole, eta, limit: report.limit ?? before?.limit ?? null };
}

/** Measures a round. @returns false when it was ended before */
async function measure({ names, runs }: Round, { client, datasetOf }: ProbeParts): Promise<boolean> {
  const orders = [...runs.values()].map(({ order }) => order);
  let done = 0;
  useProbes.setState({ share: 0, failure: null });
  const take = (report: ProbeReport): void => {
    const run = runs.get(report.key);
    if (run === undefined) return;
    if (report.end?.kind === 'failed') throw new Error(report.end.message);
    if (report.end !== null) done++;
    keepProbed(run.recording, withReport(run, names, report));
    const now = report.end === null ? report.epoch / Math.max(1, run.order.experiment.epochs) : 0;
    useProbes.setState({ share: (done + now) / runs.size });
  };
  await client.measure(orders, names, datasetsOf(orders, datasetOf), take);
  return done === runs.size;
}

/**
 * Measures what is looked at beside the recordings on screen, once those in front are whole and the hand rests.
 * @returns how to stop
 */
export function watchProbes(store: LabStore, parts: ProbeParts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows whenever what is under way is left. */
  let turn = 0;
  let busy = false;

  const leave = (): void => {
    clearTimeout(timer);
    if (!busy) return;
    turn++;
    busy = false;
    parts.client.stopMeasuring();
    useProbes.setState({ share: null });
  };

  const begin = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    const mine = ++turn;
    try {
      for (;;) {
        const { current, pending } = store.getSnapshot();
        if (current === null || pending !== null || !isFrontWhole(current)) break;
        const round = nextRound(current, wantedProbes(useProbes.getState()));
        if (round === null) break;
        const isDone = await measure(round, parts);
        if (mine !== turn) return;
        if (!isDone) break;
      }
    } catch (error) {
      if (mine === turn)
        useProbes.setState({ failure: error instanceof Error ? error.message : String(error) });
    }
    if (mine !== turn) return;
    busy = false;
    useProbes.setState({ share: null });
  };

  let seen: Batch['study'] | null = null;
  const look = (): void => {
    const { current, pending } = store.getSnapshot();
    if (pending !== null || current === null || !isFrontWhole(current)) {
      leave();
      seen = null;
      return;
    }
    if (wantedProbes(useProbes.getState()).length === 0) {
      leave();
      return;
    }
    if (seen !== null && seen !== current.study) leave();
    seen = current.study;
    if (busy) return;
    clearTimeout(timer);
    timer = setTimeout(() => void begin(), REST_MS);
  };

  look();
  const stops = [
    store.subscribe(look),
    useProbes.subscribe((state, before) => {
      if (state.wanted !== before.wanted) look();
    }),
  ];
  return () => {
    leave();
    stops.forEach((stop) => stop());
  };
}

/**
 * Measures some probes on all drawn runs of a batch, for what is taken away.
 * @throws DOMException `AbortError` when it was cancelled
 */
export async function measureProbes(
  batch: Batch,
  names: readonly ProbeName[],
  parts: ProbeParts,
  signal: AbortSignal,
): Promise<void> {
  const stop = (): void => parts.client.stopMeasuring();
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const round = nextRound(batch, names);
      if (round === null) return;
      // Where something on the page ended it, what is missing is measured again.
      await measure(round, parts);
      signal.throwIfAborted();
    }
  } finally {
    signal.removeEventListener('abort', stop);
    useProbes.setState({ share: null });
  }
}
