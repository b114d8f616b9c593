import type { TheoryClient } from '../../../engine/theory-client.ts';
import type { TurnReport, WatchOrder } from '../../../protocol/theory.ts';
import { plannedRuns } from '../../../settings/study/plan.ts';
import { isFront, type Study } from '../../../settings/study/study.ts';
import type { LabStore } from '../../../state/lab.ts';
import { useSettings } from '../../../state/settings.ts';
import { useView } from '../../../state/view.ts';
import { datasetsOf, type DatasetOf } from '../datasets.ts';
import { isFrontWhole } from '../watch-theory.ts';
import { useStill } from './store.ts';
import { endWords, runWords } from './words.ts';

/** What it lives on: the page's own, or a test's. */
interface StillParts {
  readonly client: Pick<TheoryClient, 'follow' | 'stopFollowing'>;
  readonly datasetOf: DatasetOf;
}

/** So long at most the next end waits until the charts have come to this one. */
const LONGEST_LOOK_MS = 1_500;

/** Ends what is under way. */
let leave: (() => void) | null = null;

/** Ends what is followed, if anything is: log t stays where it was come to. */
export function stopGoingOn(): void {
  leave?.();
}

/**
 * Follows the flow of the run that is shown, of the values in front, until its direction stands still. log t becomes each
 * end as it is come to, all of them one step of undo. Another setting ends it, and so does stopping the computation.
 * @returns once it is over: how it ended in words, or null where it was left
 */
export async function goOnUntilStill(store: LabStore, parts: StillParts): Promise<string | null> {
  stopGoingOn();
  const { release } = useSettings.getState();
  let ours = useSettings.getState().study;
  const { order, run } = runInFront(ours);
  let isChanging = false;
  let wasStopped = isStopped(store);
  const own: { isLeft: boolean; end: TurnReport['end'] } = { isLeft: false, end: null };

  const goTo = (logTime: number): void => {
    isChanging = true;
    useSettings.getState().change({ logTime }, { held: true });
    isChanging = false;
    ours = useSettings.getState().study;
  };
  const end = (): void => {
    own.isLeft = true;
    leave = null;
    stops.forEach((stop) => stop());
    release();
    useStill.setState({ following: null });
  };
  leave = () => {
    parts.client.stopFollowing();
    end();
  };
  const stops = [
    useSettings.subscribe(({ study }) => {
      if (!isChanging && study !== ours) stopGoingOn();
    }),
    store.subscribe(() => {
      const before = wasStopped;
      wasStopped = isStopped(store);
      if (wasStopped && !before) stopGoingOn();
    }),
  ];

  // A step of undo of its own.
  release();
  useStill.setState({ following: { run, stage: null }, ended: null });
  const take = async ({ stages, end: ended }: TurnReport): Promise<void> => {
    if (own.isLeft) return;
    if (ended !== null) own.end = ended;
    const stage = stages.at(-1);
    if (stage !== undefined) {
      useStill.setState({ following: { run, stage } });
      goTo(stage.logTime);
      if (ended === null) await onCharts(store, stage.logTime);
    }
  };
  try {
    await parts.client.follow(order, datasetsOf([order], parts.datasetOf), take);
  } catch (error) {
    own.end = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  if (own.isLeft) return null;
  end();
  if (own.end === null) return null;
  const words = endWords(run, own.end);
  useStill.setState({ ended: { words, study: ours } });
  return words;
}

/** Whether the person stopped what is computed. */
function isStopped(store: LabStore): boolean {
  const { current, pending } = store.getSnapshot();
  return (pending ?? current)?.status === 'paused';
}

/** Until the charts show what is in front up to this end, or it was waited for long enough. */
function onCharts(store: LabStore, logTime: number): Promise<void> {
  const isShown = (): boolean => {
    const { current, pending } = store.getSnapshot();
    return pending === null && current?.settings.logTime === logTime && isFrontWhole(current);
  };
  return new Promise((resolve) => {
    if (isShown()) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, LONGEST_LOOK_MS);
    const stop = store.subscribe(() => isShown() && done());
  });
}

/** @throws RangeError where the settings cannot be run */
function runInFront(study: Study): { readonly order: WatchOrder; readonly run: string } {
  const runs = plannedRuns(study).filter(({ point }) => isFront(study, point));
  const shown = Math.min(useView.getState().run, runs.length - 1);
  return {
    order: { key: 'still', experiment: runs[shown]!.experiment },
    run: runWords(shown, runs.length, study.axes.length > 0),
  };
}
