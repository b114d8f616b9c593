import type { Study } from '../../../settings/study/study.ts';

/** Whether the ends of a study's flows are values of an axis, or go along with one: then they were chosen one by one. */
export const logTimeIsChosen = ({ axes }: Study): boolean =>
  axes.some(
    ({ setting, along }) => setting === 'logTime' || along.some((other) => other.setting === 'logTime'),
  );
