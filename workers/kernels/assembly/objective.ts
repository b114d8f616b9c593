import { load2, multiplyAdd } from './lanes';

/** signed[r·width + at] ← sign[at]·z[r·features + feature[at]]. */
export function gather(
  z: usize,
  feature: usize,
  sign: usize,
  signed: usize,
  rows: i32,
  features: i32,
  width: i32,
): void {
  const row: usize = (<usize>features) << 3;
  for (let r = 0; r < rows; r++, z += row) {
    for (let at = 0; at < width; at++, signed += 8) {
      const k = load<i32>(feature + ((<usize>at) << 2));
      store<f64>(signed, load<f64>(sign + ((<usize>at) << 3)) * load<f64>(z + ((<usize>k) << 3)));
    }
  }
}

/** f_i += a_r Σ_p value[(r·n + i)·patches + p], in the order of the rows. */
export function addOutputs(
  value: usize,
  a: usize,
  from: i32,
  rows: i32,
  n: i32,
  patches: i32,
  f: usize,
): void {
  a += (<usize>from) << 3;
  const end: usize = (<usize>(n & ~1)) << 3;
  const last: usize = (<usize>n) << 3;
  for (let r = 0; r < rows; r++, a += 8) {
    const ar = load<f64>(a);
    if (patches === 1) {
      const scale = f64x2.splat(ar);
      let i: usize = 0;
      for (; i < end; i += 16) v128.store(f + i, multiplyAdd(load2(f + i), scale, load2(value + i)));
      if (n & 1) store<f64>(f + i, load<f64>(f + i) + ar * load<f64>(value + i));
      value += last;
    } else {
      for (let i: usize = 0; i < last; i += 8) {
        let sum = load<f64>(value);
        value += 8;
        for (let p = 1; p < patches; p++, value += 8) sum += load<f64>(value);
        store<f64>(f + i, load<f64>(f + i) + ar * sum);
      }
    }
  }
}

/** d[r·width + k] ← a_r weight_k slope[r·width + k]: one feature a patch, in order. */
export function separateGradient(
  a: usize,
  weight: usize,
  slope: usize,
  d: usize,
  rows: i32,
  width: i32,
): void {
  const end: usize = (<usize>(width & ~1)) << 3;
  for (let r = 0; r < rows; r++, a += 8) {
    const ar = load<f64>(a);
    const scale = f64x2.splat(ar);
    let k: usize = 0;
    for (; k < end; k += 16) {
      v128.store(d + k, f64x2.mul(f64x2.mul(scale, load2(weight + k)), load2(slope + k)));
    }
    if (width & 1) {
      store<f64>(d + k, ar * load<f64>(weight + k) * load<f64>(slope + k));
      k += 8;
    }
    d += k;
    slope += k;
  }
}

/** d[r·features + feature[at]] += a_r weight_at slope[r·width + at], d beginning at 0. */
export function scatterGradient(
  a: usize,
  weight: usize,
  slope: usize,
  feature: usize,
  d: usize,
  rows: i32,
  features: i32,
  width: i32,
): void {
  const row: usize = (<usize>features) << 3;
  memory.fill(d, 0, row * <usize>rows);
  for (let r = 0; r < rows; r++, a += 8, d += row) {
    const ar = load<f64>(a);
    for (let at = 0; at < width; at++, slope += 8) {
      const to = d + ((<usize>load<i32>(feature + ((<usize>at) << 2))) << 3);
      store<f64>(to, load<f64>(to) + ar * load<f64>(weight + ((<usize>at) << 3)) * load<f64>(slope));
    }
  }
}
