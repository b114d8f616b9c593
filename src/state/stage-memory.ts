import { SETTING_NAMES, type SettingName } from '../settings/schema.ts';
import { MOST_DOCKED, useStage, type StageState } from './stage.ts';
import { useView } from './view.ts';

const STAGE_KEY = 'implicit-bias-lab.stage';
const LECTURE_KEY = 'implicit-bias-lab.lecture';

type Kept = Pick<StageState, 'charts' | 'count' | 'docked'>;

/**
 * Keeps the lecture's charts and sliders from one visit to the next, and lecture mode itself until the tab is closed:
 * no link has it, and a reload in front of an audience must not end it.
 * @returns how to stop
 */
export function rememberStage(local: () => Storage, session: () => Storage): () => void {
  // Storage may be forbidden; then all of it lasts as long as the page.
  try {
    useStage.getState().set(readStage(local().getItem(STAGE_KEY)));
    if (session().getItem(LECTURE_KEY) === '1') useView.getState().set({ lecture: true });
  } catch {
    return () => undefined;
  }
  const stopStage = useStage.subscribe(({ charts, count, docked }, before) => {
    if (charts === before.charts && count === before.count && docked === before.docked) return;
    const kept: Kept = { charts, count, docked };
    keep(local, STAGE_KEY, JSON.stringify(kept));
  });
  const stopView = useView.subscribe(({ lecture }, before) => {
    if (lecture !== before.lecture) keep(session, LECTURE_KEY, lecture ? '1' : '0');
  });
  return () => {
    stopStage();
    stopView();
  };
}

function keep(storage: () => Storage, key: string, text: string): void {
  try {
    storage().setItem(key, text);
  } catch {
    // As above.
  }
}

/** What was kept, as far as it makes sense; an older or a newer page may have written it. */
export function readStage(text: string | null): Partial<Kept> {
  const kept = parsed(text);
  const charts = strings(kept['charts'])?.slice(0, 2);
  const docked = strings(kept['docked'])
    ?.filter((name): name is SettingName => SETTING_NAMES.some((known) => known === name))
    .slice(0, MOST_DOCKED);
  return {
    ...(charts !== undefined && { charts }),
    ...((kept['count'] === 1 || kept['count'] === 2) && { count: kept['count'] }),
    ...(docked !== undefined && { docked }),
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const strings = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
