import { SETTINGS } from '../schema.ts';
import { checkSettings, type CheckContext, type Problem } from '../validate.ts';
import { labelOf } from '../words.ts';
import { checkAxis, MAX_CURVES } from './axis.ts';
import { sizeProblem } from './bounds.ts';
import { isFront, pointsOf, type Study } from './study.ts';
import { pointInWords } from './words.ts';

/**
 * What is wrong with a study: with what is in front, with an axis, with one of its other experiments (which is named),
 * and with all of it together. Runnable if none is an error.
 */
export function checkStudy(study: Study, context: CheckContext = {}): readonly Problem[] {
  const known = checked.get(study);
  if (known !== undefined && known.fileDimension === context.fileDimension) return known.problems;
  const problems = problemsOf(study, context);
  checked.set(study, { fileDimension: context.fileDimension, problems });
  return problems;
}

/** The last answer on each study, which never changes: every control asks for it. */
const checked = new WeakMap<
  Study,
  { readonly fileDimension: number | undefined; readonly problems: readonly Problem[] }
>();

function problemsOf(study: Study, context: CheckContext): readonly Problem[] {
  const own = checkSettings(study.base, context);
  const axes = study.axes.flatMap((axis, a): Problem[] => {
    const checked = checkAxis(axis);
    if (!checked.ok) return [{ key: axis.setting, message: checked.message, severity: 'error' }];
    if (a > 0 || axis.values.length <= MAX_CURVES) return [];
    const message = `${labelOf(SETTINGS[axis.setting])} has ${axis.values.length} values: as curves, ${MAX_CURVES} are told apart`;
    return [{ key: axis.setting, message, severity: 'warning' }];
  });
  const wrong = [...own, ...axes];
  if (wrong.some(({ severity }) => severity === 'error')) return wrong;
  const others = pointsOf(study).filter((point) => !isFront(study, point));
  // One of each kind is enough to know what to mend, and a map has a thousand points.
  const found = new Map<string, Problem>();
  for (const point of others) {
    for (const problem of checkSettings(point.settings, context)) {
      if (problem.severity === 'warning' || found.has(problem.key)) continue;
      found.set(problem.key, { ...problem, message: `${pointInWords(study, point)}: ${problem.message}` });
    }
  }
  const all = [...wrong, ...found.values()];
  const tooLarge = sizeProblem(study, context);
  return tooLarge === null ? all : [...all, tooLarge];
}
