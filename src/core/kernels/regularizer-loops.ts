/** (g_i G) at the feature `column` for one neuron, without y_i a_r: Σ_q φ′ s G over the patches from..to−1. */
function pull(
  slope: Float64Array,
  row: number,
  feature: Int32Array,
  sign: Float64Array,
  gram: Float64Array,
  from: number,
  to: number,
  features: number,
  column: number,
): number {
  let sum = 0;
  for (let at = from; at < to; at++)
    sum += slope[row + at]! * sign[at]! * gram[feature[at]! * features + column]!;
  return sum;
}

/** norms_i ← Σ_r a_r² Σ_p φ′ s (g_i G)_p = ‖∇_W q_i‖². */
export function gradientNorms(
  a: Float64Array,
  slope: Float64Array,
  feature: Int32Array,
  sign: Float64Array,
  gram: Float64Array,
  rows: number,
  n: number,
  patches: number,
  features: number,
  norms: Float64Array,
): void {
  norms.fill(0, 0, n);
  for (let r = 0; r < rows; r++) {
    const row = r * n * patches;
    for (let i = 0; i < n; i++) {
      const from = i * patches;
      const to = from + patches;
      let sum = 0;
      for (let at = from; at < to; at++) {
        const pulled = pull(slope, row, feature, sign, gram, from, to, features, feature[at]!);
        sum += slope[row + at]! * sign[at]! * pulled;
      }
      norms[i] = norms[i]! + a[r]! * a[r]! * sum;
    }
  }
}

/** d_rk += along_i a_r φ′ s + across_i a_r² φ″ (g_i G) for each patch. */
export function addPerExamplePenalty(
  a: Float64Array,
  slope: Float64Array,
  curvature: Float64Array,
  feature: Int32Array,
  sign: Float64Array,
  gram: Float64Array,
  along: Float64Array,
  across: Float64Array,
  rows: number,
  n: number,
  patches: number,
  features: number,
  d: Float64Array,
): void {
  for (let r = 0; r < rows; r++) {
    const row = r * n * patches;
    const ar = a[r]!;
    for (let i = 0; i < n; i++) {
      const from = i * patches;
      const to = from + patches;
      for (let at = from; at < to; at++) {
        const k = r * features + feature[at]!;
        const pulled = pull(slope, row, feature, sign, gram, from, to, features, feature[at]!);
        d[k] =
          d[k]! +
          along[i]! * ar * slope[row + at]! * sign[at]! +
          across[i]! * ar * ar * curvature[row + at]! * pulled;
      }
    }
  }
}

/** inner_i ← Σ_r Σ_p a_r φ′ s (DG): ⟨g_i, DG⟩ without y_i. */
export function alongGradient(
  a: Float64Array,
  slope: Float64Array,
  feature: Int32Array,
  sign: Float64Array,
  product: Float64Array,
  rows: number,
  n: number,
  patches: number,
  features: number,
  inner: Float64Array,
): void {
  inner.fill(0, 0, n);
  for (let r = 0, from = 0; r < rows; r++) {
    for (let i = 0, at = 0; i < n; i++) {
      let sum = inner[i]!;
      for (let p = 0; p < patches; p++, at++, from++)
        sum += a[r]! * slope[from]! * sign[at]! * product[r * features + feature[at]!]!;
      inner[i] = sum;
    }
  }
}

/** d_rk += a_r (along_i φ′ s + across_i φ″ (DG)_rk) for each patch. */
export function addFullGradientPenalty(
  a: Float64Array,
  slope: Float64Array,
  curvature: Float64Array,
  feature: Int32Array,
  sign: Float64Array,
  product: Float64Array,
  along: Float64Array,
  across: Float64Array,
  rows: number,
  n: number,
  patches: number,
  features: number,
  d: Float64Array,
): void {
  for (let r = 0, from = 0; r < rows; r++) {
    for (let i = 0, at = 0; i < n; i++) {
      for (let p = 0; p < patches; p++, at++, from++) {
        const k = r * features + feature[at]!;
        d[k] =
          d[k]! +
          a[r]! * (along[i]! * slope[from]! * sign[at]! + across[i]! * curvature[from]! * product[k]!);
      }
    }
  }
}
