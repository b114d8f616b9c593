import { at8, integer } from './lanes';
import { dot } from './vectors';

/** out_q ← Σ_g gain_gq (sum_gk + size_g image_gk). */
export function groupOutputs(
  size: usize,
  feature: usize,
  gain: usize,
  sum: usize,
  image: usize,
  groups: i32,
  K: i32,
  Q: i32,
  out: usize,
): void {
  for (let q = 0; q < Q; q++, gain += 8) {
    const k = at8(integer(feature, q));
    let f: f64 = 0;
    for (let g = 0; g < groups; g++) {
      const count = integer(size, g);
      if (count === 0) continue;
      const at = k + at8(g * K);
      f += load<f64>(gain + at8(g * Q)) * (load<f64>(sum + at) + <f64>count * load<f64>(image + at));
    }
    store<f64>(out + at8(q), f);
  }
}

/** s_g ← s_g − η d_g with compensation, and t_g ← s_g G. */
export function moveGroups(
  eta: f64,
  e: usize,
  size: usize,
  feature: usize,
  gain: usize,
  gram: usize,
  isDiagonal: i32,
  groups: i32,
  K: i32,
  Q: i32,
  moved: usize,
  carry: usize,
  image: usize,
): void {
  for (let g = 0; g < groups; g++, gain += at8(Q), moved += at8(K), carry += at8(K), image += at8(K)) {
    if (integer(size, g) === 0) continue;
    for (let q = 0; q < Q; q++) {
      const k = at8(integer(feature, q));
      const part = -eta * (load<f64>(gain + at8(q)) * load<f64>(e + at8(q))) - load<f64>(carry + k);
      const before = load<f64>(moved + k);
      const after = before + part;
      store<f64>(carry + k, after - before - part);
      store<f64>(moved + k, after);
    }
    if (isDiagonal) {
      for (let k: usize = 0; k < at8(K); k += 8) {
        store<f64>(image + k, load<f64>(moved + k) * load<f64>(gram + k));
      }
    } else {
      let row = gram;
      for (let k: usize = 0; k < at8(K); k += 8, row += at8(K)) store<f64>(image + k, dot(row, moved, K));
    }
  }
}

/** 1 where some sign·image + edge ≥ 0 is not what `fires` says, else 0. */
export function hasCrossed(
  size: usize,
  feature: usize,
  sign: usize,
  edge: usize,
  fires: usize,
  image: usize,
  groups: i32,
  K: i32,
  Q: i32,
): i32 {
  for (let g = 0; g < groups; g++, edge += at8(Q), fires += <usize>Q, image += at8(K)) {
    if (integer(size, g) === 0) continue;
    for (let q = 0; q < Q; q++) {
      const z =
        load<f64>(sign + at8(q)) * load<f64>(image + at8(integer(feature, q))) + load<f64>(edge + at8(q));
      if (i32(z >= 0) !== <i32>load<u8>(fires + <usize>q)) return 1;
    }
  }
  return 0;
}

/** Σ_g size_g d_gᵀ G d_g. */
export function groupSquares(
  e: usize,
  size: usize,
  feature: usize,
  gain: usize,
  gram: usize,
  groups: i32,
  K: i32,
  Q: i32,
  d: usize,
): f64 {
  let total: f64 = 0;
  for (let g = 0; g < groups; g++, gain += at8(Q)) {
    const count = integer(size, g);
    if (count === 0) continue;
    for (let k: usize = 0; k < at8(K); k += 8) store<f64>(d + k, 0);
    for (let q = 0; q < Q; q++) {
      const to = d + at8(integer(feature, q));
      store<f64>(to, load<f64>(to) + load<f64>(gain + at8(q)) * load<f64>(e + at8(q)));
    }
    let square: f64 = 0;
    let row = gram;
    for (let k: usize = 0; k < at8(K); k += 8, row += at8(K)) square += load<f64>(d + k) * dot(row, d, K);
    total += <f64>count * square;
  }
  return total;
}
