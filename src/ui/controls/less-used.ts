import { DEFAULTS, type SettingName, type Settings } from '../../settings/schema.ts';

/** Settings that most sessions never touch: folded away under "More", as long as they are what they are by default. */
const LESS_USED: ReadonlySet<SettingName> = new Set([
  'secondLayer',
  'meanSd',
  'testPoints',
  'method',
  'loss',
  'space',
  'delta',
]);

/** Whether a setting's control may be folded away. Nothing that differs from its default is ever hidden. */
export const mayBeFolded = (name: SettingName, settings: Settings): boolean =>
  LESS_USED.has(name) && settings[name] === DEFAULTS[name];
