import { create } from 'zustand';
import { SETTINGS, SETTING_NAMES, type SettingName, type Settings } from '../settings/schema.ts';
import type { SettingSpec } from '../settings/spec.ts';
import { useSettings } from './settings.ts';

/** So many sliders are docked beside the charts of a lecture, at most. */
export const MOST_DOCKED = 4;

/**
 * What is set up for the occasion, beside what links hold: it belongs to the room, or to the hand, and stays with the
 * browser (stage-memory.ts).
 */
export interface StageState {
  /** Ids of the lecture's charts, in order; those that the data has not give way to the first that it has. */
  readonly charts: readonly string[];
  /** How many of them are shown. */
  readonly count: 1 | 2;
  /** The settings docked beside them, at most four; null for those that most lectures move. */
  readonly docked: readonly SettingName[] | null;
  /** The setting that was touched last, for the one slider of a phone; null before the first. */
  readonly touched: SettingName | null;
  set(change: Partial<Omit<StageState, 'set'>>): void;
}

export const useStage = create<StageState>((set) => ({
  charts: [],
  count: 2,
  docked: null,
  touched: null,
  set,
}));

/** The settings that most lectures move, in this order. */
const USUAL: readonly SettingName[] = ['gamma', 'sigma0', 'eta', 'm'];
/** The first of these is under a phone's chart until another is touched. */
const FIRST: readonly SettingName[] = ['sigma0', 'gamma', 'eta'];

/** Whether a setting has a slider, with these settings. */
export function hasSlider(name: SettingName, settings: Settings): boolean {
  const spec: SettingSpec = SETTINGS[name];
  return (spec.kind === 'real' || spec.kind === 'integer') && (spec.appliesTo?.(settings) ?? true);
}

/** All settings with a slider, in the order of the table. */
export const sliders = (settings: Settings): readonly SettingName[] =>
  SETTING_NAMES.filter((name) => hasSlider(name, settings));

/** The sliders docked beside the lecture's charts. */
export function dockedSliders(docked: StageState['docked'], settings: Settings): readonly SettingName[] {
  return (docked ?? USUAL).filter((name) => hasSlider(name, settings)).slice(0, MOST_DOCKED);
}

/** The slider of the moment: of the setting touched last, if that has one now. */
export function sliderOfTheMoment(touched: StageState['touched'], settings: Settings): SettingName | null {
  const candidates = touched === null ? FIRST : [touched, ...FIRST];
  return candidates.find((name) => hasSlider(name, settings)) ?? sliders(settings)[0] ?? null;
}

/** Docks a slider, or takes it away; a fifth is not taken. */
export function toggledSlider(docked: readonly SettingName[], name: SettingName): readonly SettingName[] {
  if (docked.includes(name)) return docked.filter((other) => other !== name);
  return docked.length < MOST_DOCKED ? [...docked, name] : docked;
}

/**
 * Keeps `touched`: a change of exactly one setting is a touch; a preset, a link or a file changes several.
 * @returns how to stop
 */
export function followTouches(): () => void {
  return useSettings.subscribe(({ settings }, { settings: before }) => {
    const changed = SETTING_NAMES.filter((name) => settings[name] !== before[name]);
    const [name] = changed;
    if (changed.length === 1 && name !== undefined && hasSlider(name, settings)) {
      useStage.getState().set({ touched: name });
    }
  });
}
