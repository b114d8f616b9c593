import { columnStatistics } from '../coefficients.ts';
import type { Run, Statistic } from '../run.ts';
import { scalar } from '../state.ts';
import { largestOf } from './coefficients.ts';

/** Since when every neuron fires for the samples of its own class and no others (Lemma 5.6). */
export interface Settled {
  /** T_act: the first recorded epoch of which that is so; −1 before. */
  since: number;
  /** C′ = max |ρ(T_act)|. */
  largest: number;
  /** max_r ρ − min_r ρ at T_act: 2n entries. */
  readonly spread: Float64Array;
  /** Whether it was so at the last recorded epoch, too. */
  before: boolean;
}

export function settled(run: Run): Statistic<Settled> {
  const coefficients = run.share(columnStatistics);
  const result: Settled = { since: -1, largest: 0, spread: new Float64Array(2 * run.n), before: false };
  return {
    at(state) {
      if (result.since >= 0 || scalar(state, 'agreement') < 1) return result;
      const rho = coefficients(state);
      result.since = state.t;
      result.largest = largestOf(rho);
      for (let at = 0; at < result.spread.length; at++) {
        result.spread[at] = rho.greatest[at]! - rho.least[at]!;
      }
      return result;
    },
    keep(state) {
      result.before = scalar(state, 'agreement') === 1;
    },
  };
}

/** What a claim that begins at T_act says before it. */
export const unsettled = (): string =>
  'no recorded epoch has sign⟨w, x_i⟩ = j·y_i for all neurons and samples';
