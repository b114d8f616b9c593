import { DATA } from './schema/data.ts';
import { NETWORK } from './schema/network.ts';
import { REGULARISATION } from './schema/regularisation.ts';
import { RUNS } from './schema/runs.ts';
import { TRAINING } from './schema/training.ts';
import type { Answers, SettingSpec, ValueOf } from './spec.ts';

/**
 * The one table of settings: it drives the sliders, the links, the validation and docs/settings.md.
 * Defaults are K's Figure 1 (K §6; σ₀ = 0.001 is inferred, see docs/settings.md), so the empty link opens it.
 */
export const SETTINGS = {
  ...NETWORK,
  ...DATA,
  ...TRAINING,
  ...REGULARISATION,
  ...RUNS,
} as const satisfies Record<string, SettingSpec>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { readonly [K in SettingName]: ValueOf<(typeof SETTINGS)[K]> };

/** A row of the table, by the name that it has under these settings. */
export function specIn(name: SettingName, settings: Answers): SettingSpec {
  const spec: SettingSpec = SETTINGS[name];
  return spec.nameIn ? { ...spec, name: spec.nameIn(settings) } : spec;
}

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** What one group of the controls and of docs/settings.md holds. */
export interface SettingGroup {
  readonly id: 'network' | 'data' | 'training' | 'regularisation' | 'runs';
  readonly title: string;
  readonly names: readonly SettingName[];
}

const namesOf = (rows: Partial<typeof SETTINGS>): readonly SettingName[] =>
  SETTING_NAMES.filter((name) => Object.hasOwn(rows, name));

/** The settings as people think of them. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  { id: 'network', title: 'Network', names: namesOf(NETWORK) },
  { id: 'data', title: 'Data', names: namesOf(DATA) },
  { id: 'training', title: 'Training', names: namesOf(TRAINING) },
  { id: 'regularisation', title: 'Regularisation', names: namesOf(REGULARISATION) },
  { id: 'runs', title: 'Runs', names: namesOf(RUNS) },
];

export const DEFAULTS: Settings = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SETTINGS[name].default]),
) as unknown as Settings;
