import { exp } from '../special/exp.ts';
import { SCALARS } from '../observe/quantities.ts';
import type { Run, Statistic } from './run.ts';

/** The epoch before, kept. */
export interface Before {
  /** 2m×K, as of a state. */
  readonly c: Float64Array;
  readonly z: Float64Array;
  /** q_i as recorded, and |ℓ′_i| = 1/(1 + e^{q_i}) of the logistic loss. */
  readonly margins: Float64Array;
  readonly steepness: Float64Array;
  readonly scalars: Float64Array;
}

/** Null where epoch t − 1 was not recorded, or thinned claims are not watched now. */
export function before(run: Run): Statistic<Before | null> {
  const size = run.z0.length;
  const kept: Before = {
    c: new Float64Array(size),
    z: new Float64Array(size),
    margins: new Float64Array(run.n),
    steepness: new Float64Array(run.n),
    scalars: new Float64Array(SCALARS.length),
  };
  let last = -2;
  return {
    at: ({ t }) => (t === last + 1 ? kept : null),
    keep(state, due) {
      if (!due) return;
      // Not before: of groups of neurons the rows are made when they are read.
      const { t, c, z, margins, scalars } = state;
      last = t;
      kept.c.set(c);
      kept.z.set(z);
      kept.margins.set(margins);
      kept.scalars.set(scalars);
      for (let i = 0; i < margins.length; i++) kept.steepness[i] = 1 / (1 + exp(margins[i]!));
    },
  };
}
