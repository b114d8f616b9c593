import { at8, integer } from './lanes';
import { dot } from './vectors';

/** Δs_g, Δt_g + ⟨m_g, u⟩ and the products of the means now. */
export function nodeMeans(
  ids: usize,
  roots: usize,
  moved: usize,
  image: usize,
  movedThen: usize,
  imageThen: usize,
  products: usize,
  onFeatures: usize,
  p: i32,
  K: i32,
  deltaS: usize,
  deltaT: usize,
  square: usize,
): void {
  for (let g = 0, at: usize = 0; g < p; g++) {
    const from = at8(integer(ids, g) * K);
    for (let k: usize = 0; k < at8(K); k += 8, at += 8) {
      store<f64>(deltaS + at, load<f64>(moved + from + k) - load<f64>(movedThen + at));
      store<f64>(
        deltaT + at,
        load<f64>(image + from + k) - load<f64>(imageThen + at) + load<f64>(onFeatures + at),
      );
    }
  }
  for (let g = 0; g < p; g++) {
    for (let h = 0; h <= g; h++) {
      const product =
        load<f64>(products + at8(g * p + h)) +
        dot(deltaS + at8(g * K), onFeatures + at8(h * K), K) +
        dot(deltaS + at8(h * K), deltaT + at8(g * K), K);
      const scaled = load<f64>(roots + at8(g)) * load<f64>(roots + at8(h)) * product;
      store<f64>(square + at8(g * p + h), scaled);
      store<f64>(square + at8(h * p + g), scaled);
    }
  }
}

/** shares_kg ← root_g (weight_kg + Σ_l weight_k,p+l Δs_gl). */
export function nodeShares(
  weights: usize,
  roots: usize,
  deltaS: usize,
  nodes: i32,
  p: i32,
  K: i32,
  shares: usize,
): void {
  for (let k = 0; k < nodes; k++, weights += at8(p + K)) {
    for (let g = 0; g < p; g++, shares += 8) {
      const along = dot(weights + at8(p), deltaS + at8(g * K), K);
      store<f64>(shares, load<f64>(roots + at8(g)) * (load<f64>(weights + at8(g)) + along));
    }
  }
}

/** F ← square + Σ_k R_k R_kᵀ/(λ − θ_k). */
export function secularMatrix(
  square: usize,
  shares: usize,
  values: usize,
  nodes: i32,
  p: i32,
  lambda: f64,
  f: usize,
): void {
  for (let g: usize = 0; g < at8(p * p); g += 8) store<f64>(f + g, load<f64>(square + g));
  for (let k = 0; k < nodes; k++, shares += at8(p), values += 8) {
    const inverse = 1 / (lambda - load<f64>(values));
    for (let g = 0; g < p; g++) {
      const part = inverse * load<f64>(shares + at8(g));
      for (let h = 0; h <= g; h++) {
        const to = f + at8(g * p + h);
        store<f64>(to, load<f64>(to) + part * load<f64>(shares + at8(h)));
      }
    }
  }
  for (let g = 0; g < p; g++) {
    for (let h = 0; h < g; h++) store<f64>(f + at8(h * p + g), load<f64>(f + at8(g * p + h)));
  }
}

/** out ← Σ b_k c_k, 1 + Σ c_k², Σ |c_k| residual_k; b_k = R_k a, c_k = b_k/(λ − θ_k). */
export function secularSums(
  shares: usize,
  a: usize,
  values: usize,
  residuals: usize,
  nodes: i32,
  p: i32,
  lambda: f64,
  out: usize,
): void {
  let added: f64 = 0;
  let slope: f64 = 1;
  let residual: f64 = 0;
  for (let k: usize = 0; k < at8(nodes); k += 8) {
    let along: f64 = 0;
    for (let g: usize = 0; g < at8(p); g += 8, shares += 8) along += load<f64>(shares) * load<f64>(a + g);
    const share = along * (1 / (lambda - load<f64>(values + k)));
    added += along * share;
    slope += share * share;
    residual += abs(share) * load<f64>(residuals + k);
  }
  store<f64>(out, added);
  store<f64>(out + 8, slope);
  store<f64>(out + 16, residual);
}
