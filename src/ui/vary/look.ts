import { lookOf, type Look } from '../../charts/data/looks.ts';
import type { Axis } from '../../settings/study/axis.ts';
import { atValue, type Study } from '../../settings/study/study.ts';
import { valueInWords } from '../../settings/study/words.ts';

/** How the k-th value of the study's a-th axis looks in the charts; null of the second axis, whose values are no curves. */
export function lookOfValue(study: Study, a: number, axis: Axis, k: number): Look | null {
  if (a > 0) return null;
  const settings = atValue(study.base, axis, k);
  return lookOf({
    point: { at: [k], pin: null, settings },
    curve: { setting: axis.setting, place: k, of: axis.values.length },
    name: valueInWords(axis.setting, settings),
    recordings: [],
  });
}
