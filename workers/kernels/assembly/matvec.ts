import { bothAdded, lanesAdded, load2, multiplyAdd, splatAt } from './lanes';

/**
 * y ← y + A x for the block a[at + r·stride + k], r < rows, k < cols. Each row's product is summed as in `dot`: k mod 4
 * in four lanes, what is left over with the first.
 */
export function addTimes(a: usize, at: i32, stride: i32, rows: i32, cols: i32, x: usize, y: usize): void {
  const step: usize = (<usize>stride) << 3;
  const end: usize = (<usize>(cols & ~3)) << 3;
  const last: usize = (<usize>cols) << 3;
  let row = a + ((<usize>at) << 3);
  let r = 0;
  for (; r + 3 < rows; r += 4, row += step << 2, y += 32) {
    const row1 = row + step;
    const row2 = row1 + step;
    const row3 = row2 + step;
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    let t0 = f64x2.splat(0);
    let t1 = f64x2.splat(0);
    let t2 = f64x2.splat(0);
    let t3 = f64x2.splat(0);
    for (let k: usize = 0; k < end; k += 32) {
      const x0 = load2(x + k);
      const x1 = load2(x + k + 16);
      s0 = multiplyAdd(s0, load2(row + k), x0);
      t0 = multiplyAdd(t0, load2(row + k + 16), x1);
      s1 = multiplyAdd(s1, load2(row1 + k), x0);
      t1 = multiplyAdd(t1, load2(row1 + k + 16), x1);
      s2 = multiplyAdd(s2, load2(row2 + k), x0);
      t2 = multiplyAdd(t2, load2(row2 + k + 16), x1);
      s3 = multiplyAdd(s3, load2(row3 + k), x0);
      t3 = multiplyAdd(t3, load2(row3 + k + 16), x1);
    }
    for (let k = end; k < last; k += 8) {
      // The other lane gets + 0·0.
      const x0 = v128.load64_zero(x + k);
      s0 = multiplyAdd(s0, v128.load64_zero(row + k), x0);
      s1 = multiplyAdd(s1, v128.load64_zero(row1 + k), x0);
      s2 = multiplyAdd(s2, v128.load64_zero(row2 + k), x0);
      s3 = multiplyAdd(s3, v128.load64_zero(row3 + k), x0);
    }
    v128.store(y, f64x2.add(load2(y), f64x2.add(bothAdded(s0, s1), bothAdded(t0, t1))));
    v128.store(y + 16, f64x2.add(load2(y + 16), f64x2.add(bothAdded(s2, s3), bothAdded(t2, t3))));
  }
  for (; r < rows; r++, row += step, y += 8) {
    let s = f64x2.splat(0);
    let t = f64x2.splat(0);
    for (let k: usize = 0; k < end; k += 32) {
      s = multiplyAdd(s, load2(row + k), load2(x + k));
      t = multiplyAdd(t, load2(row + k + 16), load2(x + k + 16));
    }
    for (let k = end; k < last; k += 8) {
      s = multiplyAdd(s, v128.load64_zero(row + k), v128.load64_zero(x + k));
    }
    const sums = bothAdded(s, t);
    store<f64>(y, load<f64>(y) + (f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)));
  }
}

/** Rows that go past all columns before the next ones do: a part of the cache. */
const BLOCK = 256;

/**
 * y ← Aᵀ x for such a block, each entry one sum in the order of the rows; eight columns at a time in four registers. The
 * sums wait in y from one block of rows to the next.
 */
export function transposedTimes(
  a: usize,
  at: i32,
  stride: i32,
  rows: i32,
  cols: i32,
  x: usize,
  y: usize,
): void {
  const step: usize = (<usize>stride) << 3;
  memory.fill(y, 0, (<usize>cols) << 3);
  let first = a + ((<usize>at) << 3);
  for (let r = 0; r < rows; r += BLOCK) {
    const count: usize = <usize>min(BLOCK, rows - r);
    addTransposedBlock(first, step, x, x + (count << 3), cols, y);
    first += step * BLOCK;
    x += BLOCK << 3;
  }
}

/** y ← y + Aᵀ x for the rows of x from an address to another. */
function addTransposedBlock(column: usize, step: usize, x: usize, end: usize, cols: i32, y: usize): void {
  let k = 0;
  for (; k + 7 < cols; k += 8, column += 64, y += 64) {
    let s0 = load2(y);
    let s1 = load2(y + 16);
    let s2 = load2(y + 32);
    let s3 = load2(y + 48);
    for (let xr = x, row = column; xr < end; xr += 8, row += step) {
      const v = splatAt(xr);
      s0 = multiplyAdd(s0, load2(row), v);
      s1 = multiplyAdd(s1, load2(row + 16), v);
      s2 = multiplyAdd(s2, load2(row + 32), v);
      s3 = multiplyAdd(s3, load2(row + 48), v);
    }
    v128.store(y, s0);
    v128.store(y + 16, s1);
    v128.store(y + 32, s2);
    v128.store(y + 48, s3);
  }
  for (; k + 1 < cols; k += 2, column += 16, y += 16) {
    let s = load2(y);
    for (let xr = x, row = column; xr < end; xr += 8, row += step) {
      s = multiplyAdd(s, load2(row), splatAt(xr));
    }
    v128.store(y, s);
  }
  if (k < cols) {
    let s = load<f64>(y);
    for (let xr = x, row = column; xr < end; xr += 8, row += step) s += load<f64>(row) * load<f64>(xr);
    store<f64>(y, s);
  }
}

/**
 * y ← y + A x for a symmetric block a[at + r·stride + k], r, k < n, of which only what is left of the diagonal's 4×4
 * tiles is read: half of the memory. Four rows at a time: each entry is used for its row, and for its column.
 */
function addSymmetricTimes(a: usize, at: i32, stride: i32, n: i32, x: usize, y: usize): void {
  const step: usize = (<usize>stride) << 3;
  let row = a + ((<usize>at) << 3);
  let r: usize = 0;
  const end: usize = (<usize>(n & ~3)) << 3;
  for (; r < end; r += 32, row += step << 2) {
    const row1 = row + step;
    const row2 = row1 + step;
    const row3 = row2 + step;
    const x0 = splatAt(x + r);
    const x1 = splatAt(x + r + 8);
    const x2 = splatAt(x + r + 16);
    const x3 = splatAt(x + r + 24);
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    let k: usize = 0;
    for (; k < r; k += 16) {
      const xk = load2(x + k);
      let yk = load2(y + k);
      const a0 = load2(row + k);
      s0 = multiplyAdd(s0, a0, xk);
      yk = multiplyAdd(yk, a0, x0);
      const a1 = load2(row1 + k);
      s1 = multiplyAdd(s1, a1, xk);
      yk = multiplyAdd(yk, a1, x1);
      const a2 = load2(row2 + k);
      s2 = multiplyAdd(s2, a2, xk);
      yk = multiplyAdd(yk, a2, x2);
      const a3 = load2(row3 + k);
      s3 = multiplyAdd(s3, a3, xk);
      yk = multiplyAdd(yk, a3, x3);
      v128.store(y + k, yk);
    }
    for (const last = r + 32; k < last; k += 16) {
      const xk = load2(x + k);
      s0 = multiplyAdd(s0, load2(row + k), xk);
      s1 = multiplyAdd(s1, load2(row1 + k), xk);
      s2 = multiplyAdd(s2, load2(row2 + k), xk);
      s3 = multiplyAdd(s3, load2(row3 + k), xk);
    }
    v128.store(y + r, f64x2.add(load2(y + r), bothAdded(s0, s1)));
    v128.store(y + r + 16, f64x2.add(load2(y + r + 16), bothAdded(s2, s3)));
  }
  for (const last: usize = (<usize>n) << 3; r < last; r += 8, row += step) {
    const xr = load<f64>(x + r);
    let s = f64x2.splat(0);
    let k: usize = 0;
    for (; k + 8 <= r; k += 16) s = multiplyAdd(s, load2(row + k), load2(x + k));
    if (k === r) s = multiplyAdd(s, v128.load64_zero(row + k), v128.load64_zero(x + k));
    for (k = 0; k < r; k += 8) store<f64>(y + k, load<f64>(y + k) + load<f64>(row + k) * xr);
    store<f64>(y + r, load<f64>(y + r) + lanesAdded(s));
  }
}

/**
 * y ← (A + Z(0)Cᵀ + C Zᵀ) x for rows from..from + count − 1 and columns of the same numbers; A is neurons×neurons, the
 * others neurons×K; `through` is K numbers of scratch.
 */
export function movedGramTimes(
  gram: usize,
  z0: usize,
  c: usize,
  z: usize,
  from: i32,
  count: i32,
  neurons: i32,
  K: i32,
  x: usize,
  y: usize,
  through: usize,
): void {
  const first = from * K;
  memory.fill(y, 0, (<usize>count) << 3);
  addSymmetricTimes(gram, from * neurons + from, neurons, count, x, y);
  transposedTimes(c, first, K, count, K, x, through);
  addTimes(z0, first, K, count, K, through, y);
  transposedTimes(z, first, K, count, K, x, through);
  addTimes(c, first, K, count, K, through, y);
}
