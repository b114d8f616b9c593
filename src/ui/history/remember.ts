import { encodeLink } from '../../settings/link.ts';
import { runsAlone, sameRuns, type Study } from '../../settings/study/study.ts';
import { DEFAULT_VIEW } from '../../settings/view.ts';
import { obstacleOf } from '../../state/compute.ts';
import type { StudyKeeper } from '../../state/history.ts';
import type { LabStore } from '../../state/lab.ts';
import { currentLink } from '../../state/link-sync.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { pictureOf } from './picture.ts';

/** What rests so long was looked at; the places that a slider passes were not. */
export const REST_MS = 1_500;

/** What it lives on: the browser's own, or a test's. */
interface RememberParts {
  readonly keeper: StudyKeeper;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Keeps every study that rests on the page for a moment, and once more, with its picture, when its runs are done.
 * @returns how to stop
 */
export function rememberStudies(store: LabStore, { keeper, now }: RememberParts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The places that one change went through are one entry. */
  let kept: { readonly step: number; readonly key: string } | null = null;
  let seen: { readonly study: Study; readonly done: boolean } | null = null;

  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { study, step } = useSettings.getState();
    if (obstacleOf(study) !== null) return;
    const { current, variants } = store.getSnapshot();
    const shown = current !== null && sameRuns(current.study, study);
    const key = keyOf(study);
    if (kept?.step === step && kept.key !== key) void keeper.forget(kept.key);
    kept = { step, key };
    void keeper.keep({
      key,
      link: currentLink(null),
      at: now(),
      curves: shown ? pictureOf(variants, useView.getState()) : [],
    });
  };
  const look = (): void => {
    const { study } = useSettings.getState();
    const { current } = store.getSnapshot();
    const done = current?.status === 'done' && sameRuns(current.study, study);
    if (seen?.study === study && seen.done === done) return;
    seen = { study, done };
    clearTimeout(timer);
    timer = setTimeout(save, REST_MS);
  };
  // A page that is put away may not come back.
  const onHide = (): void => {
    if (document.visibilityState === 'hidden' && timer !== undefined) save();
  };

  look();
  document.addEventListener('visibilitychange', onHide);
  const stops = [store.subscribe(look), useSettings.subscribe(look)];
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onHide);
    stops.forEach((stop) => stop());
  };
}

/** Equal for studies with the same runs. */
export const keyOf = (study: Study): string => encodeLink({ study: runsAlone(study), view: DEFAULT_VIEW });
