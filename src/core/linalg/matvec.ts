/**
 * y ← y + A x for a block A of a larger row-major matrix. Each entry is one sum in the order of the columns; four rows
 * go together, so that additions need not wait for each other.
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
  let r = 0;
  for (; r + 3 < rows; r += 4) {
    const i0 = at + r * stride;
    const i1 = i0 + stride;
    const i2 = i1 + stride;
    const i3 = i2 + stride;
    let s0 = y[r]!;
    let s1 = y[r + 1]!;
    let s2 = y[r + 2]!;
    let s3 = y[r + 3]!;
    for (let k = 0; k < cols; k++) {
      const xk = x[k]!;
      s0 += a[i0 + k]! * xk;
      s1 += a[i1 + k]! * xk;
      s2 += a[i2 + k]! * xk;
      s3 += a[i3 + k]! * xk;
    }
    y[r] = s0;
    y[r + 1] = s1;
    y[r + 2] = s2;
    y[r + 3] = s3;
  }
  for (; r < rows; r++) {
    const row = at + r * stride;
    let sum = y[r]!;
    for (let k = 0; k < cols; k++) sum += a[row + k]! * x[k]!;
    y[r] = sum;
  }
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
