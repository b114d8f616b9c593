/** blocks[(i·P + q)·P + p] ← s_q G[k_q, k_p] for the patches p and q of sample i: n·P·P entries. */
export function patchBlocks(
  feature: Int32Array,
  sign: Float64Array,
  gram: Float64Array,
  n: number,
  patches: number,
  features: number,
  blocks: Float64Array,
): void {
  for (let i = 0, at = 0; i < n; i++) {
    for (let q = i * patches; q < (i + 1) * patches; q++) {
      for (let p = i * patches; p < (i + 1) * patches; p++, at++)
        blocks[at] = sign[q]! * gram[feature[q]! * features + feature[p]!]!;
    }
  }
}

/** (g_i G) at patch p, without y_i a_r: Σ_q φ′_q s_q G_qp, φ′ from slope[row] on. */
function pull(
  slope: Float64Array,
  row: number,
  blocks: Float64Array,
  block: number,
  patches: number,
  p: number,
): number {
  let sum = slope[row]! * blocks[block + p]!;
  for (let q = 1; q < patches; q++) sum += slope[row + q]! * blocks[block + q * patches + p]!;
  return sum;
}

/** norms_i ← Σ_r a_r² Σ_p φ′ s (g_i G)_p = ‖∇_W q_i‖². */
export function gradientNorms(
  a: Float64Array,
  slope: Float64Array,
  sign: Float64Array,
  blocks: Float64Array,
  rows: number,
  n: number,
  patches: number,
  norms: Float64Array,
): void {
  norms.fill(0, 0, n);
  for (let r = 0; r < rows; r++) {
    const square = a[r]! * a[r]!;
    for (let i = 0; i < n; i++) {
      const at = i * patches;
      const row = (r * n + i) * patches;
      const block = at * patches;
      let sum = slope[row]! * sign[at]! * pull(slope, row, blocks, block, patches, 0);
      for (let p = 1; p < patches; p++)
        sum += slope[row + p]! * sign[at + p]! * pull(slope, row, blocks, block, patches, p);
      norms[i] = norms[i]! + square * sum;
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
  blocks: Float64Array,
  along: Float64Array,
  across: Float64Array,
  rows: number,
  n: number,
  patches: number,
  features: number,
  d: Float64Array,
): void {
  for (let r = 0, row = 0; r < rows; r++) {
    const ar = a[r]!;
    for (let i = 0, at = 0; i < n; i++, row += patches) {
      const first = along[i]! * ar;
      const second = across[i]! * ar * ar;
      const block = i * patches * patches;
      for (let p = 0; p < patches; p++, at++) {
        const k = r * features + feature[at]!;
        d[k] =
          d[k]! +
          first * slope[row + p]! * sign[at]! +
          second * curvature[row + p]! * pull(slope, row, blocks, block, patches, p);
      }
    }
  }
}

/** inner_i ← Σ_r Σ_p a_r φ′ s (DG): ⟨g_i, DG⟩ without y_i; product = DG, rows×features. */
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
