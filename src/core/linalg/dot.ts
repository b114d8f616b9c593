/**
 * Σ_c a[aOffset + c]·b[bOffset + c] over c < count, in four interleaved sums (so that the additions overlap): the bits
 * depend on the values alone.
 */
export function dot(
  a: Float64Array,
  aOffset: number,
  b: Float64Array,
  bOffset: number,
  count: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let c = 0;
  for (const end = count - 3; c < end; c += 4) {
    const i = aOffset + c;
    const k = bOffset + c;
    s0 += a[i]! * b[k]!;
    s1 += a[i + 1]! * b[k + 1]!;
    s2 += a[i + 2]! * b[k + 2]!;
    s3 += a[i + 3]! * b[k + 3]!;
  }
  for (; c < count; c++) s0 += a[aOffset + c]! * b[bOffset + c]!;
  return s0 + s1 + (s2 + s3);
}
