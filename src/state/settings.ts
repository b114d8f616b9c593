import { create } from 'zustand';
import { DEFAULTS, SETTING_NAMES, type Settings } from '../settings/schema.ts';

/** Changes of one setting that follow each other within this time are one step of undo (held-down arrow keys). */
const JOIN_MS = 1_000;
const MAX_UNDO = 200;

export interface SettingsState {
  readonly settings: Settings;
  readonly past: readonly Settings[];
  readonly future: readonly Settings[];
  /** Grows when a new step of undo begins, and not while one goes on: the link pushes or replaces by it. */
  readonly step: number;
  /**
   * Changes settings. While `held` (a slider under the pointer), and within a second, changes of the same settings
   * belong to one step of undo.
   */
  change(change: Partial<Settings>, options?: { readonly held?: boolean }): void;
  /** The pointer let go: the next change begins a new step. */
  release(): void;
  undo(): void;
  redo(): void;
}

/** The step of undo that may still be continued. Not state: nothing shown depends on it. */
interface OpenStep {
  readonly names: string;
  readonly held: boolean;
  readonly at: number;
}

/** @param now milliseconds of any steady clock */
export function createSettingsStore(now: () => number) {
  let open: OpenStep | null = null;

  return create<SettingsState>((set, get) => ({
    settings: DEFAULTS,
    past: [],
    future: [],
    step: 0,
    change(change, { held = false } = {}) {
      const { settings, past, step } = get();
      const changed = SETTING_NAMES.filter((name) => name in change && change[name] !== settings[name]);
      if (changed.length === 0) return;
      const names = changed.join();
      const joins = open !== null && open.names === names && (open.held || now() - open.at < JOIN_MS);
      open = { names, held, at: now() };
      set({
        settings: { ...settings, ...change },
        past: joins ? past : [...past, settings].slice(-MAX_UNDO),
        future: [],
        step: joins ? step : step + 1,
      });
    },
    release() {
      open = null;
    },
    undo() {
      const { settings, past, future, step } = get();
      const previous = past.at(-1);
      if (previous === undefined) return;
      open = null;
      set({ settings: previous, past: past.slice(0, -1), future: [settings, ...future], step: step + 1 });
    },
    redo() {
      const { settings, past, future, step } = get();
      const [next, ...rest] = future;
      if (next === undefined) return;
      open = null;
      set({ settings: next, past: [...past, settings], future: rest, step: step + 1 });
    },
  }));
}

export const useSettings = createSettingsStore(() => performance.now());

/** Whether all settings are equal, including those that have no effect. */
export function sameSettings(a: Settings, b: Settings): boolean {
  return SETTING_NAMES.every((name) => a[name] === b[name]);
}
