import { exp } from './exp.ts';

/** 1 / (1 + e^−x), with full relative accuracy on both sides (e^x / (1 + e^x) below 0); error below 3 ulp. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}
