/** Sweeps of coordinate ascent, and the change of a sweep at which it has converged. */
const SWEEPS = 20_000;
const SETTLED = 1e-13;

/**
 * ‖z*‖ of the max-margin predictor through the origin, min ‖z‖ with y_i ⟨z, x_i⟩ ≥ 1, by Hildreth's coordinate ascent on
 * its dual: ‖z*‖² = Σ α_i, α ≥ 0.
 *
 * @param gram n×n
 * @returns null where it has not converged: the data may not be separable
 */
export function maxMarginNorm(gram: Float64Array, y: Float64Array): number | null {
  const n = y.length;
  const alpha = new Float64Array(n);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let most = 0;
    let change = 0;
    for (let i = 0; i < n; i++) {
      let margin = 0;
      for (let k = 0; k < n; k++) margin += alpha[k]! * y[k]! * y[i]! * gram[i * n + k]!;
      const next = Math.max(0, alpha[i]! + (1 - margin) / gram[i * n + i]!);
      change = Math.max(change, Math.abs(next - alpha[i]!));
      most = Math.max(most, next);
      alpha[i] = next;
    }
    if (change <= SETTLED * most) return Math.sqrt(alpha.reduce((sum, value) => sum + value, 0));
  }
  return null;
}
