import type { Work } from '../slices.ts';

/**
 * Some rows of W as a symmetric operator whose eigenvalues are the squares of their singular values: W Wᵀ or Wᵀ W,
 * whichever is smaller. Both methods read the W of the view's last `update`.
 */
export interface ClassOperator {
  readonly dimension: number;
  /** norms[r] ← ‖w_r‖² at the operator's rows (norms has 2m entries). @returns their sum, ‖W‖_F² of these rows */
  squaredNorms(norms: Float64Array): number;
  /** y ← (W Wᵀ or Wᵀ W) x. */
  apply(x: Float64Array, y: Float64Array): void;
}

/** W as it is now, for the operators made of it. */
export interface WeightView {
  /** The rows from..to−1. */
  operator(from: number, to: number): ClassOperator;
  update(): Work;
}

/** ⟨a[at..at+count), x⟩ with four partial sums, so that additions need not wait for each other. */
export function dotRow(a: Float64Array, at: number, x: Float64Array, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    s0 += a[at + k]! * x[k]!;
    s1 += a[at + k + 1]! * x[k + 1]!;
    s2 += a[at + k + 2]! * x[k + 2]!;
    s3 += a[at + k + 3]! * x[k + 3]!;
  }
  for (; k < count; k++) s0 += a[at + k]! * x[k]!;
  return s0 + s1 + (s2 + s3);
}
