import type { Work } from '../slices.ts';

/**
 * Some rows of W as a symmetric operator whose eigenvalues are the squares of their singular values: W Wᵀ or Wᵀ W,
 * whichever is smaller. Both methods read the W of the view's last `update`.
 */
export interface ClassOperator {
  readonly dimension: number;
  /** Multiply–adds of `apply`. */
  readonly work: number;
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
