import { linearDecision } from './decision.ts';
import type { Limit } from './max-margin.ts';
import { isAligned, neuronsOf } from './network.ts';
import { maxMarginPredictor, predictorMargins } from './predictor.ts';

/**
 * F's explicit bounds of λ_i and of Σ_j λ_i φ′_ij over all m neurons (Lemmas B.1 and B.2), where its data assumption holds:
 *
 *   1/(2R_max²) < λ_i < 3/(2γ²R_min²),   m/(2R_max²) < Σ_j λ_i φ′_ij < 3m/(2γR_min²)
 */
export function multiplierBounds(gamma: number, rMin: number, rMax: number, neurons: number) {
  const least = 1 / (2 * rMax * rMax);
  const most = 3 / (2 * gamma * rMin * rMin);
  return {
    lambda: { above: least, below: most / gamma },
    allNeurons: { above: neurons * least, below: neurons * most },
  };
}

/**
 * R_min, R_max and R_min²/(R² n p) of samples: F Theorem 3.2 assumes that the last is at least 3/γ³.
 *
 * @param gram G, n×n
 */
export function orthogonality(gram: Float64Array, n: number) {
  let [least, most, p] = [Infinity, 0, 0];
  for (let i = 0; i < n; i++) {
    least = Math.min(least, gram[i * n + i]!);
    most = Math.max(most, gram[i * n + i]!);
    for (let k = 0; k < i; k++) p = Math.max(p, Math.abs(gram[i * n + k]!));
  }
  return { rMin: Math.sqrt(least), rMax: Math.sqrt(most), assumption: (least * least) / (most * n * p) };
}

/** What F's Theorem 3.2 says of a limit, in numbers. */
export interface TheoremFacts {
  /** R_min²/(R² n p); the theorem assumes that it is at least `needs` = 3/γ³. */
  readonly assumption: number;
  readonly needs: number;
  /** Bounds of λ_i; of a second layer ±a in place of F's ±1/√(neurons) they are F's over a² · neurons. */
  readonly bounds: { readonly above: number; readonly below: number };
  /** y_i⟨z, x_i⟩ of the network's own linear decision z, n entries: at least 1. */
  readonly decision: Float64Array;
  /** y_i⟨z*, x_i⟩ of the max-margin predictor z*, n entries; null where nothing linear separates the samples. */
  readonly best: Float64Array | null;
  /** ‖z‖/‖z*‖, and the 2/(κ + γ) that it is at most. */
  readonly ratio: number | null;
  readonly ratioBound: number;
}

/** Null where the theorem is of others: no leak, several patches or a vector twice, or another pattern than its own. */
export function theoremFacts(limit: Limit): TheoremFacts | null {
  const { network, gram } = limit;
  const { gamma, samples, scale } = network;
  const { y, patchFeature, patchSign } = samples;
  const isItself = samples.patches === 1 && patchFeature.every((k, i) => k === i && patchSign[i] === 1);
  if (!(gamma > 0) || !isItself || !isAligned(network)) return null;
  const [m1, m2] = [neuronsOf(network, 1), neuronsOf(network, -1)];
  const { rMin, rMax, assumption } = orthogonality(gram, y.length);
  const { above, below } = multiplierBounds(gamma, rMin, rMax, m1 + m2).lambda;
  const unit = scale * scale * (m1 + m2);
  const z = linearDecision(limit);
  const best = maxMarginPredictor(gram, y);
  const kappa = Math.sqrt(Math.min(m1, m2) / Math.max(m1, m2));
  return {
    assumption,
    needs: 3 / (gamma * gamma * gamma),
    bounds: { above: above / unit, below: below / unit },
    decision: z.products.map((value, i) => y[i]! * value),
    best: best && predictorMargins(best, gram, y),
    ratio: best && z.norm / best.norm,
    ratioBound: 2 / (kappa + gamma),
  };
}
