import { dot } from './dot.ts';

/**
 * y ← y + A x for a block A of a larger row-major matrix: each row's product is summed as by {@link dot}, then added.
 *
 * @param a the matrix; the block's entry (r, k) is a[at + r·stride + k], r < rows, k < cols
 * @param x at least cols entries
 * @param y at least rows entries
 */
export function addTimes(
  a: Float64Array,
  at: number,
  stride: number,
  rows: number,
  cols: number,
  x: Float64Array,
  y: Float64Array,
): void {
  for (let r = 0; r < rows; r++) y[r] = y[r]! + dot(a, at + r * stride, x, 0, cols);
}

/** y ← Aᵀ x for such a block: y has cols entries, x rows. Each entry is one sum in the order of the rows. */
export function transposedTimes(
  a: Float64Array,
  at: number,
  stride: number,
  rows: number,
  cols: number,
  x: Float64Array,
  y: Float64Array,
): void {
  let k = 0;
  for (; k + 3 < cols; k += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let r = 0, i = at + k; r < rows; r++, i += stride) {
      const xr = x[r]!;
      s0 += a[i]! * xr;
      s1 += a[i + 1]! * xr;
      s2 += a[i + 2]! * xr;
      s3 += a[i + 3]! * xr;
    }
    y[k] = s0;
    y[k + 1] = s1;
    y[k + 2] = s2;
    y[k + 3] = s3;
  }
  for (; k < cols; k++) {
    let sum = 0;
    for (let r = 0, i = at + k; r < rows; r++, i += stride) sum += a[i]! * x[r]!;
    y[k] = sum;
  }
}

/**
 * y ← y + A x for a symmetric block, of which only what is left of the diagonal's 4×4 tiles is read. Rows go in fours, the
 * rest one by one; for each of them even and odd columns up to its tile's end are summed apart and added to its entry of
 * y, after its own entry of x was carried to the entries of y before the tile.
 */
export function addSymmetricTimes(
  a: Float64Array,
  at: number,
  stride: number,
  n: number,
  x: Float64Array,
  y: Float64Array,
): void {
  const whole = n - (n % 4);
  for (let first = 0; first < n; first = first < whole ? first + 4 : first + 1) {
    const end = first < whole ? first + 4 : first + 1;
    for (let r = first; r < end; r++) {
      const row = at + r * stride;
      for (let k = 0; k < first; k++) y[k] = y[k]! + a[row + k]! * x[r]!;
    }
    for (let r = first; r < end; r++) {
      const row = at + r * stride;
      let even = 0;
      let odd = 0;
      for (let k = 0; k + 1 < end; k += 2) {
        even += a[row + k]! * x[k]!;
        odd += a[row + k + 1]! * x[k + 1]!;
      }
      if (end % 2 === 1) even += a[row + end - 1]! * x[end - 1]!;
      y[r] = y[r]! + (even + odd);
    }
  }
}

/**
 * y ← (A + Z(0)Cᵀ + C Zᵀ) x for the block of some rows, and columns of the same numbers: W Wᵀ where A = W(0)W(0)ᵀ (DESIGN
 * §2), without forming it. A as by {@link addSymmetricTimes}, then Z(0)(Cᵀx), then C(Zᵀx).
 *
 * @param gram A, neurons×neurons; symmetric
 * @param z0 Z(0), and c, z: neurons×K
 * @param x and y: count entries
 * @param through scratch, K entries
 */
export function movedGramTimes(
  gram: Float64Array,
  z0: Float64Array,
  c: Float64Array,
  z: Float64Array,
  from: number,
  count: number,
  neurons: number,
  K: number,
  x: Float64Array,
  y: Float64Array,
  through: Float64Array,
): void {
  const first = from * K;
  y.fill(0, 0, count);
  addSymmetricTimes(gram, from * neurons + from, neurons, count, x, y);
  transposedTimes(c, first, K, count, K, x, through);
  addTimes(z0, first, K, count, K, through, y);
  transposedTimes(z, first, K, count, K, x, through);
  addTimes(c, first, K, count, K, through, y);
}
