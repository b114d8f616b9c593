import { bothAdded, lanesAdded, load2, multiplyAdd } from './lanes';

/**
 * out[r·stride + k] ← Σ_c a[r·pitch + c]·b[k·pitch + c] for rowFrom ≤ r < rowTo, k < count, c < cols: even and odd c are summed
 * apart, in the two lanes. Tiles of 2×4 sums.
 */
export function rowProducts(
  a: usize,
  b: usize,
  out: usize,
  rowFrom: i32,
  rowTo: i32,
  cols: i32,
  pitch: i32,
  count: i32,
  stride: i32,
): void {
  const row: usize = (<usize>pitch) << 3;
  const outRow: usize = (<usize>stride) << 3;
  let r = rowFrom;
  let from = a + <usize>rowFrom * row;
  let to = out + <usize>rowFrom * outRow;
  for (; r + 1 < rowTo; r += 2, from += row << 1, to += outRow << 1) {
    let k = 0;
    let y = b;
    let at = to;
    for (; k + 3 < count; k += 4, y += row << 2, at += 32) tile2x4(from, y, row, cols, at, outRow);
    for (; k < count; k++, y += row, at += 8) {
      store<f64>(at, product(from, y, cols));
      store<f64>(at + outRow, product(from + row, y, cols));
    }
  }
  if (r < rowTo) {
    let k = 0;
    let y = b;
    let at = to;
    for (; k + 3 < count; k += 4, y += row << 2, at += 32) tile1x4(from, y, row, cols, at);
    for (; k < count; k++, y += row, at += 8) store<f64>(at, product(from, y, cols));
  }
}

function tile2x4(a0: usize, b0: usize, row: usize, cols: i32, to: usize, outRow: usize): void {
  let s00 = f64x2.splat(0);
  let s01 = f64x2.splat(0);
  let s02 = f64x2.splat(0);
  let s03 = f64x2.splat(0);
  let s10 = f64x2.splat(0);
  let s11 = f64x2.splat(0);
  let s12 = f64x2.splat(0);
  let s13 = f64x2.splat(0);
  const a1 = a0 + row;
  const b1 = b0 + row;
  const b2 = b1 + row;
  const b3 = b2 + row;
  const end: usize = (<usize>(cols & ~1)) << 3;
  let c: usize = 0;
  for (; c < end; c += 16) {
    const x0 = load2(a0 + c);
    const x1 = load2(a1 + c);
    const y0 = load2(b0 + c);
    s00 = multiplyAdd(s00, x0, y0);
    s10 = multiplyAdd(s10, x1, y0);
    const y1 = load2(b1 + c);
    s01 = multiplyAdd(s01, x0, y1);
    s11 = multiplyAdd(s11, x1, y1);
    const y2 = load2(b2 + c);
    s02 = multiplyAdd(s02, x0, y2);
    s12 = multiplyAdd(s12, x1, y2);
    const y3 = load2(b3 + c);
    s03 = multiplyAdd(s03, x0, y3);
    s13 = multiplyAdd(s13, x1, y3);
  }
  if (cols & 1) {
    // The other lane gets + 0·0, which leaves a sum that began at +0 as it is.
    const x0 = v128.load64_zero(a0 + c);
    const x1 = v128.load64_zero(a1 + c);
    const y0 = v128.load64_zero(b0 + c);
    const y1 = v128.load64_zero(b1 + c);
    const y2 = v128.load64_zero(b2 + c);
    const y3 = v128.load64_zero(b3 + c);
    s00 = multiplyAdd(s00, x0, y0);
    s10 = multiplyAdd(s10, x1, y0);
    s01 = multiplyAdd(s01, x0, y1);
    s11 = multiplyAdd(s11, x1, y1);
    s02 = multiplyAdd(s02, x0, y2);
    s12 = multiplyAdd(s12, x1, y2);
    s03 = multiplyAdd(s03, x0, y3);
    s13 = multiplyAdd(s13, x1, y3);
  }
  v128.store(to, bothAdded(s00, s01));
  v128.store(to + 16, bothAdded(s02, s03));
  v128.store(to + outRow, bothAdded(s10, s11));
  v128.store(to + outRow + 16, bothAdded(s12, s13));
}

function tile1x4(a0: usize, b0: usize, row: usize, cols: i32, to: usize): void {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  const b1 = b0 + row;
  const b2 = b1 + row;
  const b3 = b2 + row;
  const end: usize = (<usize>(cols & ~1)) << 3;
  let c: usize = 0;
  for (; c < end; c += 16) {
    const x = load2(a0 + c);
    s0 = multiplyAdd(s0, x, load2(b0 + c));
    s1 = multiplyAdd(s1, x, load2(b1 + c));
    s2 = multiplyAdd(s2, x, load2(b2 + c));
    s3 = multiplyAdd(s3, x, load2(b3 + c));
  }
  if (cols & 1) {
    const x = v128.load64_zero(a0 + c);
    s0 = multiplyAdd(s0, x, v128.load64_zero(b0 + c));
    s1 = multiplyAdd(s1, x, v128.load64_zero(b1 + c));
    s2 = multiplyAdd(s2, x, v128.load64_zero(b2 + c));
    s3 = multiplyAdd(s3, x, v128.load64_zero(b3 + c));
  }
  v128.store(to, bothAdded(s0, s1));
  v128.store(to + 16, bothAdded(s2, s3));
}

function product(a: usize, b: usize, cols: i32): f64 {
  let s = f64x2.splat(0);
  const end: usize = (<usize>(cols & ~1)) << 3;
  let c: usize = 0;
  for (; c < end; c += 16) s = multiplyAdd(s, load2(a + c), load2(b + c));
  if (cols & 1) s = multiplyAdd(s, v128.load64_zero(a + c), v128.load64_zero(b + c));
  return lanesAdded(s);
}
