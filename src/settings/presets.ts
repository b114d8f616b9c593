import { FILE_PRESETS } from './presets/files.ts';
import { FREI_PRESETS } from './presets/frei.ts';
import { KOU_PRESETS } from './presets/kou.ts';
import { MENG_PRESETS } from './presets/meng.ts';
import type { Preset, PresetGroup } from './presets/preset.ts';
import { DEFAULTS, SETTING_NAMES, type Settings } from './schema.ts';

export { pictureOf, type PictureCurve } from './presets/picture.ts';
export type { Preset, PresetGroup } from './presets/preset.ts';

/** All presets as a menu shows them. */
export const PRESET_GROUPS: readonly PresetGroup[] = [
  { id: 'rank', title: 'How low does the rank go?', presets: KOU_PRESETS },
  { id: 'clusters', title: 'Clusters and wrong labels', presets: FREI_PRESETS },
  { id: 'regularisation', title: 'Signal, noise and regularisation', presets: MENG_PRESETS },
  { id: 'files', title: 'Your own data', presets: FILE_PRESETS },
];

/** All presets in the menu's order. */
export const PRESETS: readonly Preset[] = PRESET_GROUPS.flatMap(({ presets }) => presets);

/** What a page opens whose address says nothing. */
export const FIRST_PRESET: Preset = PRESETS[0]!;

/** All settings of a preset. `file`: the file that is open, kept by the presets that train on any. */
export function settingsOf(preset: Preset, file = ''): Settings {
  const settings = { ...DEFAULTS, ...preset.settings };
  return settings.data === 'dataset' && settings.file === '' ? { ...settings, file } : settings;
}

/** The preset with these settings, whichever file is open and whichever compared mode in front; null if there is none. */
export function presetOf(settings: Settings): Preset | null {
  const matches = (preset: Preset): boolean => {
    const wanted = settingsOf(preset, settings.file);
    // Of modes side by side, which one is in front is a way of looking at the same experiment.
    const looks = (name: keyof Settings): boolean => name === 'regularizer' && wanted.compare;
    return SETTING_NAMES.every((name) => wanted[name] === settings[name] || looks(name));
  };
  return PRESETS.find(matches) ?? null;
}
