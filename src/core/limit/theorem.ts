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
