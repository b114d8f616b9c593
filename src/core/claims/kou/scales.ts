import { largestInner } from '../gram.ts';
import type { Run } from '../run.ts';

/** K's symbols for a run. */
export interface Scales {
  /** σ(z) = max(γz, z). */
  readonly gamma: number;
  /** η; 1 of the flow, whose time is what ηt is of steps. */
  readonly eta: number;
  /** a_i = η‖x_i‖²/(nm): the most that ρ_{j,r,i} moves in an epoch, or in a unit of the flow's time. */
  readonly a: Float64Array;
  /** The class of sample i's own neurons, 0 where y_i = +1, else 1: its part of a matrix of 2m rows. */
  readonly own: Int32Array;
  /** β = max |⟨w_{j,r}(0), x_i⟩|. */
  readonly beta: number;
  /** R_min and R_max, and R = R_max/R_min. */
  readonly rMin: number;
  readonly rMax: number;
  readonly R: number;
  /** p/R_min², p = max_{i≠k} |⟨x_i, x_k⟩|; NaN where it would be too dear to know. */
  readonly crossing: number;
}

/** To be had by `run.derive(scalesOf)`. */
export function scalesOf(run: Run): Scales {
  const { start, m, n, y, z0 } = run;
  const { experiment, facts, squaredNorms } = start;
  const { activation, method } = experiment;
  const { rMin, rMax } = facts;
  const eta = method.kind === 'flow' ? 1 : method.eta;
  return {
    gamma: activation.kind === 'leaky-relu' ? activation.gamma : NaN,
    eta,
    a: squaredNorms.map((norm) => (eta * norm) / (n * m)),
    own: Int32Array.from(y, (label) => (label > 0 ? 0 : 1)),
    beta: z0.reduce((most, z) => Math.max(most, Math.abs(z)), 0),
    rMin,
    rMax,
    R: rMax / rMin,
    crossing: largestInner(run) / (rMin * rMin),
  };
}
