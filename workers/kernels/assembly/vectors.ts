import { lanesAdded, load2, multiplyAdd } from './lanes';

/** Σ_c a_c b_c: c mod 4 in four lanes, what is left over with the first; (s0 + s1) + (s2 + s3). */
export function dot(a: usize, b: usize, count: i32): f64 {
  let s = f64x2.splat(0);
  let t = f64x2.splat(0);
  const end: usize = (<usize>(count & ~3)) << 3;
  const last: usize = (<usize>count) << 3;
  for (let c: usize = 0; c < end; c += 32) {
    s = multiplyAdd(s, load2(a + c), load2(b + c));
    t = multiplyAdd(t, load2(a + c + 16), load2(b + c + 16));
  }
  for (let c = end; c < last; c += 8) {
    s = multiplyAdd(s, v128.load64_zero(a + c), v128.load64_zero(b + c));
  }
  return lanesAdded(s) + lanesAdded(t);
}

/** y ← y + αx. */
export function addScaled(alpha: f64, x: usize, y: usize, count: i32): void {
  const scale = f64x2.splat(alpha);
  const end: usize = (<usize>(count & ~1)) << 3;
  let c: usize = 0;
  for (; c < end; c += 16) v128.store(y + c, multiplyAdd(load2(y + c), scale, load2(x + c)));
  if (count & 1) store<f64>(y + c, load<f64>(y + c) + alpha * load<f64>(x + c));
}

/** out[r·cols + c] ← a[r·cols + c]·scale[c]. */
export function scaleColumns(a: usize, scale: usize, out: usize, rows: i32, cols: i32): void {
  const end: usize = (<usize>(cols & ~1)) << 3;
  for (let r = 0; r < rows; r++) {
    let c: usize = 0;
    for (; c < end; c += 16) v128.store(out + c, f64x2.mul(load2(a + c), load2(scale + c)));
    if (cols & 1) store<f64>(out + c, load<f64>(a + c) * load<f64>(scale + c));
    a += (<usize>cols) << 3;
    out += (<usize>cols) << 3;
  }
}

/** 1 when every entry is finite, else 0. */
export function allFinite(values: usize, count: i32): i32 {
  const infinity = f64x2.splat(Infinity);
  let good = i64x2.splat(-1);
  const end: usize = values + ((<usize>(count & ~1)) << 3);
  let at = values;
  for (; at < end; at += 16) good = v128.and(good, f64x2.lt(f64x2.abs(load2(at)), infinity));
  if (count & 1) good = v128.and(good, f64x2.lt(f64x2.abs(v128.load64_zero(at)), infinity));
  return i64x2.all_true(good) ? 1 : 0;
}
