import { BEYOND_PRESETS } from './presets/beyond.ts';
import { FILE_PRESETS } from './presets/files.ts';
import { FREI_FIGURES } from './presets/figures-frei.ts';
import { KOU_FIGURES } from './presets/figures-kou.ts';
import { MENG_FIGURE_PRESETS } from './presets/figures-meng.ts';
import { FREI_PRESETS } from './presets/frei.ts';
import { KOU_PRESETS } from './presets/kou.ts';
import { MENG_PRESETS } from './presets/meng.ts';
import { PLANE_PRESETS } from './presets/plane.ts';
import type { Preset, PresetGroup } from './presets/preset.ts';
import { DEFAULTS, type Settings } from './schema.ts';
import { atPlaces, frontOf, sameSettings, type Study } from './study/study.ts';

export type { Preset, PresetGroup } from './presets/preset.ts';

/** Every figure on synthetic data, with all its curves. */
const FIGURES: readonly Preset[] = [...KOU_FIGURES, ...FREI_FIGURES, ...MENG_FIGURE_PRESETS];

/** All presets as a menu shows them. */
export const PRESET_GROUPS: readonly PresetGroup[] = [
  { id: 'rank', title: 'How low does the rank go?', presets: KOU_PRESETS },
  { id: 'plane', title: 'Seen whole', presets: PLANE_PRESETS },
  { id: 'clusters', title: 'Clusters and wrong labels', presets: FREI_PRESETS },
  { id: 'regularisation', title: 'Signal, noise and regularisation', presets: MENG_PRESETS },
  { id: 'beyond', title: 'What the papers leave open', presets: BEYOND_PRESETS },
  { id: 'figures', title: 'Whole figures of the papers', presets: FIGURES },
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

/** The whole of a preset. `file` as for {@link settingsOf}. */
export const studyOf = (preset: Preset, file = ''): Study => ({
  base: settingsOf(preset, file),
  axes: preset.axes ?? [],
  pins: [],
});

/**
 * The preset that this study is, whichever file is open and whichever value of an axis is in front, and whatever is
 * pinned; null if there is none.
 */
export function presetOf(study: Study): Preset | null {
  let preset = known.get(study);
  if (preset === undefined) {
    preset = PRESETS.find((each) => isOf(study, each) || isPrinted(study, each)) ?? null;
    known.set(study, preset);
  }
  return preset;
}

/** Which preset a study is: several parts of the page ask, at every move of a slider. */
const known = new WeakMap<Study, Preset | null>();

/** Whether a study is a preset's in the paper's own size. */
export const isPrinted = (study: Study, preset: Preset): boolean =>
  preset.printed !== undefined &&
  isOf(study, { ...preset, settings: { ...preset.settings, ...preset.printed } });

/** A study of a preset in the paper's own size; null where that is its only one. */
export const printedOf = (preset: Preset): Study | null =>
  preset.printed === undefined
    ? null
    : studyOf({ ...preset, settings: { ...preset.settings, ...preset.printed } });

function isOf(study: Study, preset: Preset): boolean {
  if (JSON.stringify(preset.axes ?? []) !== JSON.stringify(study.axes)) return false;
  const wanted = atPlaces(settingsOf(preset, study.base.file), study.axes, frontOf(study));
  return sameSettings(wanted, study.base);
}
