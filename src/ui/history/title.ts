import { differencePhrase, studyDifferences } from '../../settings/differences.ts';
import { PRESETS, presetOf, studyOf, type Preset } from '../../settings/presets.ts';
import { DEFAULTS } from '../../settings/schema.ts';
import { singleStudy, type Study } from '../../settings/study/study.ts';

/** With more that differs, a study is nobody's experiment changed. */
const MOST = 4;

/** A study in a list. */
export interface Title {
  /** The paper's question it is, or began as; "Your own settings" else. */
  readonly title: string;
  /** What differs from that, what is varied included; '' where nothing does. */
  readonly detail: string;
}

export function titleOf(study: Study): Title {
  const pinned = study.pins.length === 0 ? [] : [`${study.pins.length} pinned`];
  const preset = presetOf(study);
  if (preset !== null) return { title: preset.question, detail: pinned.join('') };
  const near = nearest(study);
  const differences =
    near === null
      ? studyDifferences(singleStudy(DEFAULTS), study)
      : studyDifferences(studyOf(near, study.base.file), study);
  return {
    title: near?.question ?? 'Your own settings',
    detail: [differencePhrase(differences, MOST, 'after'), ...pinned]
      .filter((part) => part !== '')
      .join('; '),
  };
}

/** The preset with the fewest differences. */
function nearest(study: Study): Preset | null {
  const near = PRESETS.map((preset) => ({
    preset,
    count: studyDifferences(studyOf(preset, study.base.file), study).length,
  })).reduce((best, next) => (next.count < best.count ? next : best));
  return near.count <= MOST ? near.preset : null;
}
