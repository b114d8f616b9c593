import { solveProgramme } from './programme.ts';

/** z* = Σ α_i y_i x_i: min ½‖z‖² with y_i⟨z, x_i⟩ ≥ 1 for all i, through the origin. */
export interface Predictor {
  /** α ≥ 0, n entries. */
  readonly alpha: Float64Array;
  /** ‖z*‖ = √(Σ α_i). */
  readonly norm: number;
}

/**
 * The ℓ₂-max-margin linear predictor of F Theorem 3.2(7).
 *
 * @param gram n×n
 * @returns null where no hyperplane through the origin separates the data
 */
export function maxMarginPredictor(gram: Float64Array, y: Float64Array): Predictor | null {
  const n = y.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) matrix[i * n + k] = y[i]! * y[k]! * gram[i * n + k]!;
  }
  const end = solveProgramme({ n, matrix, linear: new Float64Array(n).fill(1) });
  if (end.kind === 'unbounded') return null;
  return { alpha: end.lambda, norm: Math.sqrt(end.lambda.reduce((sum, value) => sum + value, 0)) };
}

/** y_i⟨z*, x_i⟩, n entries. */
export function predictorMargins({ alpha }: Predictor, gram: Float64Array, y: Float64Array): Float64Array {
  const n = y.length;
  return y.map((label, i) => {
    let inner = 0;
    for (let k = 0; k < n; k++) inner += alpha[k]! * y[k]! * gram[i * n + k]!;
    return label * inner;
  });
}
