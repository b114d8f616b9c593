/** Σ_q φ′ s G over the patches q of a sample: (g_i G) at the feature of `column`, without y_i a_r. */
function pull(
  slope: usize,
  feature: usize,
  sign: usize,
  gram: usize,
  features: i32,
  patches: i32,
  column: i32,
): f64 {
  let sum: f64 = 0;
  for (let q = 0; q < patches; q++) {
    const k = load<i32>(feature + ((<usize>q) << 2));
    sum +=
      load<f64>(slope + ((<usize>q) << 3)) *
      load<f64>(sign + ((<usize>q) << 3)) *
      load<f64>(gram + ((<usize>(k * features + column)) << 3));
  }
  return sum;
}

/** norms_i ← Σ_r a_r² Σ_p φ′ s (g_i G)_p = ‖∇_W q_i‖². */
export function gradientNorms(
  a: usize,
  slope: usize,
  feature: usize,
  sign: usize,
  gram: usize,
  rows: i32,
  n: i32,
  patches: i32,
  features: i32,
  norms: usize,
): void {
  memory.fill(norms, 0, (<usize>n) << 3);
  for (let r = 0; r < rows; r++, a += 8) {
    const ar = load<f64>(a);
    for (let i = 0; i < n; i++) {
      const first = i * patches;
      const id = feature + ((<usize>first) << 2);
      const s = sign + ((<usize>first) << 3);
      let sum: f64 = 0;
      for (let p = 0; p < patches; p++) {
        const column = load<i32>(id + ((<usize>p) << 2));
        const at = (<usize>p) << 3;
        sum +=
          load<f64>(slope + at) * load<f64>(s + at) * pull(slope, id, s, gram, features, patches, column);
      }
      const to = norms + ((<usize>i) << 3);
      store<f64>(to, load<f64>(to) + ar * ar * sum);
      slope += (<usize>patches) << 3;
    }
  }
}

/** d_rk += along_i a_r φ′ s + across_i a_r² φ″ (g_i G) for each patch. */
export function addPerExamplePenalty(
  a: usize,
  slope: usize,
  curvature: usize,
  feature: usize,
  sign: usize,
  gram: usize,
  along: usize,
  across: usize,
  rows: i32,
  n: i32,
  patches: i32,
  features: i32,
  d: usize,
): void {
  for (let r = 0; r < rows; r++, a += 8, d += (<usize>features) << 3) {
    const ar = load<f64>(a);
    for (let i = 0; i < n; i++) {
      const first = i * patches;
      const id = feature + ((<usize>first) << 2);
      const s = sign + ((<usize>first) << 3);
      const alongI = load<f64>(along + ((<usize>i) << 3));
      const acrossI = load<f64>(across + ((<usize>i) << 3));
      for (let p = 0; p < patches; p++) {
        const column = load<i32>(id + ((<usize>p) << 2));
        const at = (<usize>p) << 3;
        const to = d + ((<usize>column) << 3);
        store<f64>(
          to,
          load<f64>(to) +
            alongI * ar * load<f64>(slope + at) * load<f64>(s + at) +
            acrossI *
              ar *
              ar *
              load<f64>(curvature + at) *
              pull(slope, id, s, gram, features, patches, column),
        );
      }
      slope += (<usize>patches) << 3;
      curvature += (<usize>patches) << 3;
    }
  }
}

/** inner_i ← Σ_r Σ_p a_r φ′ s (DG): ⟨g_i, DG⟩ without y_i. */
export function alongGradient(
  a: usize,
  slope: usize,
  feature: usize,
  sign: usize,
  product: usize,
  rows: i32,
  n: i32,
  patches: i32,
  features: i32,
  inner: usize,
): void {
  memory.fill(inner, 0, (<usize>n) << 3);
  for (let r = 0; r < rows; r++, a += 8, product += (<usize>features) << 3) {
    const ar = load<f64>(a);
    let id = feature;
    let s = sign;
    for (let i = 0; i < n; i++) {
      const to = inner + ((<usize>i) << 3);
      let sum = load<f64>(to);
      for (let p = 0; p < patches; p++, slope += 8, id += 4, s += 8) {
        sum += ar * load<f64>(slope) * load<f64>(s) * load<f64>(product + ((<usize>load<i32>(id)) << 3));
      }
      store<f64>(to, sum);
    }
  }
}

/** d_rk += a_r (along_i φ′ s + across_i φ″ (DG)_rk) for each patch. */
export function addFullGradientPenalty(
  a: usize,
  slope: usize,
  curvature: usize,
  feature: usize,
  sign: usize,
  product: usize,
  along: usize,
  across: usize,
  rows: i32,
  n: i32,
  patches: i32,
  features: i32,
  d: usize,
): void {
  const row: usize = (<usize>features) << 3;
  for (let r = 0; r < rows; r++, a += 8, d += row, product += row) {
    const ar = load<f64>(a);
    let id = feature;
    let s = sign;
    for (let i = 0; i < n; i++) {
      const alongI = load<f64>(along + ((<usize>i) << 3));
      const acrossI = load<f64>(across + ((<usize>i) << 3));
      for (let p = 0; p < patches; p++, slope += 8, curvature += 8, id += 4, s += 8) {
        const k = (<usize>load<i32>(id)) << 3;
        store<f64>(
          d + k,
          load<f64>(d + k) +
            ar *
              (alongI * load<f64>(slope) * load<f64>(s) +
                acrossI * load<f64>(curvature) * load<f64>(product + k)),
        );
      }
    }
  }
}
