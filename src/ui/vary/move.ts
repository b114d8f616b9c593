import { nudge } from '../../settings/slider.ts';
import type { NumberSpec } from '../../settings/spec.ts';
import type { AxisName } from '../../settings/study/axis.ts';
import { moveValue, sortAxis, toFront } from '../../settings/study/edit.ts';
import type { Study } from '../../settings/study/study.ts';

/** Brings the k-th value of the axis over a setting to the front. */
export const frontValue = (study: Study, name: AxisName, k: number): Study =>
  toFront(
    study,
    study.axes.findIndex(({ setting }) => setting === name),
    k,
  );

/** What is moved is in front; onto another value it does not go, and stays where it was. */
export function dragValue(study: Study, name: AxisName, k: number, value: number): Study {
  const inFront = frontValue(study, name, k);
  return moveValue(inFront, name, k, value) ?? inFront;
}

/** {@link dragValue}, and the values by size again. */
export const placeValue = (study: Study, name: AxisName, k: number, value: number): Study =>
  sortAxis(dragValue(study, name, k, value), name);

/** The next value for an arrow key that no other thumb has; the k-th itself at the end of the range. */
export function nextFree(
  spec: NumberSpec,
  values: readonly number[],
  k: number,
  direction: 1 | -1,
  large: boolean,
): number {
  const present = values[k]!;
  let next = present;
  do {
    const further = nudge(spec, next, direction, large);
    if (further === next) return present;
    next = further;
  } while (values.includes(next));
  return next;
}

/** Places of the values, by size: the order in which the thumbs stand. */
export const bySize = (values: readonly number[]): readonly number[] =>
  values.map((_, k) => k).sort((a, b) => values[a]! - values[b]!);
