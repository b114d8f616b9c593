/** The pair of doubles at an address. @inline */
export function load2(address: usize): v128 {
  return v128.load(address);
}

/** The double at an address, in both lanes. @inline */
export function splatAt(address: usize): v128 {
  return v128.load64_splat(address);
}

/** sum + x·y, two roundings. @inline */
export function multiplyAdd(sum: v128, x: v128, y: v128): v128 {
  return f64x2.add(sum, f64x2.mul(x, y));
}

/** The sum of both lanes. @inline */
export function lanesAdded(sums: v128): f64 {
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

/** The sum of the lanes of s, and of those of t. @inline */
export function bothAdded(s: v128, t: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(s, t, 0, 2), v128.shuffle<f64>(s, t, 1, 3));
}

/** Byte offset of the q-th double. @inline */
export function at8(q: i32): usize {
  return (<usize>q) << 3;
}

/** The q-th integer at an address. @inline */
export function integer(address: usize, q: i32): i32 {
  return load<i32>(address + ((<usize>q) << 2));
}
