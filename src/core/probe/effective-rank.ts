import { dot } from '../linalg/dot.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
import { transposed } from '../linalg/transposed.ts';
import { exp } from '../special/exp.ts';
import { log } from '../special/log.ts';

/** Of W the smaller side is at most so many, for all of its singular values are taken. */
export const LARGEST_SIDE = 1_024;

/** Multiply–adds of {@link singularValues}: a Gram matrix of the smaller side, and its eigenvalues. */
export function singularValuesCost(rows: number, columns: number): number {
  const [side, other] = rows <= columns ? [rows, columns] : [columns, rows];
  return side * side * (other / 2 + (4 / 3) * side);
}

/**
 * exp(H) with H = −Σ_k p_k log p_k and p_k = σ_k / Σ_l σ_l (Roy and Vetterli 2007, Def. 1): between 1, of rank one, and the
 * number of singular values, all equal. 0 where all are 0.
 */
export function effectiveRank(values: Float64Array): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return 0;
  let entropy = 0;
  for (const value of values) {
    const share = value / total;
    if (share > 0) entropy -= share * log(share);
  }
  return exp(entropy);
}

/**
 * All singular values of the rows from..to−1 of W (row-major, `dim` a row), descending: roots of the eigenvalues of A Aᵀ or
 * Aᵀ A, whichever is smaller. What is below 1e-7 of the largest is lost in the squares, and 0.
 */
export function singularValues(w: Float64Array, from: number, to: number, dim: number): Float64Array {
  const rows = to - from;
  const a = rows <= dim ? w.subarray(from * dim, to * dim) : transposed(w, from, to, dim);
  const [side, length] = rows <= dim ? [rows, dim] : [dim, rows];
  const gram = new Float64Array(side * side);
  for (let i = 0; i < side; i++) {
    for (let k = 0; k <= i; k++) {
      gram[i * side + k] = gram[k * side + i] = dot(a, i * length, a, k * length, length);
    }
  }
  const squares = symmetricEigenvalues(gram, side);
  const lost = side * Number.EPSILON * squares[0]!;
  return squares.map((square) => (square > lost ? Math.sqrt(square) : 0));
}
