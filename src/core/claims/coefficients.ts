import { blocksOf } from './blocks.ts';
import type { Run, Statistic } from './run.ts';

/** Of ρ_{j,r,k} = C_rk ‖u_k‖² over the neurons of a class: 2K entries each, those of the positive neurons first. */
export interface ColumnStatistics {
  readonly least: Float64Array;
  readonly greatest: Float64Array;
  /** Σ_r of what is positive, and of what is negative. */
  readonly positive: Float64Array;
  readonly negative: Float64Array;
}

/** K Def. 5.1's ρ, and F's and M's coefficients of the features, class by class. */
export function columnStatistics({ m, start }: Run): Statistic<ColumnStatistics> {
  const { squaredNorms } = start;
  const K = squaredNorms.length;
  const make = () => new Float64Array(2 * K);
  const all = { least: make(), greatest: make(), positive: make(), negative: make() };
  const { least, greatest, positive, negative } = all;
  const blocks = blocksOf(m, K);
  return {
    at({ c }) {
      least.fill(Infinity);
      greatest.fill(-Infinity);
      positive.fill(0);
      negative.fill(0);
      for (const { part, from, to } of blocks) {
        for (let k = 0, at = part * K; k < K; k++, at++) {
          let low = least[at]!;
          let high = greatest[at]!;
          let above = 0;
          let below = 0;
          for (let e = from * K + k; e < to * K; e += K) {
            const value = c[e]!;
            if (value < low) low = value;
            if (value > high) high = value;
            if (value > 0) above += value;
            else below += value;
          }
          least[at] = low;
          greatest[at] = high;
          positive[at] = positive[at]! + above;
          negative[at] = negative[at]! + below;
        }
      }
      for (let at = 0; at < 2 * K; at++) {
        const norm = squaredNorms[at % K]!;
        for (const values of [least, greatest, positive, negative]) values[at] = values[at]! * norm;
      }
      return all;
    },
  };
}
