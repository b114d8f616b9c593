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

/** errors ← squared distances of v from `last` and from its forecasts on a line and on a parabola. */
export function forecastErrors(
  v: usize,
  last: usize,
  before: usize,
  earlier: usize,
  count: i32,
  errors: usize,
): void {
  let stay = f64x2.splat(0);
  let line = f64x2.splat(0);
  let parabola = f64x2.splat(0);
  const end: usize = (<usize>count) << 3;
  for (let c: usize = 0; c < end; c += 16) {
    // The last of an odd number: the other lane gets + 0·0.
    const single = c + 8 === end;
    const now = single ? v128.load64_zero(v + c) : load2(v + c);
    const was = single ? v128.load64_zero(last + c) : load2(last + c);
    const wasBefore = single ? v128.load64_zero(before + c) : load2(before + c);
    const wasEarlier = single ? v128.load64_zero(earlier + c) : load2(earlier + c);
    const first = f64x2.sub(now, was);
    const lastFirst = f64x2.sub(was, wasBefore);
    const second = f64x2.sub(first, lastFirst);
    const third = f64x2.sub(second, f64x2.sub(lastFirst, f64x2.sub(wasBefore, wasEarlier)));
    stay = multiplyAdd(stay, first, first);
    line = multiplyAdd(line, second, second);
    parabola = multiplyAdd(parabola, third, third);
  }
  store<f64>(errors, lanesAdded(stay));
  store<f64>(errors + 8, lanesAdded(line));
  store<f64>(errors + 16, lanesAdded(parabola));
}

/** v ← its forecast on a line through itself and `last`, or on a parabola through `before` too. */
export function extrapolate(parabola: i32, v: usize, last: usize, before: usize, count: i32): void {
  const end: usize = (<usize>count) << 3;
  for (let c: usize = 0; c < end; c += 16) {
    if (c + 8 === end) {
      const now = v128.load64_zero(v + c);
      const next = extrapolated(parabola, now, v128.load64_zero(last + c), v128.load64_zero(before + c));
      store<f64>(v + c, f64x2.extract_lane(next, 0));
    } else v128.store(v + c, extrapolated(parabola, load2(v + c), load2(last + c), load2(before + c)));
  }
}

/** @inline */
function extrapolated(parabola: i32, v: v128, last: v128, before: v128): v128 {
  const first = f64x2.sub(v, last);
  const line = f64x2.add(v, first);
  return parabola ? f64x2.add(line, f64x2.sub(first, f64x2.sub(last, before))) : line;
}
