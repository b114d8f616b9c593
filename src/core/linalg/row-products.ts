/**
 * Inner products of rows, out ← A Bᵀ: out[r·stride + k] = Σ_c a[r·pitch + c]·b[k·pitch + c] over c < cols, rowFrom ≤ r <
 * rowTo and 0 ≤ k < count. Even and odd c are summed apart, and both sums added at the end: two lanes of a vector register. The
 * bits do not depend on how the rows are sliced.
 *
 * @param a at least rowTo rows of `pitch` ≥ cols entries
 * @param b at least count rows of as many
 * @param out at least rowTo rows of `stride` entries
 */
export function rowProducts(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  rowFrom: number,
  rowTo: number,
  cols: number,
  pitch: number,
  count: number,
  stride: number,
): void {
  for (let r = rowFrom; r < rowTo; r++) {
    const from = r * pitch;
    const to = r * stride;
    let k = 0;
    for (; k + 1 < count; k += 2) twoProducts(a, from, b, k * pitch, pitch, cols, out, to + k);
    if (k < count) out[to + k] = product(a, from, b, k * pitch, cols);
  }
}

/** The products with two rows at a time: additions need not wait for each other. */
function twoProducts(
  a: Float64Array,
  from: number,
  b: Float64Array,
  b0: number,
  pitch: number,
  cols: number,
  out: Float64Array,
  to: number,
): void {
  const b1 = b0 + pitch;
  let even0 = 0;
  let odd0 = 0;
  let even1 = 0;
  let odd1 = 0;
  let c = 0;
  for (; c + 1 < cols; c += 2) {
    const x = a[from + c]!;
    const y = a[from + c + 1]!;
    even0 += x * b[b0 + c]!;
    odd0 += y * b[b0 + c + 1]!;
    even1 += x * b[b1 + c]!;
    odd1 += y * b[b1 + c + 1]!;
  }
  if (c < cols) {
    even0 += a[from + c]! * b[b0 + c]!;
    even1 += a[from + c]! * b[b1 + c]!;
  }
  out[to] = even0 + odd0;
  out[to + 1] = even1 + odd1;
}

function product(a: Float64Array, from: number, b: Float64Array, b0: number, cols: number): number {
  let even = 0;
  let odd = 0;
  let c = 0;
  for (; c + 1 < cols; c += 2) {
    even += a[from + c]! * b[b0 + c]!;
    odd += a[from + c + 1]! * b[b0 + c + 1]!;
  }
  if (c < cols) even += a[from + c]! * b[b0 + c]!;
  return even + odd;
}
