import type { SecondLayer } from '../experiment.ts';

/** a_r for r = 0..2m−1: + for the positive neurons (the first m), − for the negative; |a| = 1/m, 1/√(2m) or 1. */
export function secondLayerWeights(name: SecondLayer, m: number): Float64Array {
  const a = new Float64Array(2 * m).fill(secondLayerScale(name, m));
  for (let r = m; r < 2 * m; r++) a[r] = -a[r]!;
  return a;
}

export function secondLayerScale(name: SecondLayer, m: number): number {
  switch (name) {
    case '1/m':
      return 1 / m;
    case '1/sqrt(2m)':
      return 1 / Math.sqrt(2 * m);
    case '1':
      return 1;
  }
}
