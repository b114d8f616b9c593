import { exp } from '../special/exp.ts';
import { log } from '../special/log.ts';
import type { Asymptotic } from './claim.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';

/** Fits a power of t to y. */
export const exponentOfTime =
  (y: (state: State) => number): Asymptotic['watch'] =>
  () => ({
    at: (state, fit) => fit.point(log(state.t), log(y(state))),
    quantity: (_t, logarithm) => exp(logarithm),
  });

/** Follows a quantity that is claimed to become, or to be, a constant. */
export const constantIn =
  (y: (state: State) => number): Asymptotic['watch'] =>
  () => ({ at: (state, fit) => fit.point(state.t, y(state)) });

/** A number of the start, the same at every epoch. */
export const constantOf =
  (of: (run: Run, first: State) => number): Asymptotic['watch'] =>
  (run) => {
    let value: number | null = null;
    return { at: (state, fit) => fit.point(state.t, (value ??= of(run, state))) };
  };
