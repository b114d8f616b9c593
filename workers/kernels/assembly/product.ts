import { load2, multiplyAdd, splatAt } from './lanes';

/** Rows that are summed before they are added: a part of the cache. */
const BLOCK = 128;

/** out ← out + α A B for rows rowFrom..rowTo−1; A is rows×inner, B inner×cols, out rows×cols, all row-major. */
export function addProduct(
  alpha: f64,
  a: usize,
  b: usize,
  out: usize,
  rowFrom: i32,
  rowTo: i32,
  inner: i32,
  cols: i32,
): void {
  const row: usize = (<usize>inner) << 3;
  product(true, false, alpha, a, row, 8, b, out, rowFrom, rowTo, inner, cols);
}

/** out ← A B for those rows. */
export function multiply(
  a: usize,
  b: usize,
  out: usize,
  rowFrom: i32,
  rowTo: i32,
  inner: i32,
  cols: i32,
): void {
  const row: usize = (<usize>inner) << 3;
  product(false, false, 1, a, row, 8, b, out, rowFrom, rowTo, inner, cols);
}

/**
 * out ← out + Aᵀ B over the rows rowFrom..rowTo−1 of A (p columns) and B (q columns), block by block; out is p×q. With
 * `lower` only the entries (i, j) with i ≥ 4⌊j/4⌋, the lower half and the tiles on the diagonal; of the rows i from iFrom, a
 * multiple of 4, to iTo − 1.
 */
export function addTransposedProduct(
  a: usize,
  b: usize,
  out: usize,
  rowFrom: i32,
  rowTo: i32,
  p: i32,
  q: i32,
  iFrom: i32,
  iTo: i32,
  lower: i32,
): void {
  const aRow: usize = (<usize>p) << 3;
  const bRow: usize = (<usize>q) << 3;
  for (let r = rowFrom; r < rowTo; r += BLOCK) {
    const rows = min(BLOCK, rowTo - r);
    product(
      true,
      lower !== 0,
      1,
      a + <usize>r * aRow,
      8,
      aRow,
      b + <usize>r * bRow,
      out,
      iFrom,
      iTo,
      rows,
      q,
    );
  }
}

/**
 * Strips of four columns, so that the strip of B stays in the cache while all rows go past it; in a strip, tiles of
 * four rows: sixteen sums in eight registers, each sum in the order of the inner index.
 *
 * @param lower leaves out what is right of the diagonal's 4×4 tiles
 * @param aRow,aStep bytes from one row of A to the next, and along the inner index
 */
function product(
  adds: bool,
  lower: bool,
  alpha: f64,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  out: usize,
  rowFrom: i32,
  rowTo: i32,
  inner: i32,
  cols: i32,
): void {
  const end: usize = <usize>inner * aStep;
  const row: usize = (<usize>cols) << 3;
  const first: usize = a + <usize>rowFrom * aRow;
  const firstOut: usize = out + <usize>rowFrom * row;
  let c = 0;
  for (; c + 3 < cols; c += 4) {
    const strip = b + ((<usize>c) << 3);
    let r = lower ? max(c & ~3, rowFrom) : rowFrom;
    let from = a + <usize>r * aRow;
    let to = out + <usize>r * row + ((<usize>c) << 3);
    for (; r + 3 < rowTo; r += 4, from += aRow << 2, to += row << 2) {
      tile4x4(adds, alpha, from, aRow, aStep, strip, row, to, inner);
    }
    for (; r < rowTo; r++, from += aRow, to += row) {
      let s0 = f64x2.splat(0);
      let s1 = f64x2.splat(0);
      for (let k: usize = 0, y = strip; k < end; k += aStep, y += row) {
        const x = splatAt(from + k);
        s0 = multiplyAdd(s0, x, load2(y));
        s1 = multiplyAdd(s1, x, load2(y + 16));
      }
      store2(adds, alpha, to, s0);
      store2(adds, alpha, to + 16, s1);
    }
  }
  for (; c + 1 < cols; c += 2) {
    const strip = b + ((<usize>c) << 3);
    let r = lower ? max(c & ~3, rowFrom) : rowFrom;
    let from = a + <usize>r * aRow;
    let to = out + <usize>r * row + ((<usize>c) << 3);
    for (; r + 3 < rowTo; r += 4, from += aRow << 2, to += row << 2) {
      tile4x2(adds, alpha, from, aRow, aStep, strip, row, to, inner);
    }
    for (; r < rowTo; r++, from += aRow, to += row) {
      let s = f64x2.splat(0);
      for (let k: usize = 0, y = strip; k < end; k += aStep, y += row) {
        s = multiplyAdd(s, splatAt(from + k), load2(y));
      }
      store2(adds, alpha, to, s);
    }
  }
  if (c < cols) {
    const strip = b + ((<usize>c) << 3);
    let r = lower ? max(c & ~3, rowFrom) : rowFrom;
    let from = a + <usize>r * aRow;
    let to = out + <usize>r * row + ((<usize>c) << 3);
    for (; r < rowTo; r++, from += aRow, to += row) {
      let s: f64 = 0;
      for (let k: usize = 0, y = strip; k < end; k += aStep, y += row)
        s += load<f64>(from + k) * load<f64>(y);
      store<f64>(to, adds ? load<f64>(to) + alpha * s : s);
    }
  }
}

function tile4x4(
  adds: bool,
  alpha: f64,
  from: usize,
  aRow: usize,
  aStep: usize,
  strip: usize,
  row: usize,
  to: usize,
  inner: i32,
): void {
  let s00 = f64x2.splat(0);
  let s01 = f64x2.splat(0);
  let s10 = f64x2.splat(0);
  let s11 = f64x2.splat(0);
  let s20 = f64x2.splat(0);
  let s21 = f64x2.splat(0);
  let s30 = f64x2.splat(0);
  let s31 = f64x2.splat(0);
  let a0 = from;
  let a1 = a0 + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  let y = strip;
  for (let k = 0; k < inner; k++) {
    const y0 = load2(y);
    const y1 = load2(y + 16);
    y += row;
    const x0 = splatAt(a0);
    s00 = multiplyAdd(s00, x0, y0);
    s01 = multiplyAdd(s01, x0, y1);
    a0 += aStep;
    const x1 = splatAt(a1);
    s10 = multiplyAdd(s10, x1, y0);
    s11 = multiplyAdd(s11, x1, y1);
    a1 += aStep;
    const x2 = splatAt(a2);
    s20 = multiplyAdd(s20, x2, y0);
    s21 = multiplyAdd(s21, x2, y1);
    a2 += aStep;
    const x3 = splatAt(a3);
    s30 = multiplyAdd(s30, x3, y0);
    s31 = multiplyAdd(s31, x3, y1);
    a3 += aStep;
  }
  store2(adds, alpha, to, s00);
  store2(adds, alpha, to + 16, s01);
  to += row;
  store2(adds, alpha, to, s10);
  store2(adds, alpha, to + 16, s11);
  to += row;
  store2(adds, alpha, to, s20);
  store2(adds, alpha, to + 16, s21);
  to += row;
  store2(adds, alpha, to, s30);
  store2(adds, alpha, to + 16, s31);
}

function tile4x2(
  adds: bool,
  alpha: f64,
  from: usize,
  aRow: usize,
  aStep: usize,
  strip: usize,
  row: usize,
  to: usize,
  inner: i32,
): void {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  let a0 = from;
  const a1 = aRow;
  const a2 = a1 + aRow;
  const a3 = a2 + aRow;
  let y = strip;
  for (let k = 0; k < inner; k++) {
    const y0 = load2(y);
    y += row;
    s0 = multiplyAdd(s0, splatAt(a0), y0);
    s1 = multiplyAdd(s1, splatAt(a0 + a1), y0);
    s2 = multiplyAdd(s2, splatAt(a0 + a2), y0);
    s3 = multiplyAdd(s3, splatAt(a0 + a3), y0);
    a0 += aStep;
  }
  store2(adds, alpha, to, s0);
  store2(adds, alpha, to + row, s1);
  store2(adds, alpha, to + row + row, s2);
  store2(adds, alpha, to + row + row + row, s3);
}

/** @inline */
function store2(adds: bool, alpha: f64, to: usize, sums: v128): void {
  v128.store(to, adds ? multiplyAdd(load2(to), f64x2.splat(alpha), sums) : sums);
}
