import type { Work } from '../slices.ts';

/** The largest eigenvalue of an operator of W(0), as Lanczos' method found it. */
export interface StartPair {
  readonly largest: number;
  /** Its unit eigenvector. */
  readonly vector: Float64Array;
  /** Products that it took. */
  readonly steps: number;
  /** Bound of the other eigenvalues; ∞ when none was found. */
  readonly restBelow: number;
}

/** What was measured of an operator of W(0); null until it is. */
export interface StartMemo {
  pair: StartPair | null;
  singularValues: Float64Array | null;
}

/**
 * Some rows of W as a symmetric operator whose eigenvalues are the squares of their singular values: W Wᵀ or Wᵀ W,
 * whichever is smaller; of the W of the view's last `update`.
 */
export interface ClassOperator {
  /** Of which it is: W Wᵀ (a coordinate a row), or Wᵀ W (the view's coordinates of a row's entries). */
  readonly of: 'rows' | 'columns';
  readonly dimension: number;
  /** Multiply–adds of `apply`. */
  readonly work: number;
  /** y ← (W Wᵀ or Wᵀ W) x; both are arrays of the kernels. */
  apply(x: Float64Array, y: Float64Array): void;
  /** What was measured of it before in other runs, while W is W(0); null once W has moved. Absent where nobody remembers. */
  atStart?(): StartMemo | null;
}

/** The operators and norms of W. */
export interface WeightView {
  /** The rows from..to−1. */
  operator(from: number, to: number): ClassOperator;
  /** Takes a row of `dim` entries, in the problem's coordinates, to the view's: those of its operators of columns. */
  toCoordinates(row: Float64Array): void;
  /** Multiply–adds of `update`. */
  readonly updateWork: number;
  /** Takes W as it is now; nothing to do where the view reads the state of the space itself. */
  update(): Work;
  /** norms[r] ← ‖w_r‖²: 2m entries. */
  squaredNorms(norms: Float64Array): void;
}
