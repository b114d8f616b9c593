import { expOfNegative } from './exp';
import { load2 } from './lanes';
import { dot } from './vectors';

/** Byte offset of the q-th double. @inline */
function at8(q: i32): usize {
  return (<usize>q) << 3;
}

/** The q-th integer at an address. @inline */
function integer(address: usize, q: i32): i32 {
  return load<i32>(address + ((<usize>q) << 2));
}

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
  memory.fill(out, 0, at8(Q));
  for (let g = 0; g < groups; g++, gain += at8(Q), sum += at8(K), image += at8(K)) {
    const count = integer(size, g);
    if (count === 0) continue;
    const times = <f64>count;
    for (let q = 0; q < Q; q++) {
      const k = at8(integer(feature, q));
      const to = out + at8(q);
      store<f64>(
        to,
        load<f64>(to) + load<f64>(gain + at8(q)) * (load<f64>(sum + k) + times * load<f64>(image + k)),
      );
    }
  }
}

/** slope_i ← −σ(−q_i). */
export function logisticSlopes(margins: usize, n: i32, slopes: usize): void {
  const end = at8(n & ~1);
  let i: usize = 0;
  for (; i < end; i += 16) v128.store(slopes + i, logisticSlope(load2(margins + i)));
  if (n & 1) store<f64>(slopes + i, f64x2.extract_lane(logisticSlope(v128.load64_zero(margins + i)), 0));
}

/** @inline */
function logisticSlope(q: v128): v128 {
  const e = expOfNegative(f64x2.neg(f64x2.abs(q)));
  const one = f64x2.splat(1);
  return f64x2.neg(f64x2.div(v128.bitselect(e, one, f64x2.gt(q, f64x2.splat(0))), f64x2.add(one, e)));
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
    memory.fill(d, 0, at8(K));
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
