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

/** x ← x − ⟨q, x⟩q; out ← ⟨q, x⟩ as it was, and ‖x‖² as it is. */
export function deflate(q: usize, x: usize, count: i32, out: usize): void {
  const along = dot(q, x, count);
  addScaled(-along, q, x, count);
  store<f64>(out, along);
  store<f64>(out + 8, dot(x, x, count));
}

/** y ← (y + αx)/‖y + αx‖. */
export function addNormalised(alpha: f64, x: usize, y: usize, count: i32): void {
  addScaled(alpha, x, y, count);
  const norm = sqrt(dot(y, y, count));
  const scale = f64x2.splat(norm);
  const end: usize = (<usize>(count & ~1)) << 3;
  let c: usize = 0;
  for (; c < end; c += 16) v128.store(y + c, f64x2.div(load2(y + c), scale));
  if (count & 1) store<f64>(y + c, load<f64>(y + c) / norm);
}

/** earlier ← v with the sign that it has in `last`, and v ← where it will be next. */
export function forecast(v: usize, last: usize, before: usize, earlier: usize, count: i32, known: i32): void {
  if (dot(v, last, count) < 0) negate(v, count);
  const order = known < 2 ? 0 : known < 3 ? 1 : bestOrder(v, last, before, earlier, count);
  const end: usize = (<usize>count) << 3;
  for (let c: usize = 0; c < end; c += 16) {
    if (c + 8 === end) {
      const now = v128.load64_zero(v + c);
      const next = extrapolated(order, now, v128.load64_zero(last + c), v128.load64_zero(before + c));
      store<f64>(earlier + c, f64x2.extract_lane(now, 0));
      store<f64>(v + c, f64x2.extract_lane(next, 0));
    } else {
      const now = load2(v + c);
      const next = extrapolated(order, now, load2(last + c), load2(before + c));
      v128.store(earlier + c, now);
      v128.store(v + c, next);
    }
  }
}

function negate(v: usize, count: i32): void {
  const end: usize = (<usize>count) << 3;
  for (let c: usize = 0; c < end; c += 8) store<f64>(v + c, -load<f64>(v + c));
}

/** @inline */
function extrapolated(order: i32, v: v128, last: v128, before: v128): v128 {
  if (order === 0) return v;
  const first = f64x2.sub(v, last);
  const line = f64x2.add(v, first);
  return order === 1 ? line : f64x2.add(line, f64x2.sub(first, f64x2.sub(last, before)));
}

/** 0 for staying, 1 for the line, 2 for the parabola. */
function bestOrder(v: usize, last: usize, before: usize, earlier: usize, count: i32): i32 {
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
  const stayed = lanesAdded(stay);
  const onLine = lanesAdded(line);
  const onParabola = lanesAdded(parabola);
  if (onParabola < onLine && onParabola < stayed) return 2;
  return onLine < stayed ? 1 : 0;
}
