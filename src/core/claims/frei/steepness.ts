import { exp } from '../../special/exp.ts';
import type { Run, Statistic } from '../run.ts';
import type { State } from '../state.ts';

/** F (16): g_i = −ℓ′(q_i). */
export interface Steepness {
  /** n entries. */
  readonly g: Float64Array;
  /** Ĝ = (1/n) Σ g_i. */
  mean: number;
  /** Σ_{s<t} Ĝ(s); NaN once an epoch before was not recorded. */
  total: number;
}

/** Recomputed from the margins. */
export function steepness(run: Run): Statistic<Steepness> {
  const { n, start } = run;
  const exponential = start.experiment.loss === 'exponential';
  const result: Steepness = { g: new Float64Array(n), mean: 0, total: 0 };
  let last = -1;
  let total = 0;
  const measure = ({ margins }: State): void => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const e = exp(-margins[i]!);
      // Without overflow where e is large, without cancellation where it is small.
      result.g[i] = exponential ? e : e > 1 ? 1 - 1 / (1 + e) : e / (1 + e);
      sum += result.g[i]!;
    }
    result.mean = sum / n;
  };
  return {
    at(state) {
      measure(state);
      result.total = state.t === last + 1 ? total : NaN;
      return result;
    },
    keep(state) {
      measure(state);
      total = state.t === last + 1 ? total + result.mean : NaN;
      last = state.t;
    },
  };
}

/** What a claim that sums over all epochs says where it cannot. */
export const gaps = (): string => 'epochs were left out between those that are recorded';
