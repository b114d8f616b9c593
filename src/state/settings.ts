import { create } from 'zustand';
import { DEFAULTS, SETTING_NAMES, type Settings } from '../settings/schema.ts';
import { changeBase } from '../settings/study/edit.ts';
import { sameStudy, singleStudy, type Study } from '../settings/study/study.ts';

/** Changes of one thing that follow each other within this time are one step of undo (held-down arrow keys). */
const JOIN_MS = 1_000;
const MAX_UNDO = 200;

interface EditOptions {
  /** What is edited: edits of the same thing may be one step of undo. Absent: a step of its own. */
  readonly what?: string;
  /** The pointer is still down. */
  readonly held?: boolean;
}

/** The study on the page, and the way back. */
export interface SettingsState {
  readonly study: Study;
  /** `study.base`: what is in front. */
  readonly settings: Settings;
  readonly past: readonly Study[];
  readonly future: readonly Study[];
  /** Grows when a new step of undo begins, and not while one goes on: the link pushes or replaces by it. */
  readonly step: number;
  /**
   * Changes settings of what is in front. While `held` (a slider under the pointer), and within a second, changes of the
   * same settings belong to one step of undo.
   */
  change(change: Partial<Settings>, options?: { readonly held?: boolean }): void;
  /** Puts what an edit makes of the study in its place. */
  edit(edit: (study: Study) => Study, options?: EditOptions): void;
  /** The pointer let go: the next change begins a new step. */
  release(): void;
  undo(): void;
  redo(): void;
}

/** The step of undo that may still be continued. Not state: nothing shown depends on it. */
interface OpenStep {
  readonly what: string;
  readonly held: boolean;
  readonly at: number;
}

/** The state of a study that was not changed yet. */
export const fresh = (study: Study): Pick<SettingsState, 'study' | 'settings' | 'past' | 'future'> => ({
  study,
  settings: study.base,
  past: [],
  future: [],
});

/** @param now milliseconds of any steady clock */
export function createSettingsStore(now: () => number) {
  let open: OpenStep | null = null;

  return create<SettingsState>((set, get) => ({
    ...fresh(singleStudy(DEFAULTS)),
    step: 0,
    change(change, { held = false } = {}) {
      const { settings, edit } = get();
      const changed = SETTING_NAMES.filter((name) => name in change && change[name] !== settings[name]);
      if (changed.length > 0) edit((study) => changeBase(study, change), { what: changed.join(), held });
    },
    edit(edit, { what = '', held = false } = {}) {
      const { study, past, step } = get();
      const next = edit(study);
      if (sameStudy(next, study)) return;
      const joins =
        open !== null && what !== '' && open.what === what && (open.held || now() - open.at < JOIN_MS);
      open = { what, held, at: now() };
      set({
        study: next,
        settings: next.base,
        past: joins ? past : [...past, study].slice(-MAX_UNDO),
        future: [],
        step: joins ? step : step + 1,
      });
    },
    release() {
      open = null;
    },
    undo() {
      const { study, past, future, step } = get();
      const previous = past.at(-1);
      if (previous === undefined) return;
      open = null;
      set({
        study: previous,
        settings: previous.base,
        past: past.slice(0, -1),
        future: [study, ...future],
        step: step + 1,
      });
    },
    redo() {
      const { study, past, future, step } = get();
      const [next, ...rest] = future;
      if (next === undefined) return;
      open = null;
      set({ study: next, settings: next.base, past: [...past, study], future: rest, step: step + 1 });
    },
  }));
}

export const useSettings = createSettingsStore(() => performance.now());
