import { load2, lanesAdded, multiplyAdd, splatAt } from './lanes';

/** blocks[(i·P + q)·P + p] ← s_q G[k_q, k_p] for the patches p and q of sample i. */
export function patchBlocks(
  feature: usize,
  sign: usize,
  gram: usize,
  n: i32,
  patches: i32,
  features: i32,
  blocks: usize,
): void {
  for (let i = 0; i < n; i++) {
    for (let q = 0; q < patches; q++) {
      const s = load<f64>(sign + ((<usize>q) << 3));
      const row = gram + ((<usize>(load<i32>(feature + ((<usize>q) << 2)) * features)) << 3);
      for (let p = 0; p < patches; p++, blocks += 8) {
        const column = load<i32>(feature + ((<usize>p) << 2));
        store<f64>(blocks, s * load<f64>(row + ((<usize>column) << 3)));
      }
    }
    feature += (<usize>patches) << 2;
    sign += (<usize>patches) << 3;
  }
}

/** (g_i G) at patch p, without y_i a_r: Σ_q φ′_q s_q G_qp. */
function pull(slope: usize, block: usize, patches: i32, p: usize): f64 {
  const row: usize = (<usize>patches) << 3;
  let sum = load<f64>(slope) * load<f64>(block + (p << 3));
  for (let q = 1; q < patches; q++) {
    sum += load<f64>(slope + ((<usize>q) << 3)) * load<f64>(block + <usize>q * row + (p << 3));
  }
  return sum;
}

/** The same for both of two patches. @inline */
function pullBoth(slope: usize, block: usize): v128 {
  return multiplyAdd(f64x2.mul(splatAt(slope), load2(block)), splatAt(slope + 8), load2(block + 16));
}

/** norms_i ← Σ_r a_r² Σ_p φ′ s (g_i G)_p = ‖∇_W q_i‖². */
export function gradientNorms(
  a: usize,
  slope: usize,
  sign: usize,
  blocks: usize,
  rows: i32,
  n: i32,
  patches: i32,
  norms: usize,
): void {
  memory.fill(norms, 0, (<usize>n) << 3);
  const step: usize = (<usize>patches) << 3;
  const blockStep: usize = step * <usize>patches;
  for (let r = 0; r < rows; r++, a += 8) {
    const ar = load<f64>(a);
    const square = ar * ar;
    let s = sign;
    let block = blocks;
    let to = norms;
    for (let i = 0; i < n; i++, slope += step, s += step, block += blockStep, to += 8) {
      let sum: f64;
      if (patches === 2) {
        sum = lanesAdded(f64x2.mul(f64x2.mul(load2(slope), load2(s)), pullBoth(slope, block)));
      } else {
        sum = load<f64>(slope) * load<f64>(s) * pull(slope, block, patches, 0);
        for (let p: usize = 1; p < <usize>patches; p++) {
          const at = p << 3;
          sum += load<f64>(slope + at) * load<f64>(s + at) * pull(slope, block, patches, p);
        }
      }
      store<f64>(to, load<f64>(to) + square * sum);
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
  blocks: usize,
  along: usize,
  across: usize,
  rows: i32,
  n: i32,
  patches: i32,
  features: i32,
  d: usize,
): void {
  const step: usize = (<usize>patches) << 3;
  const blockStep: usize = step * <usize>patches;
  for (let r = 0; r < rows; r++, a += 8, d += (<usize>features) << 3) {
    const ar = load<f64>(a);
    let id = feature;
    let s = sign;
    let block = blocks;
    for (let i = 0; i < n; i++, slope += step, curvature += step, s += step, block += blockStep) {
      const first = load<f64>(along + ((<usize>i) << 3)) * ar;
      const second = load<f64>(across + ((<usize>i) << 3)) * ar * ar;
      if (patches === 2) {
        const along2 = f64x2.mul(f64x2.mul(f64x2.splat(first), load2(slope)), load2(s));
        const across2 = f64x2.mul(f64x2.mul(f64x2.splat(second), load2(curvature)), pullBoth(slope, block));
        // One after the other: both patches may be of one feature.
        const to0 = d + ((<usize>load<i32>(id)) << 3);
        store<f64>(to0, load<f64>(to0) + f64x2.extract_lane(along2, 0) + f64x2.extract_lane(across2, 0));
        const to1 = d + ((<usize>load<i32>(id, 4)) << 3);
        store<f64>(to1, load<f64>(to1) + f64x2.extract_lane(along2, 1) + f64x2.extract_lane(across2, 1));
        id += 8;
        continue;
      }
      for (let p: usize = 0; p < <usize>patches; p++, id += 4) {
        const at = p << 3;
        const to = d + ((<usize>load<i32>(id)) << 3);
        store<f64>(
          to,
          load<f64>(to) +
            first * load<f64>(slope + at) * load<f64>(s + at) +
            second * load<f64>(curvature + at) * pull(slope, block, patches, p),
        );
      }
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
