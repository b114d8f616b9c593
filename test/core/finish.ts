import type { Work } from '../../src/core/slices.ts';

/** The result of sliced work, all of it done at once. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
