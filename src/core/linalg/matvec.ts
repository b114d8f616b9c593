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
