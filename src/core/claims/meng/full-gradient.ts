import type { Run } from '../run.ts';
import { scalesOf } from './scales.ts';

/**
 * D = ∂L/∂Z and Ḋ = ∂(½‖∇L‖²)/∂Z, 2m×K: the Hessian of L along its own gradient, by differentiating D in the direction
 * Ż = DG (forward mode), so that a step of FGR is −η(D + λḊ) (M §5.4; CLAIMS C2, C3).
 *
 * @param steepness |ℓ′_i|, n entries
 */
export function fullGradientStep(
  run: Run,
  gram: Float64Array,
  z: Float64Array,
  steepness: Float64Array,
): { readonly first: Float64Array; readonly second: Float64Array } {
  const { m, n, y } = run;
  const { K, c } = run.derive(scalesOf);
  const [first, second, along] = [z, z, z].map(({ length }) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const a = (r: number): number => (r < m ? c : -c);
  for (let r = 0; r < 2 * m; r++) {
    for (let i = 0; i < n; i++) {
      const pull = (-steepness[i]! * y[i]! * a(r)) / n;
      first[r * K]! += pull * 2 * Math.max(0, y[i]! * z[r * K]!) * y[i]!;
      first[r * K + 1 + i] = pull * 2 * Math.max(0, z[r * K + 1 + i]!);
    }
    for (let k = 0; k < K; k++) {
      let sum = 0;
      for (let e = 0; e < K; e++) sum += first[r * K + e]! * gram[e * K + k]!;
      along[r * K + k] = sum;
    }
  }
  for (let i = 0; i < n; i++) {
    // q̇_i, and with it ℓ′_i moves by ℓ″_i q̇_i.
    let turn = 0;
    for (let r = 0; r < 2 * m; r++) {
      const signal = 2 * Math.max(0, y[i]! * z[r * K]!) * y[i]! * along[r * K]!;
      const noise = 2 * Math.max(0, z[r * K + 1 + i]!) * along[r * K + 1 + i]!;
      turn += y[i]! * a(r) * (signal + noise);
    }
    const s = steepness[i]!;
    const bend = s * (1 - s) * turn;
    for (let r = 0; r < 2 * m; r++) {
      const weight = (y[i]! * a(r)) / n;
      const signal = y[i]! * z[r * K]!;
      const noise = z[r * K + 1 + i]!;
      if (signal > 0) second[r * K]! += weight * (bend * 2 * signal * y[i]! - s * 2 * along[r * K]!);
      if (noise > 0) second[r * K + 1 + i] = weight * (bend * 2 * noise - s * 2 * along[r * K + 1 + i]!);
    }
  }
  return { first, second };
}

/**
 * Lemma 5.8’s closed form of Ḋ in coefficients of the features, for noise patches that are orthogonal to each other, with
 * S_{j,r} = Σ_i ℓ′_i R(⟨w_{j,r}, y_iμ⟩) and a second layer ±c:
 *
 *   (8c³/n²) ‖μ‖² Σ_i ℓ″_i [Σ_{j′,r′} S_{j′,r′} R(⟨w_{j′,r′}, y_iμ⟩)] (R(⟨w, y_iμ⟩) jμ + R(⟨w, ξ_i⟩) jy_iξ_i)
 *   + (4c²/n²) ‖μ‖² S_{j,r} Σ_i ℓ′_i 1(⟨w, y_iμ⟩ > 0) y_iμ + (4c²/n²) Σ_i ℓ′_i² R(⟨w, ξ_i⟩) ‖ξ_i‖² ξ_i
 *   + (8c³/n²) Σ_i ℓ′_iℓ″_i ‖ξ_i‖² [Σ_{j′,r′} R²(⟨w_{j′,r′}, ξ_i⟩)] (R(⟨w, y_iμ⟩) jμ + R(⟨w, ξ_i⟩) jy_iξ_i)
 *
 * @param outer 8c³, and as printed 4c²
 * @param mixed whether the last bracket has R(⟨w, ξ_i⟩) jμ, as printed
 */
export function orthogonalSecond(
  run: Run,
  z: Float64Array,
  steepness: Float64Array,
  outer: number,
  mixed: boolean,
): Float64Array {
  const { m, n, y } = run;
  const { K, c, squaredSignal, squaredNoise } = run.derive(scalesOf);
  const second = new Float64Array(z.length);
  const signalOf = (r: number, i: number): number => Math.max(0, y[i]! * z[r * K]!);
  const noiseAt = (r: number, i: number): number => Math.max(0, z[r * K + 1 + i]!);
  const S = Float64Array.from({ length: 2 * m }, (_, r) =>
    steepness.reduce((sum, s, i) => sum - s * signalOf(r, i), 0),
  );
  for (let i = 0; i < n; i++) {
    const s = steepness[i]!;
    let shared = 0;
    let squares = 0;
    for (let r = 0; r < 2 * m; r++) {
      shared += S[r]! * signalOf(r, i);
      squares += noiseAt(r, i) * noiseAt(r, i);
    }
    const bend = s * (1 - s);
    const fromSignal = (outer * squaredSignal * bend * shared) / (n * n);
    const fromNoise = (-outer * s * bend * squaredNoise[i]! * squares) / (n * n);
    for (let r = 0; r < 2 * m; r++) {
      const j = r < m ? 1 : -1;
      const [signal, noise] = [signalOf(r, i), noiseAt(r, i)];
      second[r * K]! += j * (fromSignal * signal + fromNoise * (mixed ? noise : signal));
      if (signal > 0) second[r * K]! -= ((4 * c * c) / (n * n)) * squaredSignal * S[r]! * s * y[i]!;
      second[r * K + 1 + i] =
        (fromSignal + fromNoise) * j * y[i]! * noise +
        ((4 * c * c) / (n * n)) * s * s * noise * squaredNoise[i]!;
    }
  }
  return second;
}
