import { lookOf, type Look } from '../../charts/data/looks.ts';
import type { Study } from '../../settings/study/study.ts';
import { pointInWords } from '../../settings/study/words.ts';

/** How the k-th pin of a study looks in every chart, and what it is called. */
export function lookOfPin(study: Study, k: number): Look {
  const point = { at: null, pin: k, settings: study.pins[k]!.settings };
  return lookOf({ point, curve: null, name: pointInWords(study, point), recordings: [] });
}
