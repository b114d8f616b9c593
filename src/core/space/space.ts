import type { Work } from '../slices.ts';

/** Rows that `testRows` makes at once, at most. */
export const TEST_ROWS = 16;

/** Where W moves. Both spaces keep the decomposition w_r = w_r(0) + Σ_k C_rk u_k (K Def. 5.1) and give the same W. */
export interface Space {
  readonly kind: 'feature' | 'weight';
  /** C, 2m×K. */
  readonly c: Float64Array;
  /** Z = W Uᵀ, 2m×K; current after `refresh`. */
  readonly z: Float64Array;
  /** Makes Z current. */
  refresh(): Work;
  /** out ← the columns of Z of the given features: 2m×(their number). */
  gather(features: Int32Array, out: Float64Array): Work;
  /**
   * Takes the direction D U of a step, D = ∂L̃/∂Z for the features of D's columns (null: all K, in order): held as
   * P = D G in feature space, as D U itself in weight space. D must stay as it is until the step.
   */
  aim(d: Float64Array, features: Int32Array | null): Work;
  /** ‖D U‖_F² of the last `aim`, which has to be at all K features: ‖∇_W L‖_F² for D = ∂L/∂Z. */
  squaredLength(): number;
  /** W ← W − η D U of the last `aim`. Z is current afterwards only in feature space. */
  step(eta: number): void;
  /** out ← rows from..to−1 of W X_testᵀ, at most {@link TEST_ROWS}: (to−from)×(test patches). */
  testRows(from: number, to: number, out: Float64Array): Work;
  /** Multiply–adds of one row of `testRows`. */
  readonly testWorkPerRow: number;
}
