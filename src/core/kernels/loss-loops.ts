import { exp } from '../special/exp.ts';
import { log1p } from '../special/log1p.ts';

/** The logistic loss: loss_i ← log(1 + e^−q_i) and slope_i ← −σ(−q_i), both of e = e^−|q_i| without cancellation. */
export function logisticLosses(
  margins: Float64Array,
  n: number,
  losses: Float64Array,
  slopes: Float64Array,
): void {
  for (let i = 0; i < n; i++) {
    const q = margins[i]!;
    const e = exp(-Math.abs(q));
    losses[i] = (q < 0 ? -q : 0) + log1p(e);
    slopes[i] = -((q > 0 ? e : 1) / (1 + e));
  }
}

/** The same slopes alone. */
export function logisticSlopes(margins: Float64Array, n: number, slopes: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const q = margins[i]!;
    const e = exp(-Math.abs(q));
    slopes[i] = -((q > 0 ? e : 1) / (1 + e));
  }
}
