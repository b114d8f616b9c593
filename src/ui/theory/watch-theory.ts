import { textOf, type ClaimText } from '../../core/claims/claim.ts';
import type { Experiment } from '../../core/experiment.ts';
import type { Batch } from '../../engine/batch.ts';
import type { TheoryClient } from '../../engine/theory-client.ts';
import type { TheoryReport, WatchOrder } from '../../protocol/theory.ts';
import { conjectured } from '../../settings/conjecture/conjectured.ts';
import { plannedRuns } from '../../settings/study/plan.ts';
import { isFront } from '../../settings/study/study.ts';
import type { LabStore } from '../../state/lab.ts';
import { useTheory, type TheoryRun } from '../../state/theory.ts';
import { useView } from '../../state/view.ts';
import { datasetsOf, type DatasetOf } from './datasets.ts';

/** So long nothing has changed: then the hand rests. */
export const REST_MS = 120;
/** Reports of runs that are not on screen are kept for the way back, while all are no more than so many. */
const MOST_REPORTS = 400;

/** What it lives on: the page's own, or a test's. */
interface TheoryParts {
  readonly client: TheoryClient;
  readonly datasetOf: DatasetOf;
}

/**
 * Has the claims watched on what is on screen, when its runs in front are whole and the hand rests: first the runs in
 * front, whose counts the line has, and once the list is open those of all other values. What a run was judged is kept.
 * @returns how to stop
 */
export function watchTheory(store: LabStore, { client, datasetOf }: TheoryParts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is, or was last, asked for. */
  let asked = '';
  /** The papers' claims. */
  let texts: readonly ClaimText[] | null = null;
  const textsWith = (conjecture: string): readonly ClaimText[] | null =>
    texts === null ? null : [...texts, ...conjectured(conjecture).map(textOf)];

  const begin = (): void => {
    const { current, pending } = store.getSnapshot();
    if (current === null || pending !== null || !isFrontWhole(current)) return;
    const { claim, conjecture } = useView.getState();
    const planned = plannedRuns(current.study);
    const orders = new Map<string, WatchOrder>();
    const runs = planned.map(({ point, index, run, experiment }): TheoryRun => {
      const key = keyOf(experiment, conjecture);
      orders.set(key, { key, experiment });
      return { key, index, run, front: isFront(current.study, point) };
    });
    runs.sort((a, b) => Number(b.front) - Number(a.front));
    useTheory.setState({ runs, stale: false, texts: textsWith(conjecture) });
    const isOpen = claim !== '';
    const wanted = new Set(runs.filter(({ front }) => front || isOpen).map(({ key }) => key));
    const { reports } = useTheory.getState();
    const missing = [...wanted].filter((key) => (reports.get(key)?.end ?? null) === null);
    const asking = missing.join();
    if (asking === asked) return;
    asked = asking;
    if (missing.length === 0) client.stop();
    else
      void watch(
        missing.map((key) => orders.get(key)!),
        conjecture,
      );
  };

  const watch = async (orders: readonly WatchOrder[], conjecture: string): Promise<void> => {
    const asking = asked;
    try {
      texts ??= await client.texts();
      const datasets = datasetsOf(orders, datasetOf);
      if (asking !== asked) return;
      useTheory.setState({ failure: null, texts: textsWith(conjecture) });
      await client.watch(orders, conjecture, datasets, take);
    } catch (error) {
      if (asking !== asked) return;
      asked = '';
      useTheory.setState({ failure: error instanceof Error ? error.message : String(error) });
    }
  };

  const take = (report: TheoryReport): void => {
    const { reports, runs } = useTheory.getState();
    const kept = new Map(reports).set(report.key, report);
    const shown = new Set(runs.map(({ key }) => key));
    for (const key of kept.keys()) {
      if (kept.size <= MOST_REPORTS) break;
      if (!shown.has(key)) kept.delete(key);
    }
    useTheory.setState({ reports: kept });
  };

  let seen: Batch | null = null;
  const look = (): void => {
    const { current, pending } = store.getSnapshot();
    const computing = pending !== null || current === null || !isFrontWhole(current);
    if (computing) {
      clearTimeout(timer);
      seen = null;
      // Two cores are few: what the hand waits for goes first.
      if (asked !== '') client.stop();
      asked = '';
      saySuperseded();
    } else if (seen?.study !== current.study) {
      seen = current;
      clearTimeout(timer);
      timer = setTimeout(begin, REST_MS);
      saySuperseded();
    }
  };
  const saySuperseded = (): void => {
    if (!useTheory.getState().stale) useTheory.setState({ stale: true });
  };

  look();
  const stops = [
    store.subscribe(look),
    useView.subscribe((view, before) => {
      const isOther = view.claim !== before.claim || view.conjecture !== before.conjecture;
      if (isOther && seen !== null) begin();
    }),
  ];
  return () => {
    clearTimeout(timer);
    client.stop();
    stops.forEach((stop) => stop());
  };
}

export const isFrontWhole = ({ recordings }: Batch): boolean =>
  recordings.length > 0 && recordings.every(({ end }) => end?.kind === 'outcome');

/** Names a run in its reports; with another conjecture there is another report. */
const keyOf = (experiment: Experiment, conjecture: string): string =>
  JSON.stringify(experiment) + (conjecture === '' ? '' : `\n${conjecture}`);
