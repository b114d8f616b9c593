import type { Run, Statistic } from '../run.ts';
import { outputs } from './outputs.ts';

/** The epoch before, kept. */
export interface Before {
  /** 2m×n, as of a state. */
  readonly c: Float64Array;
  readonly z: Float64Array;
  /** q_i and |ℓ′_i|, from the definition. */
  readonly margins: Float64Array;
  readonly steepness: Float64Array;
}

/** Null where epoch t − 1 was not recorded. */
export function before(run: Run): Statistic<Before | null> {
  const size = 2 * run.m * run.n;
  const now = run.share(outputs);
  const kept: Before = {
    c: new Float64Array(size),
    z: new Float64Array(size),
    margins: new Float64Array(run.n),
    steepness: new Float64Array(run.n),
  };
  let last = -2;
  return {
    at: ({ t }) => (t === last + 1 ? kept : null),
    keep(state) {
      const { margins, steepness } = now(state);
      last = state.t;
      kept.c.set(state.c);
      kept.z.set(state.z);
      kept.margins.set(margins);
      kept.steepness.set(steepness);
    },
  };
}
