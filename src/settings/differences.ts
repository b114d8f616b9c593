import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from './schema.ts';
import type { SettingSpec } from './spec.ts';
import { axisOf, type Study } from './study/study.ts';
import { valuesInWords } from './study/words.ts';
import { displayValue, shortName } from './words.ts';

/** One setting with two values. */
export interface Difference {
  readonly name: SettingName;
  /** Its symbol, or its name where it has none. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The settings that differ and have an effect in `after`, in the table's order, in words. */
export function differencesOf(before: Settings, after: Settings): readonly Difference[] {
  return SETTING_NAMES.filter((name) => {
    const { appliesTo }: SettingSpec = SETTINGS[name];
    return before[name] !== after[name] && (appliesTo?.(after) ?? true);
  }).map((name) => {
    const spec: SettingSpec = SETTINGS[name];
    return {
      name,
      label: shortName(spec),
      before: displayValue(spec, before[name]),
      after: displayValue(spec, after[name]),
    };
  });
}

/** What two studies vary, and how what is in front differs in what neither varies. */
export function studyDifferences(before: Study, after: Study): readonly Difference[] {
  const varied = new Set([...before.axes, ...after.axes].map(({ setting }) => setting as SettingName));
  const axes = [...varied].flatMap((name): Difference[] => {
    const [was, is] = [valuesInWords(before, name), valuesInWords(after, name)];
    if (was === is) return [];
    return [{ name, label: shortName(SETTINGS[name]), before: was, after: is }];
  });
  const settings = differencesOf(before.base, after.base).filter(
    ({ name }) => !varied.has(name) && axisOf(after, name) === null,
  );
  return [...axes, ...settings];
}

/**
 * A few differences as a phrase: "γ 0.1 → 0.25, m 100 → 200 and 3 more".
 * @param values `after` alone leaves out what they were
 */
export function differencePhrase(
  differences: readonly Difference[],
  most: number,
  values: 'both' | 'after' = 'both',
): string {
  const shown = differences
    .slice(0, most)
    .map(({ label, before, after }) =>
      values === 'both' ? `${label} ${before} → ${after}` : `${label} ${after}`,
    );
  const rest = differences.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
